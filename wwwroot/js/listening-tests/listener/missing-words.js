// @ts-check
/** What is missing, in words. */
import { isPair } from "./answers.js";
import { referenceLabel } from "./types.js";
import { t } from "./words.js";

/** What a sound is called on the page. @param {import("./types.js").TrialPage} trial @param {string} label */
export function soundName(trial, label) {
  if (label === referenceLabel) return trial.design === "bs1116" ? `A (${t("reference")})` : t("reference");
  if (trial.stimuli.length === 1) return t("sound");
  return label;
}

/** @param {import("./types.js").TrialPage} trial @param {import("./answers.js").Missing[]} missing @returns {string[]} */
export function missingWords(trial, missing) {
  const labels = (/** @type {string} */ kind) => [...new Set(missing.filter((entry) => entry.kind === kind).map((entry) => soundName(trial, entry.label)))].join(", ");
  const words = [];
  if (labels("play")) words.push(t("missing.play", { labels: labels("play") }));
  if (labels("play-to-end")) words.push(t("missing.play-to-end", { labels: labels("play-to-end") }));
  if (missing.some((entry) => entry.kind === "rate")) {
    if (trial.design === "transcription") words.push(t("missing.type"));
    else words.push(isPair(trial) || trial.stimuli.length === 1 ? t("missing.choose") : t("missing.rate", { labels: labels("rate") }));
  }
  return words;
}
