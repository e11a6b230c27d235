// @ts-check
/**
 * What a listener has answered on a trial's page, and what is missing before it can be left. Pairs have one answer a scale,
 * whichever label it names; all others have one for each stimulus and scale.
 *
 * @typedef {import("./types.js").TrialPage} TrialPage
 * @typedef {import("./types.js").GivenRating} GivenRating
 * @typedef {{ kind: "play" | "play-to-end" | "rate", label: string, scale?: string }} Missing
 */
import { referenceLabel, xLabel } from "./types.js";

const pairs = new Set(["ab", "abx", "arena", "ccr"]);

/** @param {Pick<TrialPage, "design">} trial */
export const isPair = (trial) => pairs.has(trial.design);

/** @param {Pick<TrialPage, "design">} trial @param {string} label @param {string} scale */
export const answerKey = (trial, label, scale) => (isPair(trial) ? scale : `${label}/${scale}`);

/**
 * The newest answer of each key.
 * @param {TrialPage} trial
 * @param {GivenRating[]} ratings oldest first
 * @returns {Map<string, GivenRating>}
 */
export function answersOf(trial, ratings) {
  return new Map(ratings.map((rating) => [answerKey(trial, rating.label, rating.scale), rating]));
}

/**
 * What ratings of pairs name: preferences the first against the second, CCR the second against the first, ABX the one that X is said to be.
 * @param {TrialPage} trial
 * @param {string} scale
 * @param {number | string} choice a value, or for ABX a label
 * @returns {GivenRating}
 */
export function pairRating(trial, scale, choice) {
  const [first, second] = trial.stimuli.map((stimulus) => stimulus.label);
  if (trial.design === "abx") return { label: String(choice), other: choice === first ? second : first, scale };
  if (trial.design === "ccr") return { label: second, other: first, scale, value: Number(choice) };
  return { label: first, other: second, scale, value: Number(choice) };
}

/** Labels of every clip on the page that may have to be played. @param {TrialPage} trial */
function playable(trial) {
  return [...(trial.reference ? [referenceLabel] : []), ...trial.stimuli.map((stimulus) => stimulus.label), ...(trial.x ? [xLabel] : [])];
}

/**
 * What has been heard on this page: in this visit, and by what the server knows of earlier ones.
 * @param {Pick<TrialPage, "started" | "whole">} trial
 * @param {{ started(label: string): boolean, finished(label: string): boolean }} visit
 */
export function heardOn({ started = [], whole = [] }, visit) {
  return {
    started: (/** @type {string} */ label) => started.includes(label) || visit.started(label),
    finished: (/** @type {string} */ label) => whole.includes(label) || visit.finished(label),
  };
}

/**
 * @param {TrialPage} trial
 * @param {Map<string, GivenRating>} answers
 * @param {{ started(label: string): boolean, finished(label: string): boolean }} heard
 * @returns {Missing[]} in the order in which the page asks
 */
export function missingOf(trial, answers, heard) {
  /** @type {Missing[]} */
  const missing = [];
  const { mustPlay = "started", mustRate = true } = trial.options;
  if (mustPlay !== "none") {
    for (const label of playable(trial)) {
      if (mustPlay === "started" ? !heard.started(label) : !heard.finished(label)) missing.push({ kind: mustPlay === "started" ? "play" : "play-to-end", label });
    }
  }
  if (!mustRate) return missing;
  const labels = isPair(trial) ? [trial.stimuli[0]?.label ?? ""] : trial.stimuli.map((stimulus) => stimulus.label);
  for (const label of labels) {
    for (const { id } of trial.scales) {
      const answer = answers.get(answerKey(trial, label, id));
      if (!answer || (trial.design === "transcription" && !answer.text?.trim())) missing.push({ kind: "rate", label, scale: id });
    }
  }
  return missing;
}
