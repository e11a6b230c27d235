// @ts-check
import { html } from "/lib/htm-preact.js";
import { useCallback, useMemo, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Figures, Notice, Tag } from "../ui/components.js";
import { dateTime, seconds } from "../ui/format.js";
import { useRead } from "../ui/use-read.js";
import { useTitle } from "../ui/use-title.js";
import { OutputsTable } from "./outputs-table.js";
import { RunProgressBar } from "./run-progress.js";
import { SummaryTable } from "./summary-table.js";
import { kindWords, laboratoryOf, statusWords } from "./types.js";
import { useRunChanges } from "./use-run-changes.js";

/** @typedef {import("./types.js").Run} Run */
/** @typedef {import("./types.js").Summary} Summary */
/** @typedef {import("./types.js").Metric} Metric */

/** The machine and the versions that made a run. @param {{ run: Run }} props */
function Provenance({ run }) {
  const { environment } = run;
  return html`<details class="more"><summary>How it was made</summary>
    <${Figures} items=${[
      ["Seed", run.seed], run.startedAt !== null && ["Begun", dateTime(run.startedAt)], run.finishedAt !== null && ["Ended", dateTime(run.finishedAt)],
      run.startedAt !== null && run.finishedAt !== null && ["Took", seconds((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000)],
      environment && ["Processor", environment.cpu], environment && ["Cores", environment.cores], environment && ["System", environment.os], environment && ["Runtime", environment.runtime],
      environment && ["ONNX Runtime", environment.onnxRuntime], environment && ["SpeechScoop", environment.app], run.plan.recognizer && ["Written down by", run.plan.recognizer],
    ]} />
  </details>`;
}

/** @param {{ run: Run }} props */
function Actions({ run }) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState("");
  const laboratory = laboratoryOf(run);
  const address = `/api/runs/${encodeURIComponent(run.id)}`;
  const remove = async () => {
    try {
      await api.delete(address);
      location.assign("/runs");
    } catch (error) {
      setAsking(false);
      setProblem(messageOf(error));
    }
  };
  const over = run.status !== "running" && run.status !== "queued";
  return html`<div class="stack-s">
    <div class="row">
      ${laboratory && html`<a class="button primary" href=${laboratory}>Analyse in the laboratory</a>`}
      <a class="button" href=${`${address}/export?format=csv`} download>Export as CSV</a>
      <a class="button" href=${`${address}/export?format=jsonl`} download>as JSON lines</a>
      ${run.kind === "recognition" && run.plan.conditions.some(({ settings }) => settings?.stream) && html`<a class="button" href=${`${address}/events`} download>Event logs</a>`}
      ${over && (asking
        ? html`<span role="alert" class="row">Delete the run with its outputs and measurements? <${Button} size="small" kind="danger" onClick=${remove}>Delete<//><${Button} size="small" onClick=${() => setAsking(false)}>Keep<//></span>`
        : html`<${Button} kind="quiet" onClick=${() => setAsking(true)}>Delete<//>`)}
    </div>
    ${problem && html`<${Notice} tone="bad" onClose=${() => setProblem("")}>${problem}<//>`}
  </div>`;
}

/** @param {{ id: string }} props */
export function RunPage({ id }) {
  const address = `/api/runs/${encodeURIComponent(id)}`;
  const { value: run, problem, again } = /** @type {{ value: Run | null, problem: string, again: () => void }} */ (useRead(address));
  useTitle(run?.title);
  const summary = /** @type {{ value: Summary[] | null, problem: string, again: () => void }} */ (useRead(`${address}/summary`));
  const listed = /** @type {{ value: Metric[] | null }} */ (useRead("/api/metrics"));
  const known = useMemo(() => new Map((listed.value ?? []).map((metric) => [metric.id, metric])), [listed.value]);
  const changed = useCallback(() => { again(); summary.again(); }, [again, summary.again]);
  useRunChanges(id, changed);
  if (problem && !run) return html`<div class="stack"><h1>Run</h1><${Notice} tone="bad" title="The run could not be read">${problem} <${Button} size="small" onClick=${again}>Try again<//><//></div>`;
  if (!run) return html`<p class="soft" role="status">Reading the run…</p>`;
  const metrics = [...new Set([...(summary.value ?? []).flatMap((condition) => Object.keys(condition.metrics)), ...run.plan.metrics])];
  const { progress } = run;
  return html`<div class="stack dataset-page">
    <div class="page-head">
      <p><a href="/runs">Runs</a></p>
      <h1>${run.title}</h1>
      <p>${kindWords[run.kind]} of <a href=${`/datasets?id=${encodeURIComponent(run.dataset.id)}`}>${run.dataset.name}</a>${run.imported ? ", made elsewhere" : ""}.</p>
    </div>
    <section class="card stack" aria-label="Progress">
      <div class="row"><${Tag} tone=${statusWords[run.status][1]}>${statusWords[run.status][0]}<//></div>
      <${RunProgressBar} run=${run} onChanged=${changed} />
      <${Actions} run=${run} />
      <${Provenance} run=${run} />
    </section>
    ${summary.value && html`<section class="stack-s" aria-labelledby="summary-title">
      <h2 id="summary-title">Systems</h2>
      <${SummaryTable} run=${run} summary=${summary.value} known=${known} />
      ${run.kind === "recognition" && html`<p class="faint">Error rates are pooled: errors in all items by words or characters in all references. Lower is better.</p>`}
    </section>`}
    <${OutputsTable} run=${run} version=${`${progress.done + progress.failed + progress.cancelled}/${progress.measured}/${progress.running}`} metrics=${metrics} known=${known} />
  </div>`;
}
