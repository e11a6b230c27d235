// @ts-check
import { html } from "/lib/htm-preact.js";
import { Field } from "../ui/components.js";
import { plural } from "../ui/format.js";
import { useRead } from "../ui/use-read.js";

/** @typedef {import("../datasets/types.js").Dataset} Dataset */

/** Datasets of recordings; null while they are read. */
export function useRecordings() {
  const { value } = /** @type {{ value: Dataset[] | null }} */ (useRead("/api/datasets"));
  return value?.filter((dataset) => dataset.kind === "recordings") ?? null;
}

/** @param {{ label: string, datasets: Dataset[], value: string, onChange: (id: string) => void }} props */
export function RecordingsChoice({ label, datasets, value, onChange }) {
  return html`<${Field} label=${label}>${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.value)}>
    <option value="" selected=${value === ""}>Choose a dataset of recordings</option>
    ${datasets.map((dataset) => html`<option key=${dataset.id} value=${dataset.id} selected=${dataset.id === value}>${dataset.name} (${plural(dataset.items, "recording")})</option>`)}</select>`}<//>`;
}
