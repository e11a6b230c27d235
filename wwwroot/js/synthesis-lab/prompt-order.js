// @ts-check
// In which order prompts stand.

/** @typedef {import("./types.js").LabView} LabView */

/** @type {readonly (readonly [id: string, title: string])[]} */
export const orders = [["given", "As in the dataset"], ["failures", "Most failures first"], ["value", "Worst typical take first"], ["spread", "Widest between best and worst first"]];

/**
 * The prompts of a run in an order.
 * @param {Pick<LabView, "prompts" | "analysis" | "metrics" | "ranking">} view @param {string} order
 */
export function sortedPrompts({ prompts, analysis, metrics, ranking }, order) {
  if (order === "given") return prompts;
  const higher = metrics.find((metric) => metric.id === ranking)?.direction === "higher-is-better";
  /** @type {Map<string, number>} */
  const costs = new Map();
  for (const cell of analysis.cells) {
    const cost = order === "failures" ? cell.failed / cell.takes
      : order === "spread" ? Math.abs((cell.bestValue ?? 0) - (cell.worstValue ?? 0))
      : cell.typicalValue === null ? -Infinity : higher ? -cell.typicalValue : cell.typicalValue;
    costs.set(cell.prompt, Math.max(costs.get(cell.prompt) ?? -Infinity, cost));
  }
  const cost = (/** @type {{ key: string }} */ prompt) => costs.get(prompt.key) ?? -Infinity;
  return [...prompts].sort((a, b) => (cost(a) === cost(b) ? 0 : cost(b) > cost(a) ? 1 : -1));
}
