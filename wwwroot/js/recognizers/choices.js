// @ts-check
import { html } from "/lib/htm-preact.js";
import { Check, Field } from "../ui/components.js";
import { sliceName } from "./words.js";
import { useAnswer } from "./use-board.js";

/** @typedef {import("./types.js").Board} Board */

/** @param {{ label: string, hint?: string, value: string, options: (readonly [value: string, title: string])[], onChange: (value: string) => void }} props */
function Choose({ label, hint, value, options, onChange }) {
  return html`<${Field} label=${label} hint=${hint}>${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.value)}>
    ${options.map(([id, title]) => html`<option key=${id} value=${id} selected=${id === value}>${title}</option>`)}</select>`}<//>`;
}

/** What is compared, and how. @param {{ board: Board, choice: import("./use-board.js").Choice, onChoose: (change: import("./use-board.js").Choice) => void }} props */
export function Choices({ board, choice, onChoose }) {
  const { answer: runs } = /** @type {{ answer: { dataset: { id: string, name: string } }[] | null }} */ (useAnswer("/api/runs?kind=recognition"));
  const { answer: profiles } = /** @type {{ answer: { name: string, hash: string }[] | null }} */ (useAnswer("/api/recognizers/normalisers"));
  const datasets = [...new Map((runs ?? []).map(({ dataset }) => [dataset.id, dataset])).values()];
  const chosen = new Set(board.datasets.map(({ id }) => id));
  const toggle = (/** @type {string} */ id, /** @type {boolean} */ on) => {
    const next = datasets.map((dataset) => dataset.id).filter((each) => (each === id ? on : chosen.has(each)));
    if (next.length > 0) onChoose({ datasets: next.length === datasets.length ? "" : next.join(","), weights: "" });
  };
  return html`<section class="card board-choices" aria-label="What is compared">
    <fieldset class="board-datasets"><legend>Datasets</legend>
      ${datasets.map((dataset) => html`<${Check} key=${dataset.id} checked=${chosen.has(dataset.id)} onChange=${(/** @type {boolean} */ on) => toggle(dataset.id, on)}>${dataset.name}<//>`)}
    </fieldset>
    <${Choose} label="Normaliser" hint="Both sides go through it before they are aligned." value=${board.normaliser} options=${(profiles ?? [{ name: board.normaliser }]).map(({ name }) => [name, name])} onChange=${(/** @type {string} */ normaliser) => onChoose({ normaliser })} />
    <${Choose} label="Alignment" value=${board.alignment} options=${[["sclite", "sclite: 4, 3, 3"], ["jiwer", "jiwer: 1, 1, 1"]]} onChange=${(/** @type {string} */ alignment) => onChoose({ alignment })} />
    <${Choose} label="References" hint="Corrected: where most judges chose what the systems heard." value=${board.corrected ? "corrected" : "delivered"} options=${[["delivered", "as delivered"], ["corrected", "corrected by judges"]]} onChange=${(/** @type {string} */ references) => onChoose({ references: references === "delivered" ? "" : references })} />
    <${Choose} label="Slices" hint="Rows of the crown map." value=${board.slice} options=${board.slices.map((slice) => [slice, sliceName(slice)])} onChange=${(/** @type {string} */ slice) => onChoose({ slice, weights: "" })} />
  </section>`;
}
