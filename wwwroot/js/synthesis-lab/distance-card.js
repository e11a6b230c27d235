// @ts-check
// How far the clips of each condition as a whole lie from a set of recordings: for sound effects, where no clip has one right answer.
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { axisFromZero } from "../plots/axis.js";
import { FigureCard } from "../plots/figure-card.js";
import { IntervalPlot } from "../plots/interval-plot.js";
import { Field, Notice } from "../ui/components.js";
import { number, plural } from "../ui/format.js";
import { NumberTable } from "../ui/number-table.js";
import { useAnswer } from "../ui/use-answer.js";
import { RecordingsChoice, useRecordings } from "./reference-choice.js";
import { namesOf } from "./words.js";

/** @typedef {{ output: string, prompt: string, take: number, influence: number }} Outlier */
/** @typedef {{ condition: string, clips: number, distance: number | null, low: number | null, high: number | null, infinity: number | null, infinityProblem: string | null, warnings: string[], problem: string | null, outliers: Outlier[] }} ConditionDistance */
/** @typedef {{ embedder: string, dataset: string, recordings: number, leftOut: number, conditions: ConditionDistance[] }} Distances */
/** @typedef {{ id: string, title: string, kind: string }} Embedder */

/** @param {number} value */
const write = (value) => number(value, value < 10 ? 2 : 1);

/** @param {{ view: import("./types.js").LabView, distances: Distances, onOpen: (prompt: string, condition: string) => void }} props */
function Figure({ view, distances, onOpen }) {
  const names = namesOf(view);
  const rows = distances.conditions.flatMap((row) => {
    const condition = names.condition.get(row.condition);
    return row.distance === null ? [] : [{ id: row.condition, title: condition?.title ?? row.condition, colour: condition?.colour ?? -1, value: row.distance, low: row.low, high: row.high, figure: row.low === null || row.high === null ? write(row.distance) : `${write(row.distance)} [${write(row.low)}, ${write(row.high)}]` }];
  });
  const warnings = [...new Set(distances.conditions.flatMap((row) => [...row.warnings, ...(row.problem ? [row.problem] : [])]))];
  return html`<${FigureCard} name="frechet-distances" title="Fréchet distance to the reference" note=${`All clips of a condition against ${plural(distances.recordings, "recording")} of ${distances.dataset}, by ${distances.embedder}; 95 % intervals by leaving out clips. Left is closer.`}
    plot=${(/** @type {number} */ width) => (rows.length === 0 ? html`<p class="soft">No distance could be computed.</p>` : html`<${IntervalPlot} label="Fréchet distances" rows=${rows} axis=${axisFromZero(rows.flatMap((row) => [row.value, row.high]))} writeTick=${String} width=${width} />`)}>
    <${NumberTable} caption="Fréchet distances, all numbers" texts=${[4]} head=${["Condition", "Clips", "Distance", "Without the bias of small sets", "Clips farthest off"]} rows=${distances.conditions.map((row) => ({ key: row.condition, cells: [
      names.condition.get(row.condition)?.title ?? row.condition, row.clips, row.distance === null ? "–" : write(row.distance), row.infinity === null ? html`<span title=${row.infinityProblem ?? ""}>too few clips</span>` : write(row.infinity),
      row.outliers.length === 0 ? "–" : html`<span class="row">${row.outliers.map((outlier) => html`<button key=${outlier.output} type="button" class="button quiet small" onClick=${() => onOpen(outlier.prompt, row.condition)}>${outlier.prompt}, take ${outlier.take + 1}</button>`)}</span>`,
    ] }))} />
    ${warnings.length > 0 && html`<ul class="plain faint">${warnings.map((warning) => html`<li key=${warning}>${warning}</li>`)}</ul>`}
    ${distances.leftOut > 0 && html`<p class="faint">${plural(distances.leftOut, "recording")} of the reference could not be used: too short or damaged.</p>`}
  <//>`;
}

/** @param {{ view: import("./types.js").LabView, onOpen: (prompt: string, condition: string) => void }} props */
export function DistanceCard({ view, onOpen }) {
  const [dataset, setDataset] = useState(""), [embedder, setEmbedder] = useState("");
  const datasets = useRecordings();
  const choices = /** @type {Embedder[] | null} */ (useAnswer("/api/synthesis-lab/embedders").found);
  const { found, problem, waiting } = useAnswer(/** @type {string} */ (dataset ? `/api/synthesis-lab/${encodeURIComponent(view.run.id)}/distances?${new URLSearchParams({ dataset, ...(embedder ? { embedder } : {}) })}` : ""));
  const distances = /** @type {Distances | null} */ (found);
  return html`<section class="stack-s" aria-labelledby="distances"><h2 id="distances">Distance to a reference set</h2>
    <p class="faint">For sound effects and other sounds without one right answer: how far all clips of a condition lie from recordings that are as they should be.</p>
    ${datasets?.length === 0 && html`<p class="soft">There is no dataset of recordings yet. <a href="/datasets">Datasets</a> makes one of a folder of sounds; it then serves as reference here.</p>`}
    ${datasets && datasets.length > 0 && html`<div class="row">
      <${RecordingsChoice} label="Reference" datasets=${datasets} value=${dataset} onChange=${setDataset} />
      ${choices && choices.length > 1 && html`<${Field} label="Compared by">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => setEmbedder(event.currentTarget.value)}>${choices.map((choice) => html`<option key=${choice.id} value=${choice.id}>${choice.title}</option>`)}</select>`}<//>`}
    </div>`}
    ${waiting && html`<p class="soft" role="status">Comparing the sets…</p>`}
    ${problem && html`<${Notice} tone="bad" title="The sets could not be compared">${problem}<//>`}
    ${distances && html`<${Figure} view=${view} distances=${distances} onOpen=${onOpen} />`}
  </section>`;
}
