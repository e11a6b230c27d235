// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../../ui/api.js";
import { Button, Notice } from "../../ui/components.js";
import { readPoints, writePoints } from "./draft-edits.js";
import { CheckedText, NumberInput, TextInput } from "./inputs.js";

/** @typedef {import("./types.js").Scale} Scale */

/** @type {Scale} */
const begun = { id: "", question: "", minimum: 1, maximum: 5, step: 1, points: [5, 4, 3, 2, 1].map((value) => ({ value, label: "" })) };

/** @param {{ scale: Scale, own: boolean, frozen: boolean, onChange: (scale: Scale) => void, onRemove: () => void }} props `own`: not a standard scale, so that its ends may change */
function ScaleFields({ scale, own, frozen, onChange, onRemove }) {
  return html`<fieldset class="stack-s question-card">
    <legend>${own ? "Scale" : `Labels of ${scale.id}`}</legend>
    <${TextInput} label="Question" disabled=${frozen} value=${scale.question} onChange=${(/** @type {string} */ question) => onChange({ ...scale, question })} />
    ${own && html`<div class="field-grid">
      <${TextInput} label="Name in results" disabled=${frozen} value=${scale.id} onChange=${(/** @type {string} */ id) => onChange({ ...scale, id })} />
      <${NumberInput} label="Smallest" step="any" disabled=${frozen} value=${scale.minimum} onChange=${(/** @type {number | null} */ minimum) => onChange({ ...scale, minimum: minimum ?? 1 })} />
      <${NumberInput} label="Largest" step="any" disabled=${frozen} value=${scale.maximum} onChange=${(/** @type {number | null} */ maximum) => onChange({ ...scale, maximum: maximum ?? 5 })} />
    </div>`}
    <${CheckedText} label="Labels" hint="A line for each: 5 = Excellent" disabled=${frozen} value=${writePoints(scale.points)} read=${(/** @type {string} */ text) => readPoints(text).problem}
      onChange=${(/** @type {string} */ text) => onChange({ ...scale, points: readPoints(text).points })} />
    ${!frozen && html`<div class="row"><${Button} size="small" kind="quiet" onClick=${onRemove}>${own ? "Take the scale out" : "Back to the standard labels"}<//></div>`}
  </fieldset>`;
}

/** Scales of the experimenter's own, or other labels for the standard ones. @param {{ trial: import("./types.js").Trial, language: string, frozen: boolean, onChange: (scales: Scale[]) => void }} props */
export function ScalesEditor({ trial, language, frozen, onChange }) {
  const [problem, setProblem] = useState("");
  const scales = trial.scales ?? [];
  const own = trial.design === "likert";
  const override = async () => {
    try {
      onChange(await api.get(`/api/listening-tests/scales?design=${trial.design}&language=${encodeURIComponent(language)}`));
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  const add = () => {
    let number = scales.length + 1;
    while (scales.some(({ id }) => id === `scale${number}`)) number++;
    onChange([...scales, { ...begun, id: `scale${number}` }]);
  };
  if (trial.design === "transcription") return null;
  return html`<div class="stack-s">
    ${scales.map((scale, index) => html`<${ScaleFields} key=${`${index}-${own}`} scale=${scale} own=${own} frozen=${frozen}
      onChange=${(/** @type {Scale} */ changed) => onChange(scales.map((each, i) => (i === index ? changed : each)))} onRemove=${() => onChange(scales.filter((_, i) => i !== index))} />`)}
    ${problem && html`<${Notice} tone="bad">${problem}<//>`}
    ${!frozen && (own || scales.length === 0) && html`<div class="row">${own ? html`<${Button} size="small" onClick=${add}>Add a scale<//>` : html`<${Button} size="small" onClick=${override}>Use other labels<//><span class="faint">Standard labels now, in the test's language.</span>`}</div>`}
  </div>`;
}
