// @ts-check
import { number, percent } from "../ui/format.js";

/** A word error rate with its interval. @param {number | null} rate @param {{ low: number, high: number } | null} interval */
export function rate(rate, interval) {
  if (rate === null) return "–";
  return interval ? `${percent(rate)} [${number(interval.low * 100, 1)}, ${number(interval.high * 100, 1)}]` : percent(rate);
}

/** "attribute:noise" → "noise". @param {string} slice */
export const sliceName = (slice) => (slice.startsWith("attribute:") ? slice.slice(10) : slice);

/** @type {Record<string, string>} */
const groups = { form: "case and punctuation", contractions: "contractions", fillers: "fillers", numbers: "numbers", spelling: "spelling", compounds: "compounds" };

/** What a stage of the waterfall took away. @param {string | null} group */
export const stageName = (group) => (group === null ? "as delivered" : groups[group] ?? group);

/** A difference of rates in points, with its sign. @param {number | null} difference */
export const points = (difference) => (difference === null ? "–" : `${difference > 0 ? "+" : ""}${number(difference * 100, 2)}`.replace("-", "−"));

/** A p value as it is written. @param {number | null} p */
export const pValue = (p) => (p === null ? "–" : p < 0.001 ? "< 0.001" : number(p, 3));
