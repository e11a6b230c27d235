// @ts-check
// Metrics and their self check in words and numbers.

/**
 * @typedef {object} Metric
 * @property {string} id @property {string} title @property {string} group @property {string} version @property {string} unit
 * @property {("reference" | "text" | "pack")[]} needs @property {"higher-is-better" | "lower-is-better" | "neutral"} direction
 * @property {number | string | null} identity @property {string} source @property {string} blindTo
 * @property {{ lowestSampleRate: number, highestSampleRate: number, bandHz: number | null, shortestSeconds: number, alignsItself: boolean, domains: string[] }} validity
 */

/**
 * @typedef {object} CheckedValue
 * @property {string} metric @property {string} signals @property {"numpy" | "construction" | "definition" | "reference"} basis
 * @property {number | string} expected @property {number | string | null} got @property {number | string | null} difference @property {number} tolerance
 * @property {boolean} passed @property {string | null} notValid
 */

/** @typedef {{ signals: Record<string, string>, values: CheckedValue[] }} Checks */

const groups = [
  ["waveform", "Waveform", "Sample by sample against a reference."],
  ["spectrum", "Spectrum", "Short-time spectra against a reference."],
  ["intelligibility", "Intelligibility", "How well speech can be understood, against a reference."],
  ["quality", "Quality", "What listeners would say, as a model predicts it."],
  ["level", "Level and band", "Loudness, peaks and damage of a clip by itself."],
  ["timing", "Timing", "Durations, silences and rates."],
  ["pitch", "Pitch", "The pitch of a voice, by itself and against a reference."],
  ["text", "Text", "What is said."],
  ["speaker", "Speaker", "Whose voice it is."],
];

/**
 * Metrics by group, in a fixed order; groups without any are left out.
 * @param {Metric[]} metrics
 */
export function groupMetrics(metrics) {
  return groups.map(([group, title, note]) => ({ group, title, note, metrics: metrics.filter((metric) => metric.group === group) }))
    .filter((group) => group.metrics.length > 0);
}

/**
 * Metrics whose name, id, source or group holds every word.
 * @param {Metric[]} metrics @param {string} search @param {boolean} aloneOnly only those that need nothing but the clip
 */
export function findMetrics(metrics, search, aloneOnly) {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  return metrics.filter((metric) => {
    const text = `${metric.id} ${metric.title} ${metric.group} ${metric.unit} ${metric.source}`.toLowerCase();
    return (!aloneOnly || metric.needs.length === 0) && words.every((word) => text.includes(word));
  });
}

/** What it needs beside the clip. @param {Metric} metric */
export const needsInWords = (metric) => (metric.needs.length === 0 ? "the clip alone" : `a clip and ${metric.needs.map((need) => ({ reference: "its reference", text: "its text", pack: "a model pack" })[need]).join(" and ")}`);

/** Which way is better, and the best there is. @param {Metric} metric */
export function directionInWords(metric) {
  if (metric.direction === "neutral") return "describes, does not judge";
  const best = metric.identity === null ? "" : `, at best ${exact(metric.identity)}`;
  return `${metric.direction === "higher-is-better" ? "higher is better" : "lower is better"}${best}`;
}

const thin = "\u202f";
const kilohertz = (/** @type {number} */ hertz) => `${(hertz / 1000).toLocaleString("en-GB", { maximumFractionDigits: 2 })}${thin}kHz`;

/** Where it may be used. @param {Metric} metric @returns {string[]} */
export function validityInWords({ validity }) {
  const { lowestSampleRate: low, highestSampleRate: high } = validity;
  const rates = low <= 1000 && high >= 384_000 ? "any sample rate" : high >= 384_000 ? `from ${kilohertz(low)}` : low <= 1000 ? `up to ${kilohertz(high)}` : `${kilohertz(low)} to ${kilohertz(high)}`;
  const facts = [validity.domains.length === 0 ? "any sound" : validity.domains.join(", "), rates];
  if (validity.bandHz) facts.push(`hears up to ${kilohertz(validity.bandHz)}`);
  if (validity.shortestSeconds > 0) facts.push(`from ${validity.shortestSeconds.toLocaleString("en-GB", { maximumFractionDigits: 3 })}${thin}s`);
  if (validity.alignsItself) facts.push("aligns by itself");
  return facts;
}

/** A value with all digits that matter. @param {number | string | null} value */
export function exact(value) {
  if (value === null) return "–";
  if (typeof value === "string") return value === "Infinity" ? "∞" : value === "-Infinity" ? "−∞" : value;
  return value.toLocaleString("en-GB", { maximumFractionDigits: Math.abs(value) >= 100 ? 4 : 6, useGrouping: false }).replace(/^-(?=[0.]+$)/u, "").replace("-", "−");
}

/** A difference: 0, or its size. @param {number | string | null} value */
export function difference(value) {
  if (value === null) return "–";
  if (typeof value === "string") return exact(value);
  if (value === 0) return "0";
  if (value >= 0.001) return value.toLocaleString("en-GB", { maximumSignificantDigits: 2 });
  const exponent = Math.floor(Math.log10(value));
  return `${(value / 10 ** exponent).toFixed(0)}·10${[...String(exponent)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? "⁻").join("")}`;
}

/** How an expected value is known. @type {Record<CheckedValue["basis"], string>} */
export const bases = {
  numpy: "computed independently with numpy",
  construction: "known from how the signal is made",
  definition: "what a clip against itself gives",
  reference: "from the reference implementation",
};

/** The state of all metrics in a sentence. @param {Metric[]} metrics @param {CheckedValue[]} values */
export function checksInWords(metrics, values) {
  const checked = metrics.filter(({ id }) => values.some(({ metric }) => metric === id));
  const wrong = checked.filter(({ id }) => values.some((value) => value.metric === id && !value.passed));
  const rest = metrics.length - checked.length;
  return `${checked.length - wrong.length} of ${metrics.length} metrics give here what they should${wrong.length ? `, ${wrong.length} do not` : ""}${rest ? `, ${rest} without golden values on the built-in signals` : ""}.`;
}
