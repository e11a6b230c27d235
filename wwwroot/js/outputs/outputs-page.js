// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api } from "../ui/api.js";
import { Button, Check, EmptyState, Field, Notice } from "../ui/components.js";
import { SearchField } from "../ui/search-field.js";
import { OutputCard } from "./output-card.js";
import { kinds, readOutputFilters, writeOutputFilters } from "./output-query.js";
import { useOutputs } from "./use-outputs.js";

/** @typedef {import("./output-query.js").OutputFilters} OutputFilters */

/** @param {{ filters: OutputFilters, systems: { id: string, title: string, kind: string }[], onChange: (change: Partial<OutputFilters>) => void }} props */
function OutputFilterBar({ filters, systems, onChange }) {
  const offered = systems.filter((system) => !filters.kind || system.kind === filters.kind);
  return html`<form class="output-filters" role="search" aria-label="Find outputs" onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}>
    <${SearchField} placeholder="words, recording or system" value=${filters.search} onChange=${(/** @type {string} */ search) => onChange({ search })} />
    <${Field} label="Kind">${(/** @type {Record<string, unknown>} */ attributes) => html`
      <select ...${attributes} value=${filters.kind} onChange=${(/** @type {any} */ event) => onChange({ kind: event.currentTarget.value, system: "" })}>
        <option value="">All kinds</option>
        ${kinds.map(([id, title]) => html`<option key=${id} value=${id}>${title}</option>`)}
      </select>`}<//>
    <${Field} label="System">${(/** @type {Record<string, unknown>} */ attributes) => html`
      <select ...${attributes} value=${filters.system} onChange=${(/** @type {any} */ event) => onChange({ system: event.currentTarget.value })}>
        <option value="">All systems</option>
        ${offered.map((system) => html`<option key=${system.id} value=${system.id}>${system.title}</option>`)}
        ${filters.system && !offered.some(({ id }) => id === filters.system) && html`<option value=${filters.system}>${filters.system}</option>`}
      </select>`}<//>
    <${Check} checked=${filters.all} onChange=${(/** @type {boolean} */ all) => onChange({ all })}>Also those not kept<//>
  </form>`;
}

/** @param {{ filters: OutputFilters, onChange: (change: Partial<OutputFilters>) => void }} props */
function NoOutputs({ filters, onChange }) {
  if (filters.kind || filters.system || filters.search) return html`<${EmptyState} title="No output matches">
    <p>Nothing ${filters.all ? "" : "kept "}matches this search.</p>
    <div class="row">
      <${Button} onClick=${() => onChange({ kind: "", system: "", search: "" })}>Clear the search<//>
      ${!filters.all && html`<${Button} onClick=${() => onChange({ all: true })}>Also show outputs not kept<//>`}
    </div>
  <//>`;
  return html`<${EmptyState} title=${filters.all ? "There are no outputs yet" : "Nothing is kept yet"}>
    <p>On the live bench, every result can be kept with one click. It then stays here under its system, to be heard and read again. Results of a blind trial appear after its labels are revealed.</p>
    <a class="button primary" href="/live">Go to the live bench</a>
  <//>`;
}

export function OutputsPage() {
  const [filters, setFilters] = useState(() => readOutputFilters(location.search));
  const [systems, setSystems] = useState(/** @type {{ id: string, title: string, kind: string }[]} */ ([]));
  const { items, next, problem, problems, isReading, keep, more, retry } = useOutputs(filters);
  useEffect(() => void api.get("/api/systems").then(setSystems, () => setSystems([])), []);
  const change = (/** @type {Partial<OutputFilters>} */ part) => {
    const changed = { ...filters, ...part };
    history.replaceState(null, "", location.pathname + writeOutputFilters(changed));
    setFilters(changed);
  };
  return html`
    <div class="page-head">
      <h1>Outputs</h1>
      <p>What systems gave on the live bench and in runs: transcripts, voices and reconstructions, with the settings that made them.</p>
    </div>
    <div class="stack">
      <${OutputFilterBar} filters=${filters} systems=${systems} onChange=${change} />
      ${problem && html`<${Notice} tone="bad" title="The outputs could not be read">${problem} <${Button} size="small" onClick=${retry}>Try again<//><//>`}
      <div class="outputs" aria-busy=${isReading ? "true" : "false"}>
        ${items === null && !problem && html`<p class="soft" role="status">Reading outputs…</p>`}
        ${items?.length === 0 && html`<${NoOutputs} filters=${filters} onChange=${change} />`}
        ${items && items.length > 0 && html`<ul class="output-list">${items.map((output) => html`<${OutputCard} key=${output.id} output=${output} problem=${problems[output.id]}
          onKeep=${(/** @type {boolean} */ kept) => keep(output, kept)} />`)}</ul>`}
        ${next && html`<div class="row outputs-more"><${Button} onClick=${more} disabled=${isReading}>${isReading ? "Reading more…" : "Show more"}<//></div>`}
      </div>
    </div>`;
}
