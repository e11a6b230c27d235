// @ts-check
// Cloning: how much less alike a cloned voice is for speakers unlike those of the training data, between floor and ceiling.
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { fixedAxis } from "../plots/axis.js";
import { FigureCard } from "../plots/figure-card.js";
import { IntervalPlot } from "../plots/interval-plot.js";
import { Notice } from "../ui/components.js";
import { number, percent, plural } from "../ui/format.js";
import { NumberTable } from "../ui/number-table.js";
import { useAnswer } from "../ui/use-answer.js";
import { RecordingsChoice, useRecordings } from "./reference-choice.js";
import { namesOf } from "./words.js";

/** @typedef {import("./types.js").PromptEstimate} PromptEstimate */
/** @typedef {{ condition: string, inDomain: PromptEstimate | null, outOfDomain: PromptEstimate | null, gap: PromptEstimate | null }} CloneGap */
/** @typedef {{ ceiling: number, floor: number, equalErrorRate: number, threshold: number, speakers: number, recordings: number }} Calibration */
/** @typedef {{ missing: "nothing" | "marks" | "embedder" | "recordings" | "speakers", reason: string | null, embedder: string | null, dataset: string | null, calibration: Calibration | null, conditions: CloneGap[], takes: number }} Cloning */

/** @param {PromptEstimate | null} estimate */
const write = (estimate) => (!estimate ? "–" : estimate.low === null ? number(estimate.value, 3) : `${number(estimate.value, 3)} [${number(estimate.low, 3)}, ${number(estimate.high, 3)}]`);

/** @param {{ view: import("./types.js").LabView, cloning: Cloning, calibration: Calibration }} props */
function Gap({ view, cloning, calibration }) {
  const names = namesOf(view);
  const rows = cloning.conditions.flatMap((gap) => /** @type {const} */ ([["in-domain", gap.inDomain], ["out-of-domain", gap.outOfDomain]]).flatMap(([side, estimate]) => {
    const condition = names.condition.get(gap.condition);
    return estimate ? [{ id: `${gap.condition} ${side}`, title: `${condition?.title ?? gap.condition}, ${side}`, colour: condition?.colour ?? -1, value: estimate.value, low: estimate.low, high: estimate.high, figure: write(estimate) }] : [];
  }));
  const levels = [{ id: "ceiling", title: "Ceiling: same speaker", colour: -1, value: calibration.ceiling, low: null, high: null, figure: number(calibration.ceiling, 3) }, { id: "floor", title: "Floor: other speaker", colour: -1, value: calibration.floor, low: null, high: null, figure: number(calibration.floor, 3) }];
  const least = Math.min(0, ...[...rows, ...levels].flatMap((row) => [row.value, row.low ?? row.value]));
  return html`<${FigureCard} name="cloning" title="Speaker similarity of clones" note="Mean cosine of a take to recordings of its speaker, with 95 % intervals over prompts; the ceiling is another recording of the same speaker, the floor another speaker. Right is more alike."
    plot=${(/** @type {number} */ width) => html`<${IntervalPlot} label="Speaker similarities" rows=${[...rows, ...levels]} axis=${fixedAxis(Math.floor(least * 5) / 5, 1, 5)} writeTick=${String} width=${width} />`}>
    <${NumberTable} caption="Similarity gap" head=${["Condition", "In-domain", "Out-of-domain", "Gap (in − out)", "Prompts"]} rows=${cloning.conditions.map((gap) => ({ key: gap.condition, cells: [names.condition.get(gap.condition)?.title ?? gap.condition, write(gap.inDomain), write(gap.outOfDomain), write(gap.gap), (gap.inDomain?.prompts ?? 0) + (gap.outOfDomain?.prompts ?? 0)] }))} />
    <p class="faint">Calibrated on ${plural(calibration.recordings, "recording")} of ${plural(calibration.speakers, "speaker")} (${cloning.dataset}): equal error rate ${percent(calibration.equalErrorRate)} at ${number(calibration.threshold, 3)}, ${cloning.embedder}. ${calibration.equalErrorRate > 0.2 ? "This embedder hardly tells these speakers apart: similarities say little here." : ""}</p>
  <//>`;
}

/** The gap, where speakers are marked and embeddings are there; otherwise what is needed. @param {{ view: import("./types.js").LabView }} props */
export function CloningCard({ view }) {
  const [dataset, setDataset] = useState("");
  const datasets = useRecordings();
  const marked = view.prompts.some((prompt) => prompt.attributes.clone);
  const { found, problem, waiting } = useAnswer(/** @type {string} */ (marked ? `/api/synthesis-lab/${encodeURIComponent(view.run.id)}/cloning${dataset ? `?dataset=${encodeURIComponent(dataset)}` : ""}` : ""));
  const cloning = /** @type {Cloning | null} */ (found);
  return html`<section class="stack-s" aria-labelledby="cloning"><h2 id="cloning">Cloning</h2>
    ${!marked
      ? html`<p class="soft">No prompt of this run is marked. To see how much worse unusual speakers are cloned, give prompts a <code>speaker</code> and the attribute <code>clone</code> (<code>in-domain</code> or <code>out-of-domain</code>) in their dataset, and import the clones as takes.</p>`
      : html`
        ${cloning?.missing !== "embedder" && cloning?.missing !== "marks" && datasets && datasets.length > 0 && html`<${RecordingsChoice} label="Recordings of the speakers" datasets=${datasets} value=${dataset} onChange=${setDataset} />`}
        ${waiting && html`<p class="soft" role="status">Comparing voices…</p>`}
        ${problem && html`<${Notice} tone="bad" title="The voices could not be compared">${problem}<//>`}
        ${cloning?.reason && html`<${Notice}>${cloning.reason}<//>`}
        ${cloning?.calibration && html`<${Gap} view=${view} cloning=${cloning} calibration=${cloning.calibration} />`}`}
  </section>`;
}
