// @ts-check
import { html } from "/lib/htm-preact.js";
import { useRef, useState } from "/lib/preact-hooks.js";
import { isList } from "../datasets/chosen-files.js";
import { FileDrop } from "../datasets/file-drop.js";
import { ProblemList } from "../datasets/preview-card.js";
import { uploadAndTell } from "../ui/upload-and-tell.js";
import { api, ApiError, messageOf } from "../ui/api.js";
import { Button, Check, EmptyState, Field, Notice, Progress } from "../ui/components.js";
import { plural } from "../ui/format.js";
import { useRead } from "../ui/use-read.js";
import { HypothesesPreview, hypothesesForm } from "./hypotheses-preview.js";
import { DatasetField } from "./new-run-page.js";

/** @typedef {import("../datasets/chosen-files.js").Chosen} Chosen */
/** @typedef {import("../datasets/types.js").Dataset} Dataset */
/** @typedef {import("./types.js").Metric} Metric */

/** Outputs made elsewhere become a run. @param {{ dataset: string, kind: string }} props `kind`: what one came for, or "" */
export function ImportPage({ dataset: asked, kind }) {
  const datasets = /** @type {{ value: Dataset[] | null, problem: string }} */ (useRead("/api/datasets"));
  const systems = /** @type {{ value: { id: string, kind: string, title: string, status: string }[] | null }} */ (useRead("/api/systems"));
  const metrics = /** @type {{ value: Metric[] | null }} */ (useRead("/api/metrics"));
  const [dataset, setDataset] = useState(asked);
  const [files, setFiles] = useState(/** @type {Chosen[]} */ ([]));
  const [system, setSystem] = useState("");
  const [recognizer, setRecognizer] = useState("");
  const [chosen, setChosen] = useState(/** @type {string[]} */ ([]));
  const [allowMissing, setAllowMissing] = useState(false);
  const [done, setDone] = useState(/** @type {number | null} */ (null));
  const [problem, setProblem] = useState("");
  const [problems, setProblems] = useState(/** @type {import("../datasets/types.js").Problem[]} */ ([]));
  const stop = useRef(/** @type {AbortController | null} */ (null));
  const offered = datasets.value?.filter((each) => kind === "" || (each.kind === "prompts") === (kind === "synthesis")) ?? [];
  const selected = offered.find((each) => each.id === dataset);
  const audio = files.filter(({ name }) => !isList(name));
  const isTranscripts = audio.length === 0 && files.length > 0;
  const isBusy = done !== null;
  // Prompts have no clip to compare with.
  const fitting = metrics.value?.filter((metric) => selected?.kind !== "prompts" || !metric.needs.includes("reference")) ?? [];
  const groups = [...new Set(fitting.map((metric) => metric.group))];

  const start = async () => {
    const control = (stop.current = new AbortController());
    setProblem("");
    setProblems([]);
    setDone(0);
    try {
      const run = isTranscripts ? await api.form("/api/runs/import-hypotheses", hypothesesForm({ dataset, system, allowMissing, files }, false), { signal: control.signal }) : await api.post("/api/runs/import", {
        dataset, system: system.trim() || null, recognizer: selected?.kind === "prompts" && recognizer ? recognizer : null, metrics: chosen.filter((id) => fitting.some((metric) => metric.id === id)), allowMissing,
        files: await uploadAndTell(audio, setDone, control.signal),
      }, { signal: control.signal });
      location.assign(`/runs?id=${encodeURIComponent(run.id)}`);
    } catch (error) {
      setProblem(control.signal.aborted ? "Stopped. Nothing was stored." : messageOf(error));
      setProblems(error instanceof ApiError ? error.problems : []);
      control.abort();
      setDone(null);
    }
  };
  return html`<div class="stack dataset-page">
    <div class="page-head">
      <p><a href="/runs">Runs</a></p>
      <h1>Import outputs</h1>
      <p>What systems gave elsewhere becomes a run: it is measured, compared and listened to like any other.</p>
    </div>
    ${datasets.problem && html`<${Notice} tone="bad">${datasets.problem}<//>`}
    ${datasets.value && offered.length === 0 && html`<${EmptyState} title="There is no dataset that fits yet"><p>Outputs are matched with the items of a dataset. Make one of the prompts or recordings first.</p><a class="button primary" href="/datasets?new">Make a dataset</a><//>`}
    ${offered.length > 0 && html`<section class="card stack" aria-labelledby="import-files">
      <h2 id="import-files">Which outputs?</h2>
      <div class="field-grid"><${DatasetField} title="They answer the dataset" datasets=${offered} value=${dataset} onChange=${setDataset} />
        <${Field} label="Name of the system" hint="Empty to take the name of each file's folder, or of the table.">${(/** @type {Record<string, unknown>} */ attributes) => html`<input ...${attributes} maxlength="100" value=${system} onInput=${(/** @type {any} */ event) => setSystem(event.currentTarget.value)} />`}<//></div>
      <${FileDrop} files=${files} disabled=${isBusy} onChange=${(/** @type {Chosen[]} */ found) => { setFiles(found); setProblem(""); setProblems([]); }}
        hint=${html`One folder for each system; in it, audio files named by the items' keys: <code>voice-a/p001.wav</code>, or <code>voice-a/p001.take 2.wav</code> for a second take. Or transcripts in any usual format: TRN, CTM, STM, SegLST, JSON lines, tables, SRT, VTT, TextGrid, Kaldi text, or vendors’ responses as JSON.`} />
    </section>
    ${!isTranscripts && html`<section class="card stack" aria-labelledby="import-measures">
      <h2 id="import-measures">What is measured?</h2>
      ${selected?.kind === "prompts" && html`<${Field} label="Written down by" hint="For word error rates of what was spoken.">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} value=${recognizer} onChange=${(/** @type {any} */ event) => setRecognizer(event.currentTarget.value)}>
        <option value="">No recognizer</option>${systems.value?.filter((each) => each.kind === "recognizer" && each.status === "ready").map((each) => html`<option key=${each.id} value=${each.id}>${each.title}</option>`)}</select>`}<//>`}
      ${groups.map((group) => html`<fieldset key=${group} class="choices"><legend>${group[0].toUpperCase() + group.slice(1)}</legend>
        ${fitting.filter((metric) => metric.group === group).map((metric) => html`<${Check} key=${metric.id} checked=${chosen.includes(metric.id)} onChange=${(/** @type {boolean} */ on) => setChosen((now) => (on ? [...now, metric.id] : now.filter((id) => id !== metric.id)))}>${metric.title}<//>`)}
      </fieldset>`)}
    </section>`}
    ${isTranscripts && selected && html`<${HypothesesPreview} dataset=${selected.id} system=${system} allowMissing=${allowMissing} files=${files} />`}
    <${Check} checked=${allowMissing} onChange=${setAllowMissing}>Items without an output count as failures (otherwise the import names them and stores nothing)<//>
    ${problem && html`<${Notice} tone="bad" onClose=${() => setProblem("")}>${problem}${problems.length > 1 && html`<${ProblemList} problems=${problems} />`}<//>`}
    ${isBusy
      ? html`<${Progress} label="Upload" value=${done / Math.max(1, audio.length)} text=${`${done} of ${plural(audio.length, "file")} uploaded`} /><div class="row"><${Button} onClick=${() => stop.current?.abort()}>Stop<//></div>`
      : html`<div class="row"><${Button} kind="primary" size="large" disabled=${!selected || files.length === 0} onClick=${start}>Import<//></div>`}`}
  </div>`;
}
