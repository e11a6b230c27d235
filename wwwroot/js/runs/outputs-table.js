// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { EmptyState, Field, Notice, Tag } from "../ui/components.js";
import { plural, realTimeFactor, seconds } from "../ui/format.js";
import { Pager } from "../ui/pager.js";
import { PlayButton } from "../ui/play-button.js";
import { SearchField } from "../ui/search-field.js";
import { SystemName } from "../ui/system-mark.js";
import { useRead } from "../ui/use-read.js";
import { metricTitle, metricValue } from "./summary-table.js";
import { conditionWords } from "./types.js";

/** @typedef {import("./types.js").Run} Run */
/** @typedef {import("./types.js").RunOutput} RunOutput */
/** @typedef {import("./types.js").OutputPage} OutputPage */
/** @typedef {Map<string, import("./types.js").Metric>} Known */
/** @typedef {{ condition: string, status: string, search: string, sort: string, offset: number }} Filters */

const limit = 50;
/** @type {Record<string, readonly [words: string, tone: "good" | "warn" | "bad" | "accent" | undefined]>} */
const outputStatus = { queued: ["Waiting", undefined], running: ["In the making", "accent"], done: ["Done", "good"], failed: ["Failed", "bad"], cancelled: ["Cancelled", "warn"] };

/** What an output gave, or why it gave nothing. @param {{ output: RunOutput, run: Run }} props */
function Given({ output, run }) {
  const reasons = Object.entries(output.notMeasured);
  const isCalled = run.conditions[output.condition]?.system.id.startsWith("vendor:");
  return html`<div class="stack-s">
    ${output.error && html`<span class="run-error">${output.error}</span>`}
    ${output.text !== null && html`<span>${run.kind === "synthesis" && html`<span class="faint">heard: </span>`}${output.text || html`<span class="faint">nothing recognized</span>`}</span>`}
    ${output.attempts > 1 && html`<span class="faint">Begun ${output.attempts} times: the server stopped in between.${isCalled ? " The vendor may bill each call." : ""}</span>`}
    ${reasons.length > 0 && html`<details class="more"><summary>${plural(reasons.length, "metric")} without a value</summary><ul>${reasons.map(([metric, reason]) => html`<li key=${metric}><strong>${metric}</strong>: ${reason}</li>`)}</ul></details>`}
  </div>`;
}

/** @param {{ run: Run, output: RunOutput, metrics: string[] }} props */
function OutputRow({ run, output, metrics }) {
  const condition = run.conditions[output.condition];
  const label = `${output.item.key}${condition ? `, ${conditionWords(condition)}` : ""}${run.plan.takes > 1 ? `, take ${output.take + 1}` : ""}`;
  return html`<tr>
    <th scope="row" class="key"><span title=${output.item.key}>${output.item.key}</span></th>
    <td>${condition && html`<${SystemName} system=${condition.system} />${condition.phrases.length > 0 && html`<br /><span class="soft">${condition.phrases.join(", ")}</span>`}`}</td>
    ${run.plan.takes > 1 && html`<td class="number">${output.take + 1}</td>`}
    <td><${Tag} tone=${outputStatus[output.status]?.[1]}>${outputStatus[output.status]?.[0] ?? output.status}<//></td>
    <td><div class="row">
      ${output.item.hasAudio && html`<${PlayButton} src=${`/api/datasets/items/${output.item.id}/audio`} label=${`the recording ${output.item.key}`} />`}
      ${output.hasAudio && html`<${PlayButton} src=${`/api/outputs/${output.id}/audio`} label=${label} />`}
    </div></td>
    <td class="wide">${output.item.text}</td>
    <td class="wide"><${Given} output=${output} run=${run} /></td>
    <td class="number">${seconds(output.audioSeconds)}</td>
    <td class="number">${realTimeFactor(output.realTimeFactor)}</td>
    ${metrics.map((metric) => html`<td key=${metric} class="number" title=${output.notMeasured[metric]}>${output.measurements[metric] === undefined ? "–" : metricValue(metric, output.measurements[metric])}</td>`)}
  </tr>`;
}

