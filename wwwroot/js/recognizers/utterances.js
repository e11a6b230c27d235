// @ts-check
// Every recording with all systems' words under the reference's, locked to one player.
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { Button, Field, Notice } from "../ui/components.js";
import { plural } from "../ui/format.js";
import { sliceName } from "./words.js";
import { TableFiles } from "./table-files.js";
import { queryOf, scoredOf, useAnswer } from "./use-board.js";
import { UtteranceCard } from "./utterance-card.js";

const pageSize = 10;

/** @param {{ board: import("./types.js").Board, choice: import("./use-board.js").Choice }} props */
export function Utterances({ board, choice }) {
  const [filter, setFilter] = useState({ sort: "errors", search: "", value: "", confusion: "", offset: 0 });
  const place = (/** @type {string} */ id) => board.systems.findIndex((system) => system.id === id);
  const set = (/** @type {Partial<typeof filter>} */ change) => setFilter((before) => ({ ...before, offset: 0, ...change }));
  useEffect(() => {
    const choose = (/** @type {Event} */ event) => set({ confusion: /** @type {CustomEvent<string>} */ (event).detail });
    addEventListener("board-confusion", choose);
    return () => removeEventListener("board-confusion", choose);
  }, []);
  const { answer: page, problem, loading } = /** @type {{ answer: import("./types.js").UtterancePage | null, problem: string | null, loading: boolean }} */ (
    useAnswer(`/api/recognizers/utterances?${queryOf(scoredOf(choice), { ...filter, slice: board.slice, limit: pageSize })}`));
  // Systems as they are ranked, on every card.
  const order = page ? page.systems.map((_, index) => index).sort((a, b) => place(page.systems[a].id) - place(page.systems[b].id)) : [];
  const last = page ? Math.max(0, Math.ceil(page.total / pageSize) - 1) * pageSize : 0;
  return html`<section class="card stack" id="utterances" aria-labelledby="utterances-title" aria-busy=${loading ? "true" : "false"}>
    <div class="spread"><div><h3 id="utterances-title">Recording by recording</h3><p class="faint">Columns are words of the reference. Choose a word with a time to hear it.</p></div><${TableFiles} table="utterances" title="every transcript" choice=${choice} /></div>
    <div class="utterance-filters">
      <${Field} label="Order">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => set({ sort: event.currentTarget.value })}>
        ${[["errors", "most errors first"], ["spread", "systems differ most first"], ["key", "as in the dataset"]].map(([id, title]) => html`<option key=${id} value=${id} selected=${id === filter.sort}>${title}</option>`)}</select>`}<//>
      <${Field} label=${`Only ${sliceName(board.slice)}`}>${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => set({ value: event.currentTarget.value })}>
        <option value="">all</option>${board.map.map((row) => html`<option key=${row.slice} value=${row.slice} selected=${row.slice === filter.value}>${row.slice}</option>`)}</select>`}<//>
      <${Field} label="Text in it">${(/** @type {Record<string, unknown>} */ attributes) => html`<input ...${attributes} type="search" value=${filter.search} onChange=${(/** @type {any} */ event) => set({ search: event.currentTarget.value })} />`}<//>
      ${filter.confusion && html`<p>Only with <strong>${filter.confusion.replace(">", " → ")}</strong> <${Button} size="small" onClick=${() => set({ confusion: "" })}>Show all<//></p>`}
    </div>
    ${problem && html`<${Notice} tone="bad">${problem}<//>`}
    ${page && html`<p class="soft" role="status">${plural(page.total, "recording")}${page.total > pageSize ? `, ${page.offset + 1}–${Math.min(page.total, page.offset + pageSize)} shown` : ""}</p>
      ${page.utterances.map((utterance) => html`<${UtteranceCard} key=${utterance.id} utterance=${{ ...utterance, lines: order.map((index) => utterance.lines[index]) }} systems=${order.map((index) => page.systems[index])} />`)}
      ${page.total > pageSize && html`<nav class="pager" aria-label="Pages of recordings">
        <${Button} size="small" disabled=${page.offset === 0} onClick=${() => setFilter({ ...filter, offset: Math.max(0, filter.offset - pageSize) })}>Previous<//>
        <${Button} size="small" disabled=${page.offset >= last} onClick=${() => setFilter({ ...filter, offset: Math.min(last, filter.offset + pageSize) })}>Next<//></nav>`}`}
  </section>`;
}
