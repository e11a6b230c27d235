// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { messageOf } from "../../ui/api.js";
import { Button, Check, EmptyState, Field, Notice } from "../../ui/components.js";
import { plural } from "../../ui/format.js";
import { useStore } from "../../ui/use-store.js";
import { usePreferences } from "../preferences.js";
import { PreferenceRating } from "../rating/preference.js";
import { RevealBar } from "../rating/reveal-bar.js";
import { RunningCard } from "../running-card.js";
import { SetupPanel } from "../setup-panel.js";
import { SystemPicker, chosenSystems, readySystems } from "../system-picker.js";
import { createTrial } from "../trial-api.js";
import { SpeechCard } from "./speech-card.js";
import { mostTakes, requestedTakes, textProblem } from "./takes.js";

const examples = [
  "The birch canoe slid on the smooth planks.",
  "On 3 March 2025 at 9:45, Dr. Lee paid $1,250.50 for 2 tickets to St. Louis.",
  "She had your dark suit in greasy wash water all year. Don't ask me to carry an oily rag like that!",
];
const defaults = { systems: /** @type {string[] | null} */ (null), text: examples[0], seed: 1, takes: 1, rate: 1, temperature: 0.7, blind: true };

/** @param {import("../types.js").System} system */
const note = ({ traits, languages }) => [traits?.seeded ? "takes" : "", (languages ?? []).join(", ")].filter(Boolean).join(" · ");

/**
 * Type: several synthesizers speak the same text.
 * @param {{ systems: import("../types.js").System[], model: import("../trial-model.js").TrialModel, opened: string | null }} props
 */
export function TypeTab({ systems, model, opened }) {
  const [choice, change] = usePreferences("type", defaults);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const trial = useStore(model.trial);
  const trialProblem = useStore(model.problem);
  const chosen = chosenSystems(readySystems(systems, "synthesizer"), choice.systems, 2);
  const takes = requestedTakes(chosen, systems, choice);
  const seeded = chosen.some((id) => systems.find((system) => system.id === id)?.traits?.seeded);
  const running = trial?.status === "running";

  useEffect(() => {
    if (opened && opened !== model.trial.get()?.id) void model.load(opened);
  }, [opened]);

  const speak = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const wrong = textProblem(choice.text) ?? (takes.length > mostTakes ? `${takes.length} clips are asked for; at most ${mostTakes} fit one trial. Choose fewer synthesizers or takes.` : null);
    setProblem(wrong ?? "");
    if (wrong) return;
    setBusy(true);
    try {
      model.show(await createTrial("synthesis", { text: choice.text, systems: takes, blind: choice.blind }));
      model.problem.set("");
      model.follow();
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy(false);
  };
  const numberField = (/** @type {"seed" | "takes" | "rate" | "temperature"} */ key, /** @type {string} */ label, /** @type {string} */ hint, /** @type {number} */ min, /** @type {number} */ max, /** @type {number} */ step) =>
    html`<${Field} label=${label} hint=${hint}>
      ${(/** @type {object} */ attributes) => html`<input ...${attributes} type="number" min=${min} max=${max} step=${step} value=${choice[key]} required
        onInput=${(/** @type {any} */ event) => Number.isFinite(event.currentTarget.valueAsNumber) && change({ [key]: event.currentTarget.valueAsNumber })} />`}
    <//>`;

  return html`<form class="bench" onSubmit=${speak}>
    <${SetupPanel} summary=${`${plural(chosen.length, "synthesizer")}, ${plural(takes.length, "clip")}, ${choice.blind ? "blind" : "open"}`}>
      <${SystemPicker} legend="Synthesizers" kind="synthesizer" systems=${systems} chosen=${chosen} note=${note} onChange=${(/** @type {string[]} */ ids) => change({ systems: ids })} />
      <fieldset class="stack-s">
        <legend>Takes</legend>
        <div class="field-pair">
          ${numberField("seed", "Seed", "Same seed, same speech.", 0, 2147483647, 1)}
          ${numberField("takes", "Takes", seeded ? "For each seeded system." : "No seeded system chosen.", 1, 5, 1)}
          ${numberField("rate", "Rate", "1 as trained.", 0.5, 2, 0.05)}
          ${numberField("temperature", "Temperature", "0 is greedy.", 0, 2, 0.05)}
        </div>
        <${Check} checked=${choice.blind} onChange=${(/** @type {boolean} */ blind) => change({ blind })}>Blind: hide which system is which<//>
      </fieldset>
    <//>
    <div class="bench-work stack">
      <div class="card stack-s">
        <${Field} label="Text" problem=${problem}>
          ${(/** @type {object} */ attributes) => html`<textarea ...${attributes} rows="4" value=${choice.text} onInput=${(/** @type {any} */ event) => { change({ text: event.currentTarget.value }); setProblem(""); }}></textarea>`}
        <//>
        <div class="spread">
          <div class="row"><span class="faint">Examples:</span>${examples.map((text, i) => html`<${Button} key=${i} kind="quiet" size="small" onClick=${() => change({ text })}>${["A sentence", "Numbers", "Two sentences"][i]}<//>`)}</div>
          <div class="row"><span class="faint num">${plural(choice.text.length, "character")} · ${plural(takes.length, "clip")}</span>
            <${Button} type="submit" kind="primary" disabled=${busy || running || chosen.length === 0}>${busy ? "Sending" : "Speak"}<//></div>
        </div>
      </div>
      ${chosen.length === 0 && html`<${Notice} title="Choose at least one synthesizer" />`}
      ${trialProblem && html`<${Notice} tone="warn">${trialProblem}<//>`}
      ${trial ? html`<${Results} trial=${trial} model=${model} />` : html`<${EmptyState} title="Nothing spoken yet">
        <p>Type a text and press Speak: each chosen synthesizer says it. Rate what you hear, then reveal who it was.</p>
      <//>`}
    </div>
  </form>`;
}

/** @param {{ trial: import("../types.js").LiveTrial, model: import("../trial-model.js").TrialModel }} props */
function Results({ trial, model }) {
  const comparable = trial.stimuli.length === 2 && trial.stimuli.every((stimulus) => !["failed", "cancelled"].includes(stimulus.status));
  return html`
    ${trial.status === "running" && html`<${RunningCard} trial=${trial} model=${model} one="clip" many="clips" />`}
    <blockquote class="prompt">${trial.text}</blockquote>
    <div class="results wide">
      ${trial.stimuli.map((stimulus) => html`<${SpeechCard} key=${trial.id + stimulus.label} trial=${trial} stimulus=${stimulus} model=${model} />`)}
    </div>
    ${comparable && html`<${PreferenceRating} trial=${trial} question="Which sounds better?" disabled=${trial.status === "running"} />`}
    <${RevealBar} trial=${trial} model=${model} scale="acr" />
  `;
}
