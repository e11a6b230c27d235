// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Field, Notice } from "../ui/components.js";
import { Pager } from "../ui/pager.js";
import { StreamingReplay } from "./streaming-replay.js";
import { queryOf, useAnswer } from "./use-board.js";

const pageSize = 3;

/** Recordings with what each system said while it listened. @param {{ choice: import("./use-board.js").Choice }} props */
export function StreamingRecordings({ choice }) {
  const [filter, setFilter] = useState({ sort: "final", search: "", offset: 0 });
  const set = (/** @type {Partial<typeof filter>} */ change) => setFilter((before) => ({ ...before, offset: 0, ...change }));
  const { answer: page, problem, loading } = /** @type {{ answer: import("./types.js").StreamingPage | null, problem: string | null, loading: boolean }} */ (
    useAnswer(`/api/recognizers/streaming/items?${queryOf(choice, { ...filter, limit: pageSize })}`));
  return html`<section class="card stack" aria-labelledby="replay" aria-busy=${loading ? "true" : "false"}>
    <div class="spread"><div><h3 id="replay">As it was heard</h3><p class="faint">Play a recording: each system's words come, change and become final as they did. Words underlined with dots were changed or taken back later.</p></div>
      <a class="button quiet small" href=${`/api/recognizers/export/streaming-logs.jsonl?${queryOf(choice)}`} download>All event logs</a></div>
    <div class="utterance-filters">
      <${Field} label="Recordings in order of">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => set({ sort: event.currentTarget.value })}>
        ${[["final", "slowest final words first"], ["unstable", "most words taken back first"], ["key", "as in the dataset"]].map(([id, title]) => html`<option key=${id} value=${id} selected=${id === filter.sort}>${title}</option>`)}</select>`}<//>
      <${Field} label="Text in recording">${(/** @type {Record<string, unknown>} */ attributes) => html`<input ...${attributes} type="search" value=${filter.search} onChange=${(/** @type {any} */ event) => set({ search: event.currentTarget.value })} />`}<//>
    </div>
    ${problem && html`<${Notice} tone="bad">${problem}<//>`}
    ${page && page.total === 0 && html`<p class="soft" role="status">No recording has this text.</p>`}
    ${page && page.items.map((item) => html`<${StreamingReplay} key=${item.id} item=${item} systems=${page.systems} />`)}
    ${page && html`<${Pager} label="Pages of replayed recordings" offset=${page.offset} limit=${pageSize} total=${page.total} onChange=${(/** @type {number} */ offset) => setFilter((before) => ({ ...before, offset }))} />`}
  </section>`;
}
