// @ts-check
import { html } from "/lib/htm-preact.js";
import { RatingState } from "./rating-state.js";
import { rate, ratingOf, useRatingQueue } from "./ratings.js";

/** Absolute category rating of ITU-T P.800, best first. */
const acrScale = /** @type {const} */ ([[5, "Excellent"], [4, "Good"], [3, "Fair"], [2, "Poor"], [1, "Bad"]]);

/** @param {{ trial: import("../types.js").LiveTrial, label: string, disabled?: boolean }} props */
export function AcrRating({ trial, label, disabled }) {
  useRatingQueue();
  const status = ratingOf(trial, label, "acr");
  return html`<fieldset class="acr" disabled=${disabled}>
    <legend class="spread"><span>Quality of ${label}</span><${RatingState} status=${status} /></legend>
    <div class="acr-choices">
      ${acrScale.map(
        ([value, word]) => html`<label key=${value} class="acr-choice">
          <input type="radio" name=${`acr-${trial.id}-${label}`} value=${value} checked=${status?.value === value} onChange=${() => rate(trial, label, "acr", value)} />
          <span class="acr-value">${value}</span><span class="acr-word">${word}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}
