// @ts-check
// Chosen clips become a listening test.
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { designs } from "../listening-tests/builder/designs.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Field, Notice } from "../ui/components.js";
import { plural } from "../ui/format.js";
import { soundEffectScales } from "./sound-effects.js";

/** @typedef {import("./types.js").LabView} LabView */
/** @typedef {import("./types.js").Cell} Cell */

/** Designs that need no original; voices have none. */
const offered = designs.filter(({ needs }) => needs !== "reference");

/** Outputs of all cells in one place of their ranking. @param {Cell[]} cells @param {"best" | "typical" | "worst"} place */
const inPlace = (cells, place) => [...new Set(cells.map((cell) => cell[place]).filter((id) => id !== null))].map(String);

/**
 * @param {{ view: LabView, chosen: Set<string>, onChoose: (outputs: string[], on: boolean) => void, onClear: () => void }} props
 */
export function TestBar({ view, chosen, onChoose, onClear }) {
  const [design, setDesign] = useState("acr");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    setProblem("");
    const effects = design === "sound-effects";
    try {
      const test = await api.post("/api/listening-tests/from-outputs", {
        kind: "synthesizer", design: effects ? "likert" : design, outputs: [...chosen],
        options: { title: view.run.title.slice(0, 200), ...(effects ? { scales: soundEffectScales, showText: true } : {}) },
      });
      location.assign(`/test?id=${encodeURIComponent(test.id)}`);
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  };
  return html`<section class="card stack-s lab-test" aria-labelledby="make-test">
    <h2 id="make-test">Listening test of exactly these clips</h2>
    <div class="row">
      <span>Choose of every cell:</span>
      ${/** @type {const} */ (["best", "typical", "worst"]).map((place) => html`<${Button} key=${place} size="small" onClick=${() => { onClear(); onChoose(inPlace(view.analysis.cells, place), true); }}>the ${place} take<//>`)}
    </div>
    <div class="lab-test-make">
      <${Field} label="Listeners' task">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => setDesign(event.currentTarget.value)}>
        ${offered.map(({ id, title }) => html`<option key=${id} value=${id} selected=${id === design}>${title}</option>`)}
        <option value="sound-effects" selected=${design === "sound-effects"}>Sound effects: fits the text, quality</option>
      </select>`}<//>
      <${Button} kind="primary" disabled=${busy || chosen.size === 0} onClick=${make}>${busy ? "Making the draft…" : `Make a test of ${plural(chosen.size, "clip")}`}<//>
      ${chosen.size > 0 && html`<${Button} kind="quiet" size="small" onClick=${onClear}>Choose none<//>`}
    </div>
    ${chosen.size === 0 && html`<p class="faint">No clip is chosen. Choose takes in an opened cell, or one of every cell here. Where a prompt has several takes of one condition, each take becomes a condition of its own.</p>`}
    ${problem && html`<${Notice} tone="bad" title="The test could not be made" onClose=${() => setProblem("")}>${problem}<//>`}
  </section>`;
}
