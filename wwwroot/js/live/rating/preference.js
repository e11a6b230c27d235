// @ts-check
import { html } from "/lib/htm-preact.js";
import { RatingState } from "./rating-state.js";
import { rate, ratingOf, useRatingQueue } from "./ratings.js";

/**
 * Which of two is better. For exactly two stimuli.
 * @param {{ trial: import("../types.js").LiveTrial, question: string, disabled?: boolean }} props
 */
export function PreferenceRating({ trial, question, disabled }) {
  useRatingQueue();
  const [first, second] = trial.stimuli.map((stimulus) => stimulus.label);
  const status = ratingOf(trial, first, "preference");
  const choices = /** @type {const} */ ([[1, `${first} is better`], [0, "No difference"], [-1, `${second} is better`]]);
  return html`<fieldset class="card preference" disabled=${disabled}>
    <legend class="visually-hidden">${question}</legend>
    <div class="spread"><span class="preference-question" aria-hidden="true">${question}</span><${RatingState} status=${status} /></div>
    <div class="segments">
      ${choices.map(
        ([value, words]) => html`<label key=${value} class="segment">
          <input type="radio" name=${`preference-${trial.id}`} checked=${status?.value === value} onChange=${() => rate(trial, first, "preference", value, second)} />
          <span>${words}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}
