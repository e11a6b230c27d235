// @ts-check
import { html } from "/lib/htm-preact.js";
import { useRef, useState } from "/lib/preact-hooks.js";
import { Field } from "../../../ui/components.js";
import { answersToSend, problemOf } from "../questionnaire.js";
import { t } from "../words.js";
import { NextButton, PageFrame, useCompletion } from "./page-frame.js";

/** @typedef {import("../types.js").Field} FieldDefinition */

/** @param {import("./page-frame.js").PageProps} props */
export function QuestionnairePage({ visit, page }) {
  const fields = page.fields ?? [];
  const { busy, complete } = useCompletion(visit, page);
  const [values, setValues] = useState(/** @type {Record<string, string>} */ ({}));
  const [checked, setChecked] = useState(false);
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  const problems = checked ? fields.map((field) => problemOf(field, values[field.name] ?? "")) : [];

  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    setChecked(true);
    const wrong = fields.findIndex((field) => problemOf(field, values[field.name] ?? "") !== null);
    if (wrong < 0) return void complete(answersToSend(fields, values));
    const control = form.current?.querySelectorAll(".input")[wrong];
    if (control instanceof HTMLElement) control.focus();
  };
  return html`<form ref=${form} novalidate onSubmit=${submit}><${PageFrame} visit=${visit} heading=${page.title || t("questionnaire.title")} text=${page.text} actions=${html`<${NextButton} type="submit" busy=${busy} />`}>
    ${fields.map((field, i) => {
      const problem = problems[i];
      return html`<${Field} key=${field.name} label=${field.optional ? html`${field.label} <span class="faint">(${t("optional")})</span>` : field.label}
        problem=${problem ? t(problem.key, { n: problem.n ?? 0 }) : null}>
        ${(/** @type {Record<string, unknown>} */ attributes) => control(field, attributes, values[field.name] ?? "", (value) => setValues((known) => ({ ...known, [field.name]: value })))}
      <//>`;
    })}
  <//></form>`;
}

/** @param {FieldDefinition} field @param {Record<string, unknown>} attributes @param {string} value @param {(value: string) => void} set */
function control(field, attributes, value, set) {
  const input = (/** @type {any} */ event) => set(event.currentTarget.value);
  if (field.type === "long-text") return html`<textarea ...${attributes} rows="4" maxlength="4000" value=${value} onInput=${input}></textarea>`;
  if (field.type === "choice") {
    return html`<select ...${attributes} value=${value} onChange=${input}>
      <option value="">${t("choose")}</option>
      ${(field.choices ?? []).map((choice) => html`<option key=${choice} value=${choice}>${choice}</option>`)}
    </select>`;
  }
  return html`<input ...${attributes} type="text" inputmode=${field.type === "number" ? "decimal" : "text"} maxlength="1000" value=${value} onInput=${input} />`;
}
