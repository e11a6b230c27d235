// @ts-check
import { html } from "/lib/htm-preact.js";
import { useCallback, useEffect, useState } from "/lib/preact-hooks.js";
import { RunProgressBar } from "../runs/run-progress.js";
import { statusWords } from "../runs/types.js";
import { useRunChanges } from "../runs/use-runs.js";
import { api, messageOf } from "../ui/api.js";
import { Button, EmptyState, Figures, Notice, Tag } from "../ui/components.js";
import { dateTime, plural } from "../ui/format.js";

/** @typedef {import("../runs/types.js").Run} Run */

function NoRuns() {
  return html`<${EmptyState} title="There is no reconstruction run yet">
    <p>Send speech, music, animal calls or any other sound through tokenizers at several bit rates, beside classical codecs, and see what is lost: quality over bit rate, spectrograms side by side, the worst clips first. Reconstructions that were made elsewhere can be imported.</p>
    <div class="row"><a class="button primary" href="/tokenizer-lab?new">Make a run</a><a class="button" href="/runs?import=reconstruction">Import reconstructions</a></div>
  <//>`;
}

/** @param {{ run: Run, onChanged: () => void }} props */
function RunCard({ run, onChanged }) {
  const { progress } = run;
  return html`<li class="card stack-s test-card">
    <div class="spread"><h2><a href=${`/tokenizer-lab?run=${encodeURIComponent(run.id)}`}>${run.title}</a></h2><${Tag} tone=${statusWords[run.status][1]}>${statusWords[run.status][0]}<//></div>
    <p class="soft">${run.dataset.name} · ${plural(run.dataset.items, "clip")}${run.imported ? " · made elsewhere" : ""}</p>
    <${Figures} items=${[["Reconstructions", `${progress.done} of ${progress.total}`], progress.failed > 0 && ["Failed", progress.failed], ["Measured", progress.measured]]} />
    ${run.status !== "done" && run.status !== "cancelled" && html`<${RunProgressBar} run=${run} onChanged=${onChanged} />`}
    <p class="faint">Made ${dateTime(run.createdAt)}</p>
  </li>`;
}

export function RunListPage() {
  const [runs, setRuns] = useState(/** @type {Run[] | null} */ (null));
  const [problem, setProblem] = useState("");
  const [asked, setAsked] = useState(0);
  const again = useCallback(() => setAsked((count) => count + 1), []);
  useRunChanges("all", again);
  useEffect(() => {
    const stop = new AbortController();
    api.get("/api/runs?kind=reconstruction", { signal: stop.signal }).then(
      (found) => { setRuns(found); setProblem(""); },
      (error) => stop.signal.aborted || setProblem(messageOf(error)),
    );
    return () => stop.abort();
  }, [asked]);
  return html`<div class="stack">
    <div class="spread">
      <div class="page-head">
        <h1>Tokenizer laboratory</h1>
        <p>What tokenizers do to any kind of sound, at what bit rate, beside codecs that everybody knows.</p>
      </div>
      <a class="button primary" href="/tokenizer-lab?new">New run</a>
    </div>
    ${problem && html`<${Notice} tone="bad" title="The runs could not be read">${problem} <${Button} size="small" onClick=${again}>Try again<//><//>`}
    <div class="tests">
      ${runs === null && !problem && html`<p class="soft" role="status">Reading runs…</p>`}
      ${runs?.length === 0 && html`<${NoRuns} />`}
      ${runs && runs.length > 0 && html`<ul class="test-list">${runs.map((run) => html`<${RunCard} key=${run.id} run=${run} onChanged=${again} />`)}</ul>`}
    </div>
  </div>`;
}
