// @ts-check
import { html } from "/lib/htm-preact.js";
import { Figures, Tag } from "../ui/components.js";
import { bases, difference, directionInWords, exact, needsInWords, validityInWords } from "./metric-words.js";

/** @typedef {import("./metric-words.js").Metric} Metric */
/** @typedef {import("./metric-words.js").CheckedValue} CheckedValue */

/** @param {{ metric: Metric, values: CheckedValue[] | null, signals: Record<string, string> }} props */
function SelfCheck({ metric, values, signals }) {
  if (!values) return html`<p class="faint metric-waiting">Checking…</p>`;
  if (values.length === 0) return html`<p class="faint">Not checked here: the built-in signals hold no golden value for it.</p>`;
  return html`<table class="metric-check">
    <caption class="visually-hidden">Self check of ${metric.title}</caption>
    <thead><tr><th scope="col">Signals</th><th scope="col" class="number">Expected</th><th scope="col" class="number">Got</th><th scope="col" class="number">Difference</th></tr></thead>
    <tbody>${values.map((value) => html`<tr key=${value.signals} class=${value.passed ? "" : "failed"}>
      <th scope="row" title=${`${signals[value.signals] ?? ""}; ${bases[value.basis]}`}>${value.signals}</th>
      <td class="number">${exact(value.expected)}</td>
      <td class="number">${value.got === null ? html`<span title=${value.notValid ?? ""}>none</span>` : exact(value.got)}</td>
      <td class="number">${difference(value.difference)}</td>
    </tr>`)}</tbody>
  </table>`;
}

/** Whether the metric gives here what it should. @param {{ values: CheckedValue[] | null }} props */
function Verdict({ values }) {
  if (!values) return null;
  if (values.length === 0) return html`<${Tag}>Not checked<//>`;
  return values.every(({ passed }) => passed) ? html`<${Tag} tone="good">Checked<//>` : html`<${Tag} tone="bad">Wrong here<//>`;
}

/**
 * A metric: what it is, where it holds, what it gave.
 * @param {{ metric: Metric, values: CheckedValue[] | null, signals: Record<string, string> }} props values are null while they are computed
 */
export function MetricRow({ metric, values, signals }) {
  return html`<article class="metric-row" id=${`metric-${metric.id}`} aria-labelledby=${`metric-${metric.id}-title`}>
    <div class="metric-what">
      <header class="row"><h3 id=${`metric-${metric.id}-title`}>${metric.title}</h3>${metric.unit && html`<span class="faint">${metric.unit}</span>`}<code class="faint">${metric.id}</code><${Verdict} values=${values} /></header>
      <p><span class="metric-blind">Blind to</span> ${metric.blindTo}</p>
      <p class="faint">${metric.source}. Version <code>${metric.version}</code></p>
    </div>
    <${Figures} items=${[
      ["Needs", needsInWords(metric)],
      ["Reads", directionInWords(metric)],
      ["Valid for", validityInWords(metric).join(" · ")],
    ]} />
    <${SelfCheck} metric=${metric} values=${values} signals=${signals} />
  </article>`;
}
