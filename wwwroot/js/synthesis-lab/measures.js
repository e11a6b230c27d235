// @ts-check
// Numbers of a condition that can be set against each other.
import { estimateOf, isShare } from "./words.js";

/** @typedef {import("./types.js").PromptEstimate} PromptEstimate */
/** @typedef {{ id: string, title: string, isShare: boolean, of: (condition: string) => PromptEstimate | null, write: (estimate: PromptEstimate | null) => string }} Measure */

/**
 * The failure rate, and the mean and the spread within prompts of each metric.
 * @param {Pick<import("./types.js").LabView, "metrics" | "analysis">} view
 * @returns {Measure[]}
 */
export function measuresOf(view) {
  const share = /** @type {import("./types.js").LabMetric} */ ({ id: "wer" });
  const rates = new Map(view.analysis.failures.map((summary) => [summary.condition, summary.byPrompt]));
  /** @type {Measure[]} */
  const measures = [{ id: "failure-rate", title: "Failure rate", isShare: true, of: (condition) => rates.get(condition) ?? null, write: (estimate) => estimateOf(share, estimate) }];
  for (const metric of view.metrics) {
    const spreads = new Map(view.analysis.spread.filter((spread) => spread.metric === metric.id).map((spread) => [spread.condition, spread]));
    if (spreads.size === 0) continue;
    const unit = metric.unit && !isShare(metric) ? ` (${metric.unit})` : "";
    const write = (/** @type {PromptEstimate | null} */ estimate) => estimateOf(metric, estimate);
    measures.push({ id: `${metric.id}:mean`, title: `${metric.title}${unit}`, isShare: isShare(metric), of: (condition) => spreads.get(condition)?.mean ?? null, write });
    if ([...spreads.values()].some((spread) => spread.within)) {
      measures.push({ id: `${metric.id}:within`, title: `${metric.title}, SD between takes${unit}`, isShare: isShare(metric), of: (condition) => spreads.get(condition)?.within ?? null, write });
    }
  }
  return measures;
}

/** Metrics that say how lively speech is, the best first. */
const lively = ["f0-sd-semitones", "f0-range", "f0-sd", "speaking-rate:within"];

/**
 * What is shown unless something else is chosen: pitch spread against failures, or against word errors where nothing failed.
 * @param {Measure[]} measures
 * @returns {{ x: Measure, y: Measure } | null}
 */
export function usualPair(measures) {
  const find = (/** @type {string} */ id) => measures.find((measure) => measure.id === id || measure.id === `${id}:mean`);
  const x = lively.map(find).find(Boolean) ?? measures.find(({ id }) => id.startsWith("f0")) ?? measures.find(({ id }) => id !== "failure-rate" && !id.startsWith("wer"));
  const y = find("wer:within") ?? find("wer") ?? find("failure-rate");
  return x && y ? { x, y } : null;
}
