// @ts-check
// The laboratory's numbers in words.
import { number, percent } from "../ui/format.js";

/** @typedef {import("./types.js").LabMetric} LabMetric */
/** @typedef {import("./types.js").LabView} LabView */

/** Rates are shown in percent. @param {LabMetric | undefined} metric */
export const isShare = (metric) => metric !== undefined && (metric.id === "wer" || metric.id === "cer");

/** As many digits as tell takes apart. @param {number} value */
const digitsFor = (value) => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);

/** A value of a metric with its unit. @param {LabMetric | undefined} metric @param {number | null | undefined} value */
export function valueOf(metric, value) {
  if (value === null || value === undefined) return "–";
  if (isShare(metric)) return percent(value, 1);
  return `${number(value, digitsFor(value))}${metric?.unit ? `\u202f${metric.unit}` : ""}`;
}

/** The same without a unit: for axes. @param {LabMetric | undefined} metric @param {number} value */
export const tickOf = (metric, value) => (isShare(metric) ? percent(value, 0) : String(value));

/** "0.33 [0.28, 0.41]". @param {LabMetric | undefined} metric @param {{ value: number, low: number | null, high: number | null } | null | undefined} estimate */
export function estimateOf(metric, estimate) {
  if (!estimate) return "–";
  const show = (/** @type {number} */ value) => (isShare(metric) ? percent(value, 1) : number(value, digitsFor(estimate.value)));
  return estimate.low === null || estimate.high === null ? show(estimate.value) : `${show(estimate.value)} [${show(estimate.low)}, ${show(estimate.high)}]`;
}

/** A share with its interval. @param {import("./types.js").FailureRate} rate */
export const rateWithInterval = (rate) => `${percent(rate.rate)} [${percent(rate.interval.low)}, ${percent(rate.interval.high)}]`;

/** Title and unit, for axes and headings. @param {LabMetric | undefined} metric @param {string} [fallback] */
export const metricTitle = (metric, fallback = "") => (metric ? `${metric.title}${metric.unit && !isShare(metric) ? ` (${metric.unit})` : ""}` : fallback);

/** Where something of the laboratory is saved from. @param {LabView} view @param {string} name */
export const exportAddress = (view, name) => `/api/synthesis-lab/${encodeURIComponent(view.run.id)}/export/${name}${view.ranking ? `?metric=${encodeURIComponent(view.ranking)}` : ""}`;

/** Conditions and metrics by id. @param {LabView} view */
export const namesOf = (view) => ({
  condition: new Map(view.conditions.map((condition) => [condition.id, condition])),
  metric: new Map(view.metrics.map((metric) => [metric.id, metric])),
  kind: new Map(view.failureKinds.map((kind) => [kind.id, kind])),
});
