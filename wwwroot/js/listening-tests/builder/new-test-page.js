// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Check, Field } from "../../ui/components.js";
import { designs, languages } from "./designs.js";
import { FilesSource } from "./files-source.js";
import { ImportSource } from "./import-source.js";
import { OutputsSource } from "./outputs-source.js";

/** @typedef {import("./types.js").Design} Design */
/** @typedef {{ title: string, language: string, consent: boolean, volume: boolean, headphones: boolean, comment: boolean, allowTie: boolean, trainingTrials: number, perListener: number | null, quota: number | null }} Options */

/** @type {readonly (readonly [id: string, title: string])[]} */
const sources = [["files", "Upload folders or files"], ["outputs", "Outputs of runs and of the live bench"], ["import", "A webMUSHRA or P.808 configuration"]];

/** @param {{ design: Design, onChange: (design: Design) => void }} props */
function DesignChoice({ design, onChange }) {
  return html`<fieldset class="stack-s">
    <legend><h2>What should listeners do?</h2></legend>
    <div class="design-grid">
      ${designs.map((each) => html`<label key=${each.id} class="design-card">
        <input type="radio" name="design" value=${each.id} checked=${design === each.id} onChange=${() => onChange(each.id)} />
        <span><strong>${each.title}</strong><span class="soft">${each.use}</span></span>
      </label>`)}
    </div>
  </fieldset>`;
}

/** A number, or nothing. @param {{ label: string, hint?: string, value: number | null, minimum?: number, onChange: (value: number | null) => void }} props */
function OptionalNumber({ label, hint, value, minimum = 1, onChange }) {
  return html`<${Field} label=${label} hint=${hint}>${(/** @type {Record<string, unknown>} */ attributes) => html`
    <input ...${attributes} type="number" inputmode="numeric" min=${minimum} value=${value ?? ""}
      onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.value === "" ? null : Number(event.currentTarget.value))} />`}<//>`;
}

/** @param {{ design: Design, options: Options, onChange: (change: Partial<Options>) => void }} props */
function OptionsForm({ design, options, onChange }) {
  return html`<section class="stack-s" aria-labelledby="options">
    <h2 id="options">How is it called, and what else is asked?</h2>
    <div class="field-grid">
      <${Field} label="Title" hint="Listeners see it.">${(/** @type {Record<string, unknown>} */ attributes) => html`
        <input ...${attributes} maxlength="200" value=${options.title} onInput=${(/** @type {any} */ event) => onChange({ title: event.currentTarget.value })} />`}<//>
      <${Field} label="Listeners' language">${(/** @type {Record<string, unknown>} */ attributes) => html`
        <select ...${attributes} value=${options.language} onChange=${(/** @type {any} */ event) => onChange({ language: event.currentTarget.value })}>
          ${languages.map(([code, name]) => html`<option key=${code} value=${code}>${name}</option>`)}
        </select>`}<//>
      <${OptionalNumber} label=${design === "arena" ? "Pairs in a round" : "Trials for each listener"} hint=${design === "arena" ? "Empty for 10." : "Empty for all."} value=${options.perListener} onChange=${(/** @type {number | null} */ perListener) => onChange({ perListener })} />
      <${OptionalNumber} label="Planned ratings of each clip" hint="Clips that lack them come first. Empty for no plan." value=${options.quota} onChange=${(/** @type {number | null} */ quota) => onChange({ quota })} />
    </div>
    <div class="choices">
      <${Check} checked=${options.consent} onChange=${(/** @type {boolean} */ consent) => onChange({ consent })}>Consent<//>
      <${Check} checked=${options.volume} onChange=${(/** @type {boolean} */ volume) => onChange({ volume })}>Set the volume<//>
      <${Check} checked=${options.headphones} onChange=${(/** @type {boolean} */ headphones) => onChange({ headphones })}>Headphone screen<//>
      <${Check} checked=${options.trainingTrials !== 0} onChange=${(/** @type {boolean} */ on) => onChange({ trainingTrials: on ? -1 : 0 })}>Practice first<//>
      <${Check} checked=${options.comment} onChange=${(/** @type {boolean} */ comment) => onChange({ comment })}>Comments<//>
      ${(design === "ab" || design === "arena") && html`<${Check} checked=${options.allowTie} onChange=${(/** @type {boolean} */ allowTie) => onChange({ allowTie })}>"No preference" allowed<//>`}
    </div>
  </section>`;
}

export function NewTestPage() {
  const [design, setDesign] = useState(/** @type {Design} */ ("mushra"));
  const [source, setSource] = useState("files");
  const [options, setOptions] = useState(/** @type {Options} */ ({
    title: "", language: "en", consent: true, volume: true, headphones: false, comment: false, allowTie: true, trainingTrials: -1, perListener: null, quota: null,
  }));
  const made = (/** @type {{ id: string }} */ test) => location.assign(`/test?id=${encodeURIComponent(test.id)}`);
  const Source = source === "files" ? FilesSource : source === "import" ? ImportSource : OutputsSource;
  return html`<div class="stack new-test">
    <div class="page-head">
      <h1>New test</h1>
      <p>Three choices make a draft. Everything can be changed in it before listeners come.</p>
    </div>
    <section class="card"><${DesignChoice} design=${design} onChange=${setDesign} /></section>
    <section class="card"><${OptionsForm} design=${design} options=${options} onChange=${(/** @type {Partial<Options>} */ change) => setOptions((now) => ({ ...now, ...change }))} /></section>
    <section class="card stack-s" aria-labelledby="source">
      <h2 id="source">What do listeners hear?</h2>
      <fieldset class="choices"><legend class="visually-hidden">Where the audio comes from</legend>
        ${sources.map(([id, title]) => html`<label key=${id} class="check"><input type="radio" name="source" checked=${source === id} onChange=${() => setSource(id)} /><span>${title}</span></label>`)}
      </fieldset>
      <${Source} key=${source} design=${design} options=${options} onMade=${made} />
    </section>
  </div>`;
}
