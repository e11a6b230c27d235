// @ts-check
// What a comparison rests on and what it leaves out, in sentences.
import { plural } from "../ui/format.js";

/**
 * @typedef {object} Counts
 * @property {number} ratings @property {number} listeners @property {number} sessions @property {number} outputs @property {number} measurements
 * @property {number} supersededRatings Replaced by a later rating of the same listener's session.
 * @property {number} openRatings Given while names were visible.
 * @property {number} sameConditionRatings Between two takes of one system.
 * @property {number} otherRecipeMeasurements Of another metric version or normaliser.
 * @property {number} hiddenRatings Of trials not revealed yet.
 */

/** "24 ratings by 3 listeners in 4 sittings, 30 outputs, 12 scores." @param {Counts} counts */
export function restsOn(counts) {
  const parts = [];
  if (counts.ratings > 0) parts.push(`${plural(counts.ratings, "rating")} by ${plural(counts.listeners, "listener")} in ${plural(counts.sessions, "sitting")}`);
  if (counts.outputs > 0) parts.push(plural(counts.outputs, "output"));
  if (counts.measurements > 0) parts.push(plural(counts.measurements, "score"));
  return parts.length > 0 ? `Rests on ${parts.join(", ")}.` : "";
}

/** What was left out and why; empty where nothing was. @param {Counts} counts @returns {string[]} */
export function leftOut(counts) {
  /** @type {(readonly [number, string, string])[]} */
  const reasons = [
    [counts.hiddenRatings, "rating of a trial that is not revealed yet", "ratings of trials that are not revealed yet"],
    [counts.openRatings, "rating given while names were visible", "ratings given while names were visible"],
    [counts.supersededRatings, "rating replaced by a later one", "ratings replaced by later ones"],
    [counts.sameConditionRatings, "choice between two takes of one system", "choices between two takes of one system"],
    [counts.otherRecipeMeasurements, "score made by another recipe", "scores made by another recipe"],
  ];
  return reasons.filter(([count]) => count > 0).map(([count, one, many]) => plural(count, one, many));
}
