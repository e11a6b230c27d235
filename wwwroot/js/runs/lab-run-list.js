// @ts-check
import { html } from "/lib/htm-preact.js";
import { Button, Figures, Notice, Tag } from "../ui/components.js";
import { dateTime, plural } from "../ui/format.js";
import { useRead } from "../ui/use-read.js";
import { RunProgressBar } from "./run-progress.js";
import { statusWords } from "./types.js";
import { useRunChanges } from "./use-run-changes.js";

/** @typedef {import("./types.js").Run} Run */
/** @typedef {{ item: string, outputs: string, failed: string }} RunWords what the dataset's items, what is made of them, and what was not made are called */

/** @param {{ run: Run, page: string, words: RunWords, onChanged: () => void }} props */
function RunCard({ run, page, words, onChanged }) {
  const { progress } = run;
  return html`<li class="card stack-s test-card">
    <div class="spread">
      <h2><a href=${`${page}?run=${encodeURIComponent(run.id)}`}>${run.title}</a></h2>
      <${Tag} tone=${statusWords[run.status][1]}>${statusWords[run.status][0]}<//>
    </div>
    <p class="soft">${run.dataset.name} · ${plural(run.dataset.items, words.item)}${run.imported ? " · made elsewhere" : ""}</p>
    <${Figures} items=${[[words.outputs, `${progress.done} of ${progress.total}`], progress.failed > 0 && [words.failed, progress.failed], ["Measured", progress.measured]]} />
    ${run.status !== "done" && run.status !== "cancelled" && html`<${RunProgressBar} run=${run} onChanged=${onChanged} />`}
    <p class="faint">Made ${dateTime(run.createdAt)}</p>
  </li>`;
}

/**
 * A laboratory's first page: the runs of its kind, the newest first, followed while they go on.
 * @param {{ kind: import("./types.js").RunKind, page: string, title: string, words: RunWords, about: string, children?: import("preact").ComponentChildren }} props
 *   page: the laboratory's path; children: what to do where there is no run
 */
export function LabRunList({ kind, page, title, words, about, children }) {
  const { value: runs, problem, again } = /** @type {{ value: Run[] | null, problem: string, again: () => void }} */ (useRead(`/api/runs?kind=${kind}`));
  useRunChanges("all", again);
  return html`<div class="stack">
    <div class="spread">
      <div class="page-head">
        <h1>${title}</h1>
        <p>${about}</p>
      </div>
      <a class="button primary" href=${`${page}?new`}>New run</a>
    </div>
    ${problem && html`<${Notice} tone="bad" title="The runs could not be read">${problem} <${Button} size="small" onClick=${again}>Try again<//><//>`}
    <div class="tests">
      ${runs === null && !problem && html`<p class="soft" role="status">Reading runs…</p>`}
      ${runs?.length === 0 && children}
      ${runs && runs.length > 0 && html`<ul class="test-list">${runs.map((run) => html`<${RunCard} key=${run.id} run=${run} page=${page} words=${words} onChanged=${again} />`)}</ul>`}
    </div>
  </div>`;
}
