// @ts-check
import { html } from "/lib/htm-preact.js";
import { bitRate, milliseconds, number, percent, realTimeFactor } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";

/** @typedef {import("./types.js").Run} Run */
/** @typedef {import("./types.js").Summary} Summary */

/** A metric's value as people read it. @param {string} metric @param {number} value */
export const metricValue = (metric, value) => (metric === "wer" || metric === "cer" ? percent(value) : number(value, Math.abs(value) >= 100 ? 1 : 3));

/** A metric's short name. @param {string} metric @param {Map<string, import("./types.js").Metric>} known */
export const metricTitle = (metric, known) => (metric === "wer" ? "WER" : metric === "cer" ? "CER" : known.get(metric)?.title ?? metric);

/** A run's conditions, summed up. @param {{ run: Run, summary: Summary[], known: Map<string, import("./types.js").Metric> }} props */
export function SummaryTable({ run, summary, known }) {
  const metrics = [...new Set(summary.flatMap((condition) => Object.keys(condition.metrics)))];
  const has = (/** @type {(condition: Summary) => unknown} */ part) => summary.some((condition) => part(condition) !== null);
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="Conditions of the run"><table class="table">
    <thead><tr>
      <th scope="col">System</th><th scope="col" class="number">Done</th><th scope="col" class="number">Failed</th>
      ${has((each) => each.realTimeFactor) && html`<th scope="col" class="number">Real-time factor</th>`}
      ${has((each) => each.firstResultSeconds) && html`<th scope="col" class="number">First result</th>`}
      ${has((each) => each.bitRate) && html`<th scope="col" class="number">Bit rate</th>`}
      ${metrics.map((metric) => html`<th key=${metric} scope="col" class="number">${metricTitle(metric, known)}${known.get(metric)?.unit ? html`<span class="faint">, ${known.get(metric)?.unit}</span>` : ""}</th>`)}
    </tr></thead>
    <tbody>${summary.filter((each) => run.conditions[each.condition]).map((each) => html`<tr key=${each.condition}>
      <th scope="row"><${SystemName} system=${run.conditions[each.condition].system} />${run.conditions[each.condition].phrases.length > 0 && html` <span class="soft">${run.conditions[each.condition].phrases.join(", ")}</span>`}</th>
      <td class="number">${each.done.toLocaleString("en-GB")}</td><td class="number">${each.failed.toLocaleString("en-GB")}</td>
      ${has((one) => one.realTimeFactor) && html`<td class="number">${realTimeFactor(each.realTimeFactor)}</td>`}
      ${has((one) => one.firstResultSeconds) && html`<td class="number">${milliseconds(each.firstResultSeconds)}</td>`}
      ${has((one) => one.bitRate) && html`<td class="number">${bitRate(each.bitRate)}</td>`}
      ${metrics.map((metric) => html`<td key=${metric} class="number">${each.metrics[metric] ? metricValue(metric, each.metrics[metric].value) : "–"}</td>`)}
    </tr>`)}</tbody>
  </table></div>`;
}
