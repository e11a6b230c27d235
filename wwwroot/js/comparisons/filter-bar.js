// @ts-check
import { html } from "/lib/htm-preact.js";
import { Button, Check, Field } from "../ui/components.js";
import { isNarrowed } from "./filters.js";

/** @typedef {import("./filters.js").Filters} Filters */

/** @type {Record<string, string>} */
const sourceNames = { microphone: "Microphone", file: "File" };

/**
 * A choice among known values; a value from the address that is not known (any more) stays choosable.
 * @param {{ label: string, all: string, value: string, known: string[], names?: Record<string, string>, onChange: (value: string) => void }} props
 */
function Choice({ label, all, value, known, names = {}, onChange }) {
  const values = value && !known.includes(value) ? [...known, value] : known;
  return html`<${Field} label=${label}>${(/** @type {Record<string, unknown>} */ attributes) => html`
    <select ...${attributes} value=${value} onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.value)}>
      <option value="">${all}</option>
      ${values.map((each) => html`<option key=${each} value=${each}>${names[each] ?? each}</option>`)}
    </select>`}<//>`;
}

/**
 * @param {{ filters: Filters, known: { listeners: string[], sources: string[] }, onChange: (change: Partial<Filters>) => void }} props
 */
export function FilterBar({ filters, known, onChange }) {
  const day = (/** @type {"from" | "to"} */ name, /** @type {string} */ label) => html`<${Field} label=${label}>${(/** @type {Record<string, unknown>} */ attributes) => html`
    <input ...${attributes} type="date" value=${filters[name]} onChange=${(/** @type {any} */ event) => onChange({ [name]: event.currentTarget.value })} />`}<//>`;
  return html`<form class="filter-bar" aria-label="Filters" onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}>
    ${day("from", "From")}
    ${day("to", "To")}
    <${Choice} label="Listener" all="All listeners" value=${filters.listener} known=${known.listeners} onChange=${(/** @type {string} */ listener) => onChange({ listener })} />
    <${Choice} label="Source" all="All sources" value=${filters.source} known=${known.sources} names=${sourceNames} onChange=${(/** @type {string} */ source) => onChange({ source })} />
    <div class="filter-end">
      <${Check} checked=${filters.blindOnly} onChange=${(/** @type {boolean} */ blindOnly) => onChange({ blindOnly })}>Blind ratings only<//>
      <${Button} kind="quiet" size="small" disabled=${!isNarrowed(filters)} onClick=${() => onChange({ from: "", to: "", listener: "", source: "" })}>Clear filters<//>
    </div>
  </form>`;
}
