// @ts-check
import { html } from "/lib/htm-preact.js";
import { useId } from "/lib/preact-hooks.js";

/**
 * One of several answers, as radio buttons that fill a row or a column.
 * @param {{ legend: string, hideLegend?: boolean, options: { value: number | string, label: string, key?: string, number?: string }[], value: number | string | null, layout?: "across" | "down",
 *   onChoose: (value: any) => void, missing?: boolean }} props
 */
export function Choices({ legend, hideLegend, options, value, layout = "across", onChoose, missing }) {
  const name = useId();
  return html`<fieldset class=${`choices-set ${layout} ${missing ? "missing" : ""}`}>
    <legend class=${hideLegend ? "visually-hidden" : ""}>${legend}</legend>
    <div class="choices-options" style=${{ "--count": options.length }}>
      ${options.map((option) => html`<label key=${option.value} class="choice">
        <input type="radio" name=${name} value=${option.value} checked=${option.value === value} onChange=${() => onChoose(option.value)} />
        ${option.number && html`<span class="choice-number num">${option.number}</span>`}
        <span class="choice-word">${option.label}</span>
        ${option.key && html`<kbd aria-hidden="true">${option.key}</kbd>`}
      </label>`)}
    </div>
  </fieldset>`;
}
