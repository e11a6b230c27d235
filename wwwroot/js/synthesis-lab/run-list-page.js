// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Button, EmptyState, Figures, Notice, Tag } from "../ui/components.js";
import { dateTime, plural } from "../ui/format.js";
import { statusWords } from "./run-types.js";

/** @typedef {import("./run-types.js").Run} Run */

function NoRuns() {
  return html`<${EmptyState} title="There is no synthesis run yet">
    <p>Let voices speak the same prompts several times, and see how much luck there is in what one hears: failures, spread, best against typical, and what it costs in time. Takes that were made elsewhere can be imported.</p>
    <div class="row"><a class="button primary" href="/synthesis-lab?new">Make a run</a><a class="button" href="/runs?import=synthesis">Import takes</a></div>
  <//>`;
}

/** @param {{ run: Run }} props */
function RunCard({ run }) {
  const { progress } = run;
  return html`<li class="card stack-s test-card">
    <div class="spread"><h2><a href=${`/synthesis-lab?run=${encodeURIComponent(run.id)}`}>${run.title}</a></h2><${Tag} tone=${statusWords[run.status][1]}>${statusWords[run.status][0]}<//></div>
    <p class="soft">${run.dataset.name} · ${plural(run.dataset.items, "prompt")}${run.imported ? " · made elsewhere" : ""}</p>
    <${Figures} items=${[["Takes", `${progress.done} of ${progress.total}`], progress.failed > 0 && ["Failed to speak", progress.failed], ["Measured", progress.measured]]} />
    <p class="faint">Made ${dateTime(run.createdAt)}</p>
  </li>`;
}

export function RunListPage() {
  const [runs, setRuns] = useState(/** @type {Run[] | null} */ (null));
  const [problem, setProblem] = useState("");
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    api.get("/api/runs?kind=synthesis", { signal: stop.signal }).then(
      (found) => { setRuns(found); setProblem(""); },
      (error) => { if (!stop.signal.aborted) setProblem(messageOf(error)); },
    );
    return () => stop.abort();
  }, [asked]);
  return html`<div class="stack">
    <div class="spread">
      <div class="page-head">
        <h1>Synthesis laboratory</h1>
        <p>How stable a voice is: many takes of the same prompts, with failures, spread and speed, and every take one click away.</p>
      </div>
      <a class="button primary" href="/synthesis-lab?new">New run</a>
    </div>
    ${problem && html`<${Notice} tone="bad" title="The runs could not be read">${problem} <${Button} size="small" onClick=${() => setAsked((count) => count + 1)}>Try again<//><//>`}
    <div class="tests">
      ${runs === null && !problem && html`<p class="soft" role="status">Reading runs…</p>`}
      ${runs?.length === 0 && html`<${NoRuns} />`}
      ${runs && runs.length > 0 && html`<ul class="test-list">${runs.map((run) => html`<${RunCard} key=${run.id} run=${run} />`)}</ul>`}
    </div>
  </div>`;
}
