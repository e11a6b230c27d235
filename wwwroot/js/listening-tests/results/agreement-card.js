// @ts-check
import { html } from "/lib/htm-preact.js";
import { Figures } from "../../ui/components.js";
import { number } from "../../ui/format.js";
import { digitsOf, scaleWords, withInterval } from "./words.js";

/**
 * How far listeners agree on a scale, and their habits where a model could tell them.
 * @param {{ agreement: import("./types.js").Agreement, scale: import("./types.js").Scale }} props
 */
export function AgreementCard({ agreement, scale }) {
  const figures = /** @type {(readonly [string, string] | false)[]} */ ([
    agreement.alpha && ["Krippendorff's alpha", withInterval(agreement.alpha, 2)],
    agreement.oneListener && ["ICC, one listener", withInterval(agreement.oneListener, 2)],
    agreement.allListeners && ["ICC, the panel's mean", withInterval(agreement.allListeners, 2)],
    agreement.spread && ["SOS parameter a", withInterval(agreement.spread, 2)],
  ].map((item) => item ?? false));
  if (!figures.some(Boolean) && agreement.listeners.length === 0) return null;
  const digits = digitsOf(scale);
  const recipes = [agreement.alpha, agreement.oneListener, agreement.allListeners, agreement.spread, agreement.corrected[0]?.mean].flatMap((estimate) => (estimate ? [estimate.recipe] : []));
  return html`<div class="card results-card">
    <h3>Agreement</h3>
    <${Figures} items=${figures} />
    <p class="faint">Over systems only, with 95 % intervals: 1 is perfect agreement, 0 what chance gives. A small a (0.1 to 0.3 in speech tests) says that votes lie close together.</p>
    ${agreement.corrected.length > 0 && html`<details><summary>Without listeners' habits (subject model)</summary>
      <div class="table-frame" role="region" aria-label=${`${scaleWords(scale).title} without listeners' habits`} tabindex="0"><table class="table">
        <caption class="visually-hidden">Means without listeners' habits</caption>
        <thead><tr><th scope="col">Condition</th><th scope="col" class="number">Corrected mean (95 %)</th><th scope="col" class="number">Plain mean</th></tr></thead>
        <tbody>${agreement.corrected.map((score) => html`<tr key=${score.condition}><th scope="row">${score.title}</th><td class="number">${withInterval(score.mean, digits)}</td><td class="number">${number(score.plain, digits)}</td></tr>`)}</tbody>
      </table></div>
      <div class="table-frame results-habits" role="region" aria-label=${`Listeners' habits, ${scaleWords(scale).title}`} tabindex="0"><table class="table">
        <caption class="visually-hidden">Listeners' habits, the most inconsistent first</caption>
        <thead><tr><th scope="col">Listener</th><th scope="col" class="number">Rates higher by (95 %)</th><th scope="col" class="number">Inconsistency (SD)</th></tr></thead>
        <tbody>${agreement.listeners.map((listener) => html`<tr key=${listener.listener}><th scope="row">${listener.listener}</th><td class="number">${withInterval(listener.bias, digits)}</td><td class="number">${number(listener.inconsistency, digits)}</td></tr>`)}</tbody>
      </table></div>
    </details>`}
    <p class="faint recipe"><strong>Recipe:</strong> ${[...new Set(recipes)].join(" · ")}</p>
  </div>`;
}
