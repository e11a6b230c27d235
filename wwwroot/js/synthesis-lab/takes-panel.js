// @ts-check
// The takes of one cell: heard, read, chosen for a listening test.
import { html } from "/lib/htm-preact.js";
import { useEffect, useRef } from "/lib/preact-hooks.js";
import { ClipPlayer } from "../ui/clip-player.js";
import { Button, Check, Figures, Notice, Tag } from "../ui/components.js";
import { number, seconds } from "../ui/format.js";
import { SystemName, systemProperty } from "../ui/system-mark.js";
import { useAnswer } from "../ui/use-answer.js";
import { namesOf, valueOf } from "./words.js";

/** @typedef {import("./types.js").LabView} LabView */
/** @typedef {import("./types.js").LabTake} LabTake */
/** @typedef {import("./types.js").CellView} CellView */

const places = /** @type {const} */ ({ best: ["Best", "good"], typical: ["Typical", "accent"], worst: ["Worst", "bad"] });

/** How many numbers stand beside a take before one asks for all, and which come first after the one that ranks. */
const firstNumbers = 5;
const wellKnown = ["wer", "f0-median", "f0-sd-semitones", "speaking-rate", "dnsmos-ovrl", "integrated-loudness", "longest-pause"];

/** @param {string} id @param {string | null} ranking */
const rank = (id, ranking) => (id === ranking ? -1 : wellKnown.includes(id) ? wellKnown.indexOf(id) : wellKnown.length);

/** @param {{ view: LabView, take: LabTake, colour: number, chosen: boolean, onChoose: (on: boolean) => void }} props */
function Take({ view, take, colour, chosen, onChoose }) {
  const names = namesOf(view);
  const label = `Take ${take.take + 1}${take.repeats ? ", repeated" : ""}`;
  const numbers = view.metrics.filter(({ id }) => id !== "duration" && take.measurements[id] !== undefined).sort((a, b) => rank(a.id, view.ranking) - rank(b.id, view.ranking));
  const refused = Object.entries(take.notMeasured);
  return html`<li class="lab-take stack-s">
    <div class="spread">
      <div class="row"><strong>${label}</strong>
        ${take.place && html`<${Tag} tone=${places[take.place][1]}>${places[take.place][0]}<//>`}
        ${take.failures.map(({ kind }) => html`<${Tag} key=${kind} tone="bad">${names.kind.get(kind)?.title ?? kind}<//>`)}
        ${take.repeats && html`<${Tag} tone="accent">Same seed again<//>`}
        ${take.seed !== null && html`<span class="faint num">seed ${take.seed}</span>`}</div>
      ${take.clip && html`<${Check} checked=${chosen} onChange=${onChoose}>For a listening test<span class="visually-hidden"> (${label})</span><//>`}
    </div>
    ${take.clip
      ? html`<${ClipPlayer} src=${`/api/clips/${take.clip}.wav`} peaksSrc=${`/api/clips/${take.clip}/peaks?count=400`} label=${label} seconds=${take.audioSeconds} colour=${systemProperty(colour)} />`
      : html`<p class="lab-error">${take.error ?? "There is no audio."}</p>`}
    ${take.heard !== null && html`<p class="soft">Heard: ${take.heard === "" ? html`<em>nothing</em>` : `“${take.heard}”`}</p>`}
    ${take.failures.length > 0 && html`<ul class="plain faint">${take.failures.filter(({ reason }) => reason).map(({ kind, reason }) => html`<li key=${kind}>${names.kind.get(kind)?.title ?? kind}: ${reason}</li>`)}</ul>`}
    <${Figures} items=${[
      ["Length", seconds(take.audioSeconds)],
      take.processingSeconds !== null && take.audioSeconds ? ["Times real time", `${number(take.audioSeconds / take.processingSeconds, 1)}×`] : null,
      ...numbers.slice(0, firstNumbers).map((metric) => /** @type {const} */ ([metric.title, valueOf(metric, take.measurements[metric.id])])),
    ]} />
    ${(numbers.length > firstNumbers || refused.length > 0) && html`<details class="more"><summary>All numbers of take ${take.take + 1}</summary>
      <${Figures} items=${numbers.slice(firstNumbers).map((metric) => /** @type {const} */ ([metric.title, valueOf(metric, take.measurements[metric.id])]))} />
      ${refused.length > 0 && html`<ul class="plain faint">${refused.map(([metric, reason]) => html`<li key=${metric}>${names.metric.get(metric)?.title ?? metric} does not apply: ${reason}</li>`)}</ul>`}
    </details>`}
  </li>`;
}

/**
 * @param {{ view: LabView, cell: { prompt: string, condition: string }, chosen: Set<string>, onChoose: (outputs: string[], on: boolean) => void, onClose: () => void }} props
 */
export function TakesPanel({ view, cell, chosen, onChoose, onClose }) {
  const query = new URLSearchParams({ ...cell, ...(view.ranking ? { metric: view.ranking } : {}) });
  const { found, problem } = /** @type {{ found: CellView | null, problem: string }} */ (useAnswer(`/api/synthesis-lab/${encodeURIComponent(view.run.id)}/cells?${query}`));
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  const condition = view.conditions.find(({ id }) => id === cell.condition);
  const prompt = view.prompts.find(({ key }) => key === cell.prompt);
  useEffect(() => heading.current?.focus(), [cell.prompt, cell.condition]);
  const heard = found?.takes.filter((take) => take.clip !== null) ?? [];
  return html`<section class="card stack-s" id="takes" aria-labelledby="takes-title" onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === "Escape" && onClose()}>
    <div class="spread">
      <div><h3 id="takes-title" tabindex="-1" ref=${heading}>Takes of “${prompt?.text ?? cell.prompt}”</h3>${condition && html`<${SystemName} system=${condition} />`}</div>
      <div class="row">
        ${heard.length > 0 && html`<${Button} size="small" onClick=${() => onChoose(heard.map(({ id }) => id), true)}>Choose all for a test<//>`}
        <${Button} kind="quiet" size="small" onClick=${onClose}>Close<//>
      </div>
    </div>
    ${problem && html`<${Notice} tone="bad" title="The takes could not be read">${problem}<//>`}
    ${!found && !problem && html`<p class="soft" role="status">Reading takes…</p>`}
    ${found && html`<ol class="lab-takes">${found.takes.map((take) => html`<${Take} key=${take.id} view=${view} take=${take} colour=${condition?.colour ?? -1} chosen=${chosen.has(take.id)} onChoose=${(/** @type {boolean} */ on) => onChoose([take.id], on)} />`)}</ol>`}
  </section>`;
}
