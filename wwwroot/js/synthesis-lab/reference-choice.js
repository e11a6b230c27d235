// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Field } from "../ui/components.js";
import { plural } from "../ui/format.js";

/** @typedef {import("../datasets/types.js").Dataset} Dataset */

/** Datasets of recordings; null while they are read. */
export function useRecordings() {
  const [datasets, setDatasets] = useState(/** @type {Dataset[] | null} */ (null));
  useEffect(() => {
    const stop = new AbortController();
    api.get("/api/datasets", { signal: stop.signal }).then((found) => setDatasets(found.filter((/** @type {Dataset} */ dataset) => dataset.kind === "recordings")), () => {});
    return () => stop.abort();
  }, []);
  return datasets;
}

/**
 * What an address answers; nothing is asked for an empty one.
 * @template T
 * @param {string} address
 * @returns {{ found: T | null, problem: string, waiting: boolean }}
 */
export function useAnswer(address) {
  const [state, setState] = useState(/** @type {{ of: string, found: T | null, problem: string }} */ ({ of: "", found: null, problem: "" }));
  useEffect(() => {
    if (!address) return undefined;
    const stop = new AbortController();
    api.get(address, { signal: stop.signal }).then(
      (found) => setState({ of: address, found, problem: "" }),
      (error) => stop.signal.aborted || setState({ of: address, found: null, problem: messageOf(error) }),
    );
    return () => stop.abort();
  }, [address]);
  return state.of === address ? { ...state, waiting: false } : { found: null, problem: "", waiting: address !== "" };
}

/** @param {{ label: string, datasets: Dataset[], value: string, onChange: (id: string) => void }} props */
export function RecordingsChoice({ label, datasets, value, onChange }) {
  return html`<${Field} label=${label}>${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.value)}>
    <option value="" selected=${value === ""}>Choose a dataset of recordings</option>
    ${datasets.map((dataset) => html`<option key=${dataset.id} value=${dataset.id} selected=${dataset.id === value}>${dataset.name} (${plural(dataset.items, "recording")})</option>`)}</select>`}<//>`;
}
