// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";

/**
 * One end of a loop in seconds. What is typed stays while the page follows the sound; it counts when it is done.
 * @param {{ label: string, value: number, length: number, step: number, set: (value: number) => void }} props
 */
export function LoopEdge({ label, value, length, step, set }) {
  const [typed, setTyped] = useState(/** @type {string | null} */ (null));
  const change = (/** @type {any} */ event) => {
    setTyped(null);
    if (Number.isFinite(event.currentTarget.valueAsNumber)) set(event.currentTarget.valueAsNumber);
  };
  return html`<label class="loop-edge">${label} <input class="input num" type="number" min="0" max=${length.toFixed(2)} step=${step} value=${typed ?? value.toFixed(2)} disabled=${length === 0}
    onInput=${(/** @type {any} */ event) => setTyped(event.currentTarget.value)} onChange=${change} onBlur=${() => setTyped(null)} /></label>`;
}
