// @ts-check
/** Trials whose right answer is known beforehand: traps and gold clips. */

/** @typedef {import("./types.js").Trial} Trial */
/** @typedef {import("./types.js").TrialCheck} TrialCheck */
/** @typedef {{ id: string, title: string, minimum: number, maximum: number, hint: string }} AnswerScale */

/** @param {string} id @param {number} minimum @param {number} maximum @param {string} [hint] @param {string} [title] @returns {AnswerScale} */
const scale = (id, minimum, maximum, hint = "", title = id) => ({ id, title, minimum, maximum, hint });

/** Standard scales of designs with one answer for each scale and page. @type {Partial<Record<import("./types.js").Design, AnswerScale[]>>} */
const standard = {
  acr: [scale("acr", 1, 5)],
  dcr: [scale("dcr", 1, 5)],
  ccr: [scale("ccr", -3, 3, "Of the second clip against the first: 0 for a clip against itself.")],
  p835: [scale("sig", 1, 5, "", "Speech"), scale("bak", 1, 5, "", "Background"), scale("ovrl", 1, 5, "", "Overall")],
  ab: [scale("preference", -1, 1, "1 the first heard, −1 the second, 0 neither: 0 for a clip against itself. As a gold clip it may be off by 1, as a trap not.")],
  abx: [scale("abx", 0, 1, "1: X was recognised. As a gold clip it may be off by 1, as a trap not.")],
};

/** Scales that a known answer of a trial can be about; none where a page asks about several clips at once. @param {Trial} trial @returns {AnswerScale[]} */
export function answerScales(trial) {
  if (trial.design === "likert") return trial.stimuli.length === 1 ? (trial.scales ?? []).map(({ id, minimum, maximum }) => scale(id, minimum, maximum)) : [];
  if (trial.design === "ab" && trial.options?.allowTie === false) return []; // Either clip may come first, so that no answer is the right one for everybody.
  return standard[trial.design] ?? [];
}

/** Values that the answer may have: on the scale chosen, or on all of them. @param {Trial} trial @param {string | undefined} id */
export function answerRange(trial, id) {
  const scales = answerScales(trial).filter((each) => !id || each.id === id);
  return { minimum: Math.max(...scales.map(({ minimum }) => minimum)), maximum: Math.min(...scales.map(({ maximum }) => maximum)) };
}

/**
 * A known answer as it begins: a gold clip of the best quality; for pairs, of no difference. The screening rule lets gold clips be off by 1 as a rule,
 * which on scales of two or three answers is nearly everything: a trap there.
 * @param {Trial} trial @returns {TrialCheck}
 */
export function newCheck(trial) {
  const { minimum, maximum } = answerRange(trial, undefined);
  return { kind: maximum - minimum <= 2 ? "trap" : "gold", expected: minimum < 0 && maximum > 0 ? 0 : maximum, tolerance: 0 };
}

/** @param {TrialCheck} check */
export const checkWords = ({ kind, expected, tolerance, scale: about }) =>
  `${kind === "trap" ? "trap" : "gold clip"}: ${expected}${tolerance ? ` ± ${tolerance}` : ""}${about ? ` on ${about}` : ""}`;