/** @param {{ run: Run, filters: Filters, metrics: string[], known: Known, onChange: (change: Partial<Filters>) => void }} props */
function FilterBar({ run, filters, metrics, known, onChange }) {
  return html`<form class="run-filters" role="search" aria-label="Find outputs" onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}>
    <${SearchField} value=${filters.search} placeholder="key, text or transcript" onChange=${(/** @type {string} */ search) => onChange({ search })} />
    <${Field} label="System">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} value=${filters.condition} onChange=${(/** @type {any} */ event) => onChange({ condition: event.currentTarget.value })}>
      <option value="">All</option>${run.conditions.map((condition, index) => html`<option key=${index} value=${index}>${conditionWords(condition)}</option>`)}</select>`}<//>
    <${Field} label="State">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} value=${filters.status} onChange=${(/** @type {any} */ event) => onChange({ status: event.currentTarget.value })}>
      <option value="">Any</option>${Object.entries(outputStatus).map(([id, [words]]) => html`<option key=${id} value=${id}>${words}</option>`)}</select>`}<//>
    <${Field} label="Order">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} value=${filters.sort} onChange=${(/** @type {any} */ event) => onChange({ sort: event.currentTarget.value })}>
      <option value="">As in the dataset</option>${metrics.flatMap((metric) => [html`<option key=${`-${metric}`} value=${`-${metric}`}>${metricTitle(metric, known)}, largest first</option>`, html`<option key=${metric} value=${metric}>${metricTitle(metric, known)}, smallest first</option>`])}</select>`}<//>
  </form>`;
}

/**
 * A run's outputs, page by page from the server.
 * @param {{ run: Run, version: string, metrics: string[], known: Known }} props `version`: another one reads anew
 */
export function OutputsTable({ run, version, metrics, known }) {
  const [filters, setFilters] = useState(/** @type {Filters} */ ({ condition: "", status: "", search: "", sort: "", offset: 0 }));
  const query = new URLSearchParams({ limit: String(limit), offset: String(filters.offset), ...(filters.condition && { condition: filters.condition }), ...(filters.status && { status: filters.status }), ...(filters.search && { search: filters.search }), ...(filters.sort && { sort: filters.sort }), v: version });
  const { value: page, problem, isReading } = /** @type {{ value: OutputPage | null, problem: string, isReading: boolean }} */ (useRead(`/api/runs/${encodeURIComponent(run.id)}/outputs?${query}`));
  const change = (/** @type {Partial<Filters>} */ part) => setFilters((now) => ({ ...now, offset: 0, ...part }));
  return html`<section class="stack-s" aria-labelledby="outputs-title">
    <h2 id="outputs-title">Outputs</h2>
    <${FilterBar} run=${run} filters=${filters} metrics=${metrics} known=${known} onChange=${change} />
    ${page && html`<${Pager} label="Pages of outputs" offset=${filters.offset} limit=${limit} total=${page.total} onChange=${(/** @type {number} */ offset) => change({ offset })} />`}
    ${problem && html`<${Notice} tone="bad">${problem}<//>`}
    <div aria-busy=${isReading ? "true" : "false"}>
      ${page === null && !problem && html`<p class="soft" role="status">Reading outputs…</p>`}
      ${page?.total === 0 && html`<${EmptyState} level=${3} title="No output matches"><p>Choose another system or state, or search for something else.</p><//>`}
      ${page && page.outputs.length > 0 && html`<div class="table-frame" tabindex="0" role="region" aria-label="Outputs of the run"><table class="table items-table">
        <thead><tr>
          <th scope="col">Item</th><th scope="col">System</th>${run.plan.takes > 1 && html`<th scope="col" class="number">Take</th>`}<th scope="col">State</th><th scope="col">Audio</th>
          <th scope="col" class="wide">${run.kind === "synthesis" ? "Prompt" : "Reference text"}</th><th scope="col" class="wide">${run.kind === "recognition" ? "Transcript" : "Notes"}</th>
          <th scope="col" class="number">Length</th><th scope="col" class="number">Real-time factor</th>
          ${metrics.map((metric) => html`<th key=${metric} scope="col" class="number">${metricTitle(metric, known)}</th>`)}
        </tr></thead>
        <tbody>${page.outputs.map((output) => html`<${OutputRow} key=${output.id} run=${run} output=${output} metrics=${metrics} />`)}</tbody>
      </table></div>`}
    </div>
  </section>`;
}
