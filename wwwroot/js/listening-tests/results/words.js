// @ts-check
// Names of designs, scales and profiles as the results page says them.
import { number } from "../../ui/format.js";

/** @type {Record<string, string>} */
const designs = {
  acr: "Absolute category rating (ACR)", dcr: "Degradation category rating (DCR)", ccr: "Comparison category rating (CCR)", mushra: "MUSHRA",
  ab: "AB preference", abx: "ABX", bs1116: "Small impairments (BS.1116)", p835: "Signal, background, overall (P.835)", likert: "Likert scale", arena: "Arena", transcription: "Transcription",
};

/** @param {string} design */
export const designName = (design) => designs[design] ?? design;

/** @type {Record<string, { title: string, note: string }>} */
const scales = {
  acr: { title: "Mean opinion score", note: "1 bad to 5 excellent" },
  dcr: { title: "Degradation mean opinion score", note: "1 very annoying to 5 inaudible" },
  mushra: { title: "MUSHRA score", note: "0 bad to 100 excellent" },
  bs1116: { title: "BS.1116 grade", note: "1 very annoying to 5 imperceptible" },
  "bs1116-difference": { title: "Difference grade", note: "grade of the object minus that of the hidden reference; 0 is no difference" },
  sig: { title: "Signal quality", note: "1 very distorted to 5 not distorted" },
  bak: { title: "Background quality", note: "1 very intrusive to 5 not noticeable" },
  ovrl: { title: "Overall quality", note: "1 bad to 5 excellent" },
};

/** @param {import("./types.js").Scale} scale */
export const scaleWords = (scale) => scales[scale.scale] ?? { title: `Scale ${scale.scale}`, note: `${scale.minimum} to ${scale.maximum}` };

/** Digits that a value of the scale gets. @param {import("./types.js").Scale} scale */
export const digitsOf = (scale) => (scale.maximum - scale.minimum > 20 ? 1 : 2);

/** @type {Record<string, { title: string, note: string }>} */
const profiles = {
  none: { title: "No screening", note: "Everything counts." },
  "bs1534-3": { title: "BS.1534-3", note: "Leaves out who rates the hidden reference below 90, or the mid anchor above 90, on more than 15 % of the items." },
  "mpeg-strict": { title: "MPEG strict", note: "Leaves out who once rates the hidden reference below 90 or an anchor above what should be better." },
  bs1116: { title: "BS.1116", note: "Leaves out who does not tell the systems from the hidden reference (t test)." },
  p808: { title: "P.808", note: "Headphones, traps, gold clips, variance of the ratings, agreement with the panel." },
  crowd: { title: "Remote listeners", note: "Headphones, answers faster than listening, clips that were never played." },
};

/** @param {string} profile */
export const profileWords = (profile) => profiles[profile] ?? { title: profile, note: "" };

/** @type {Record<string, string>} */
const metrics = {
  stoi: "STOI", estoi: "ESTOI", "log-mel-l1": "Log-mel distance", wer: "Word error rate", cer: "Character error rate",
  "si-sdr": "SI-SDR", "si-sdr-zero-mean": "SI-SDR, means removed", snr: "SNR", "seg-snr": "Segmental SNR", "waveform-l1": "Waveform L1", delay: "Delay", gain: "Gain",
  lsd: "LSD", "mr-stft": "Multi-resolution STFT", "stft-distance": "STFT distance (audiotools)", "mel-distance": "Mel distance (audiotools)", "mel-distance-dac": "Mel distance (DAC)",
  "mfcc-mcd": "MFCC-MCD", "mfcc-mcd-dtw": "MFCC-MCD, warped in time", "visqol-speech": "ViSQOL speech", "visqol-audio": "ViSQOL audio",
  loudness: "Integrated loudness", "loudness-range": "Loudness range", "true-peak": "True peak", clipping: "Clipping", "dc-offset": "DC offset", bandwidth: "Bandwidth",
};

/** @param {string} metric */
export const metricName = (metric) => metrics[metric] ?? metric;

/** @type {Record<string, string>} */
const reasons = { training: "practice", check: "check questions", repeat: "repetitions", refused: "sessions that were refused", screening: "screening" };

/** What was left out, in words. @param {Record<string, number>} leftOut */
export const leftOutWords = (leftOut) => Object.entries(leftOut).filter(([, count]) => count > 0).map(([reason, count]) => `${count} by ${reasons[reason] ?? reason}`).join(", ");

/** "3.46 (3.10–3.80)", "-1.30 (-1.93 to -0.69)". @param {import("./types.js").Estimate} estimate @param {number} digits */
export function withInterval(estimate, digits) {
  const value = number(estimate.value, digits);
  return estimate.low === null || estimate.high === null ? value : `${value} (${number(estimate.low, digits)}${estimate.low < 0 ? " to " : "–"}${number(estimate.high, digits)})`;
}

/** @type {Record<string, string>} */
const rules = {
  "hidden-reference": "Hidden reference rated low", "mid-anchor": "Mid anchor rated high", "anchor-order": "Reference and anchors in the wrong order", "diff-grade": "Difference grades no better than chance",
  trap: "Traps", gold: "Gold clips", variance: "Answers that hardly vary", "panel-correlation": "Little agreement with the panel", "repeat-consistency": "Repeated trials answered differently",
  headphones: "Headphone screen", "digits-in-noise": "Digits in noise", hearing: "Reported hearing", "too-fast": "Answers faster than listening", "never-played": "Clips that were never played", outlier: "Outliers (pointed at only)",
};

/** @param {string} kind */
export const ruleWords = (kind) => rules[kind] ?? kind;
