// @ts-check
import { html } from "/lib/htm-preact.js";
import { Button, Check } from "../../ui/components.js";
import { Choice, NumberInput, TextInput } from "./inputs.js";

/** @typedef {import("./types.js").QuestionnaireField} QuestionnaireField */

/** @type {readonly (readonly [value: string, words: string])[]} */
const types = [["text", "A line of text"], ["long-text", "Several lines"], ["number", "A number"], ["choice", "A choice"]];

/** @param {{ fields: QuestionnaireField[], frozen: boolean, onChange: (fields: QuestionnaireField[]) => void }} props */
export function QuestionnaireEditor({ fields, frozen, onChange }) {
  const set = (/** @type {number} */ index, /** @type {Partial<QuestionnaireField>} */ change) => onChange(fields.map((field, i) => (i === index ? { ...field, ...change } : field)));
  const add = () => {
    let number = fields.length + 1;
    while (fields.some(({ name }) => name === `question${number}`)) number++;
    onChange([...fields, { name: `question${number}`, label: "", type: "text" }]);
  };
  return html`<ol class="plain-list">${fields.map((field, index) => html`<li key=${index}><fieldset class="stack-s question-card">
      <legend>Question ${index + 1}</legend>
      <${TextInput} label="Question" disabled=${frozen} value=${field.label} onChange=${(/** @type {string} */ label) => set(index, { label })} />
      <div class="field-grid">
        <${TextInput} label="Column in the export" disabled=${frozen} value=${field.name} onChange=${(/** @type {string} */ name) => set(index, { name })} />
        <${Choice} label="Answer" disabled=${frozen} value=${field.type} choices=${types} onChange=${(/** @type {QuestionnaireField["type"]} */ type) => set(index, { type })} />
        ${field.type === "number" && html`<${NumberInput} label="Smallest" step="any" disabled=${frozen} value=${field.minimum} onChange=${(/** @type {number | null} */ minimum) => set(index, { minimum: minimum ?? undefined })} />
          <${NumberInput} label="Largest" step="any" disabled=${frozen} value=${field.maximum} onChange=${(/** @type {number | null} */ maximum) => set(index, { maximum: maximum ?? undefined })} />`}
      </div>
      ${field.type === "choice" && html`<${TextInput} label="Choices, one a line" rows=${3} disabled=${frozen} value=${(field.choices ?? []).join("\n")} onChange=${(/** @type {string} */ text) => set(index, { choices: text.split("\n").filter((line, i, all) => line !== "" || i === all.length - 1) })} />`}
      <div class="spread"><${Check} checked=${field.optional === true} disabled=${frozen} onChange=${(/** @type {boolean} */ optional) => set(index, { optional })}>May be left out<//>
        ${!frozen && html`<${Button} size="small" kind="quiet" onClick=${() => onChange(fields.filter((_, i) => i !== index))}>Take out<span class="visually-hidden"> question ${index + 1}</span><//>`}</div>
    </fieldset></li>`)}</ol>
    ${!frozen && html`<div class="row"><${Button} size="small" onClick=${add}>Add a question<//></div>`}`;
}
