// @ts-check
import { bitRate, number, plural, withInterval } from "../ui/format.js";

/** "All domains", "Speech". @param {string | null} domain */
export const domainWords = (domain) => (domain === null ? "All domains" : domain === "unknown" ? "Domain unknown" : domain[0].toUpperCase() + domain.slice(1));

/** Enough digits for values of this size. @param {number} value */
const digitsFor = (value) => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3);

/** A value with as many digits as mean something. @param {number | null | undefined} value */
export const measure = (value) => (value === null || value === undefined ? "–" : number(value, digitsFor(value)));

/** "12.3 [11.0, 13.5]", or why there is no number. @param {import("./types.js").Point} point */
export function pointWords(point) {
  if (point.mean !== null) return withInterval(point.mean, point.low, point.high, measure);
  if (point.exact > 0) return `infinite: ${point.exact} of ${plural(point.n, "clip")} come back exactly`;
  return point.refused > 0 ? "not valid" : "–";
}

/** "higher is better". @param {import("./types.js").Metric} metric */
export const directionWords = (metric) => (metric.direction === "neutral" ? "a description, not a judgement" : metric.direction === "higher-is-better" ? "higher is better" : "lower is better");

/** The metric with its unit. @param {import("./types.js").Metric} metric */
export const metricWords = (metric) => (metric.unit ? `${metric.title} (${metric.unit})` : metric.title);

/** Bit rate; a dash where nothing is coded or nobody knows. @param {number | null | undefined} rate */
export const rateWords = (rate) => (rate === null || rate === undefined ? "–" : bitRate(rate));
