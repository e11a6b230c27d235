// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Button, EmptyState, Field, Notice, Tag } from "../ui/components.js";
import { dateTime, plural } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";
import { useRead } from "../ui/use-read.js";
import { RunProgressBar } from "./run-progress.js";
import { kindWords, laboratoryOf, statusWords } from "./types.js";
import { useRunChanges } from "./use-run-changes.js";

/** @typedef {import("./types.js").Run} Run */

function NoRuns() {
  return html`<${EmptyState} title="There is no run yet">
    <p>A run lets systems work through a dataset: recognizers write down recordings, voices speak prompts, tokenizers send sounds through and back. It goes on in the background, also after the server was stopped, and every output can be heard and read.</p>
    <div class="row"><a class="button primary" href="/runs?new">Recognize a dataset</a><a class="button" href="/synthesis-lab?new">Speak prompts</a><a class="button" href="/tokenizer-lab?new">Reconstruct sounds</a><a class="button" href="/datasets?new">Make a dataset</a></div>
  <//>`;
}

/** @param {{ run: Run, onChanged: () => void }} props */
function RunCard({ run, onChanged }) {
  const laboratory = laboratoryOf(run);
  const systems = run.conditions.filter((condition, index) => run.conditions.findIndex((other) => other.system.id === condition.system.id) === index);
  return html`<li class="card stack-s test-card">
    <div class="spread">
      <h2><a href=${`/runs?id=${encodeURIComponent(run.id)}`}>${run.title}</a></h2>
      <${Tag} tone=${statusWords[run.status][1]}>${statusWords[run.status][0]}<//>
    </div>
    <p class="soft">${kindWords[run.kind]} · <a href=${`/datasets?id=${encodeURIComponent(run.dataset.id)}`}>${run.dataset.name}</a> · ${plural(run.dataset.items, "item")}${run.plan.takes > 1 ? ` · ${run.plan.takes} takes` : ""}${run.imported ? " · made elsewhere" : ""}</p>
    <div class="row">${systems.slice(0, 4).map(({ system }) => html`<${SystemName} key=${system.id} system=${system} />`)}${systems.length > 4 && html`<span class="soft">and ${systems.length - 4} more</span>`}</div>
    <${RunProgressBar} run=${run} onChanged=${onChanged} />
    <div class="spread"><span class="faint">Made ${dateTime(run.createdAt)}</span>${laboratory && html`<a href=${laboratory}>Analyse<span class="visually-hidden"> ${run.title}</span></a>`}</div>
  </li>`;
}

export function RunListPage() {
  const [kind, setKind] = useState("");
  const { value: runs, problem, again } = /** @type {{ value: Run[] | null, problem: string, again: () => void }} */ (useRead(`/api/runs${kind && `?kind=${kind}`}`));
  useRunChanges("all", again);
  return html`<div class="stack">
    <div class="spread">
      <div class="page-head">
        <h1>Runs</h1>
        <p>Systems over datasets, in the background.</p>
      </div>
      <div class="row"><a class="button" href="/runs?import">Import outputs</a><a class="button primary" href="/runs?new">New recognition</a></div>
    </div>
    <div class="run-filter"><${Field} label="Kind">${(/** @type {Record<string, unknown>} */ attributes) => html`
      <select ...${attributes} value=${kind} onChange=${(/** @type {any} */ event) => setKind(event.currentTarget.value)}>
        <option value="">All kinds</option>
        ${Object.entries(kindWords).map(([id, title]) => html`<option key=${id} value=${id}>${title}</option>`)}
      </select>`}<//></div>
    ${problem && html`<${Notice} tone="bad" title="The runs could not be read">${problem} <${Button} size="small" onClick=${again}>Try again<//><//>`}
    <div class="tests">
      ${runs === null && !problem && html`<p class="soft" role="status">Reading runs…</p>`}
      ${runs?.length === 0 && html`<${NoRuns} />`}
      ${runs && runs.length > 0 && html`<ul class="test-list run-list">${runs.map((run) => html`<${RunCard} key=${run.id} run=${run} onChanged=${again} />`)}</ul>`}
    </div>
  </div>`;
}
