// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Field } from "../../ui/components.js";

/** @typedef {{ label: string, hint?: string, disabled?: boolean }} Common */

/** @param {Common & { value: string | undefined | null, rows?: number, placeholder?: string, onChange: (value: string) => void }} props `rows`: several lines */
export function TextInput({ label, hint, disabled, value, rows, placeholder, onChange }) {
  const take = (/** @type {any} */ event) => onChange(event.currentTarget.value);
  return html`<${Field} label=${label} hint=${hint}>${(/** @type {Record<string, unknown>} */ attributes) =>
    rows
      ? html`<textarea ...${attributes} rows=${rows} readonly=${disabled} placeholder=${placeholder} value=${value ?? ""} onInput=${take}></textarea>`
      : html`<input ...${attributes} readonly=${disabled} placeholder=${placeholder} value=${value ?? ""} onInput=${take} />`}<//>`;
}

/** @param {Common & { value: number | undefined | null, minimum?: number, maximum?: number, step?: string, placeholder?: string, onChange: (value: number | null) => void }} props null for an empty field */
export function NumberInput({ label, hint, disabled, value, minimum, maximum, step = "1", placeholder, onChange }) {
  return html`<${Field} label=${label} hint=${hint}>${(/** @type {Record<string, unknown>} */ attributes) => html`
    <input ...${attributes} type="number" min=${minimum} max=${maximum} step=${step} readonly=${disabled} placeholder=${placeholder} value=${value ?? ""}
      onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.value === "" ? null : Number(event.currentTarget.value))} />`}<//>`;
}

/** @param {Common & { value: string | undefined, choices: readonly (readonly [value: string, words: string])[], onChange: (value: string) => void }} props */
export function Choice({ label, hint, disabled, value, choices, onChange }) {
  return html`<${Field} label=${label} hint=${hint}>${(/** @type {Record<string, unknown>} */ attributes) => html`
    <select ...${attributes} disabled=${disabled} value=${value} onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.value)}>
      ${choices.map(([id, words]) => html`<option key=${id} value=${id}>${words}</option>`)}
    </select>`}<//>`;
}

/**
 * Text that must be of a form; what is not stays in the field with its problem.
 * @param {Common & { value: string, rows?: number, read: (text: string) => string, onChange: (text: string) => void }} props `read` gives the problem, or ""
 */
export function CheckedText({ label, hint, disabled, value, rows = 5, read, onChange }) {
  const [typed, setTyped] = useState(value);
  const problem = read(typed);
  const take = (/** @type {any} */ event) => {
    setTyped(event.currentTarget.value);
    if (!read(event.currentTarget.value)) onChange(event.currentTarget.value);
  };
  return html`<${Field} label=${label} hint=${hint} problem=${problem}>${(/** @type {Record<string, unknown>} */ attributes) => html`
    <textarea ...${attributes} rows=${rows} readonly=${disabled} value=${typed} onInput=${take}></textarea>`}<//>`;
}
