// @ts-check
import { html } from "/lib/htm-preact.js";
import { Button } from "../ui/components.js";
import { isWhole, wholeView, zoomView } from "./view.js";
import { viewInWords } from "./words.js";

/** @typedef {import("./spectrogram.js").Look} Look */

const windows = [0.005, 0.01, 0.02, 0.04, 0.08];
const ranges = [40, 60, 80, 100];

/**
 * Buttons for those who have neither wheel nor keys at hand, and what the images look like.
 * @param {{ view: import("./view.js").View, extent: import("./view.js").Extent, onView: (view: import("./view.js").View) => void, look: Look, onLook: (look: Look) => void }} props
 */
export function ViewBar({ view, extent, onView, look, onLook }) {
  const zoom = (/** @type {string} */ words, /** @type {string} */ sign, /** @type {{ time?: number, frequency?: number, y?: number }} */ by) =>
    html`<${Button} size="small" aria-label=${words} title=${words} onClick=${() => onView(zoomView(view, extent, by))}>${sign}<//>`;
  const choice = (/** @type {string} */ label, /** @type {number} */ value, /** @type {readonly number[]} */ values, /** @type {(value: number) => string} */ write, /** @type {(value: number) => Look} */ change) => html`<label class="view-choice">${label}
    <select class="input" value=${String(value)} onChange=${(/** @type {any} */ event) => onLook(change(Number(event.currentTarget.value)))}>
      ${values.map((each) => html`<option key=${each} value=${String(each)}>${write(each)}</option>`)}
    </select></label>`;
  return html`<div class="view-bar" role="group" aria-label="What the spectrograms show">
    <span class="row">Time ${zoom("Less time, closer", "+", { time: 2 })}${zoom("More time", "−", { time: 0.5 })}</span>
    <span class="row">Frequency ${zoom("Narrower band, closer", "+", { frequency: 2, y: 1 })}${zoom("Wider band", "−", { frequency: 0.5, y: 1 })}</span>
    <${Button} size="small" disabled=${isWhole(view, extent)} onClick=${() => onView(wholeView(extent))}>Show all<//>
    ${choice("Window", look.window, windows, (value) => `${value * 1000} ms`, (window) => ({ ...look, window }))}
    ${choice("Range", look.rangeDb, ranges, (value) => `${value} dB`, (rangeDb) => ({ ...look, rangeDb }))}
    <label class="view-choice">Colours
      <select class="input" value=${look.palette} onChange=${(/** @type {any} */ event) => onLook({ ...look, palette: event.currentTarget.value })}>
        <option value="heat">Heat</option><option value="ink">Ink</option>
      </select></label>
    <span class="faint num view-shown">${viewInWords(view)}</span>
  </div>`;
}
