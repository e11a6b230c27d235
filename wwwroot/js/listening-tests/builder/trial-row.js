// @ts-check
import { html } from "/lib/htm-preact.js";
import { useRef, useState } from "/lib/preact-hooks.js";
import { Button } from "../../ui/components.js";
import { designTitle } from "./designs.js";
import { Choice, NumberInput } from "./inputs.js";
import { answerRange, answerScales, checkWords, newCheck } from "./known-answers.js";

/** @typedef {import("./types.js").Trial} Trial */
/** @typedef {import("./types.js").TrialCheck} TrialCheck */

/** @type {readonly (readonly [value: string, words: string])[]} */
const kinds = [["gold", "Gold clip"], ["trap", "Trap"]];

/** @param {{ trial: Trial, check: TrialCheck, onChange: (check: TrialCheck) => void, onRemove: () => void }} props */
function CheckFields({ trial, check, onChange, onRemove }) {
  const scales = answerScales(trial);
  const { minimum, maximum } = answerRange(trial, check.scale);
  const set = (/** @type {Partial<TrialCheck>} */ change) => onChange({ ...check, ...change });
  return html`<fieldset class="stack-s question-card">
    <legend>Known answer of ${trial.item}</legend>
    <div class="field-grid">
      <${Choice} label="Kind" value=${check.kind} choices=${kinds} onChange=${(/** @type {"trap" | "gold"} */ kind) => set({ kind })} />
      <${NumberInput} label="Right answer" hint=${scales.find(({ hint }) => hint)?.hint} step="any" minimum=${minimum} maximum=${maximum} value=${check.expected} onChange=${(/** @type {number | null} */ expected) => set({ expected: expected ?? newCheck(trial).expected })} />
      <${NumberInput} label="Still right when off by" step="any" minimum=${0} value=${check.tolerance ?? 0} onChange=${(/** @type {number | null} */ tolerance) => set({ tolerance: tolerance ?? 0 })} />
      ${scales.length > 1 && html`<${Choice} label="Scale" value=${check.scale ?? ""} choices=${[["", "All of them"], ...scales.map(({ id, title }) => [id, title])]} onChange=${(/** @type {string} */ id) => set({ scale: id || undefined })} />`}
    </div>
    <div class="row"><${Button} size="small" kind="quiet" onClick=${onRemove}>An ordinary trial again<//></div>
  </fieldset>`;
}

/**
 * One trial of a section: what it plays, its known answer.
 * @param {{ trial: Trial, training: boolean, frozen: boolean, onChange: (trial: Trial) => void, onRemove: () => void }} props
 */
export function TrialRow({ trial, training, frozen, onChange, onRemove }) {
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef(/** @type {HTMLElement | null} */ (null));
  const { check } = trial;
  const press = () => {
    if (!check) onChange({ ...trial, check: newCheck(trial) });
    setOpen(!check || !isOpen);
  };
  const clear = () => {
    onChange({ ...trial, check: undefined });
    setOpen(false);
    toggle.current?.querySelector("button")?.focus();
  };
  return html`<li>
    <span>${trial.item} <span class="faint">${designTitle(trial.design)}: ${trial.stimuli.map((stimulus) => stimulus.condition).join(", ")}</span>${check && html` <span class="faint">(${checkWords(check)})</span>`}</span>
    ${!frozen && html`<span class="row" ref=${toggle}>
      ${(check || (!training && answerScales(trial).length > 0)) && html`<${Button} size="small" kind="quiet" aria-expanded=${check && isOpen ? "true" : "false"} onClick=${press}>${check ? "Known answer" : "Make it a check"}<span class="visually-hidden"> ${trial.id}</span><//>`}
      <${Button} size="small" kind="quiet" onClick=${onRemove}>Take out<span class="visually-hidden"> ${trial.id}</span><//>
    </span>`}
    ${!frozen && check && isOpen && html`<${CheckFields} trial=${trial} check=${check} onChange=${(/** @type {TrialCheck} */ changed) => onChange({ ...trial, check: changed })} onRemove=${clear} />`}
  </li>`;
}

/** What traps and gold clips are for. @param {{ trials: Trial[] }} props */
export function CheckWords({ trials }) {
  if (!trials.some((trial) => answerScales(trial).length > 0))
    return html`<p class="faint">Traps and gold clips need pages with one answer for each scale; these pages have none.</p>`;
  return html`<p class="faint">Checks are trials whose right answer you know. A <strong>gold clip</strong> is plainly good or plainly bad: who grades it far off does not hear or does not understand the task.
    A <strong>trap</strong> says in its own audio which answer to give: who gives another does not listen. Screening leaves out who fails them; they never count in a system's result.</p>`;
}
