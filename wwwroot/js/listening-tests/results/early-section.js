// @ts-check
import { html } from "/lib/htm-preact.js";
import { number } from "../../ui/format.js";
import { pValue } from "../../plots/p-value.js";
import { designName, withInterval } from "./words.js";

/** Which pairs may be called decided while the test still runs. @param {{ decisions: import("./types.js").EarlyDecision[] }} props */
export function EarlySection({ decisions }) {
  if (decisions.length === 0) return null;
  const decided = decisions.filter((decision) => decision.holm <= 0.05).length;
  return html`<section class="card results-card" aria-labelledby="early">
    <h2 id="early">Early decisions</h2>
    <p>${decided === 0 ? "No pair is decided yet." : `${decided} of ${decisions.length} pairs ${decided === 1 ? "is" : "are"} decided.`}
      ${" "}These p values hold however often one looks and whenever one stops (sequential test), unlike those of the paired comparisons. A pair whose corrected p is at most 0.05 may be called different now.</p>
    <div class="table-frame" role="region" aria-label="Always-valid p values by pair" tabindex="0"><table class="table">
      <caption class="visually-hidden">Early decisions: always-valid p values by pair</caption>
      <thead><tr><th scope="col">Pair</th><th scope="col">Scale</th><th scope="col" class="number">Difference (confidence sequence)</th>
        <th scope="col" class="number">Always-valid p (Holm)</th><th scope="col" class="number">n</th></tr></thead>
      <tbody>${decisions.map((decision) => html`<tr key=${`${decision.design} ${decision.scale} ${decision.a} ${decision.b}`}>
        <th scope="row">${decision.titleA} − ${decision.titleB}</th>
        <td>${designName(decision.design)}${decision.scale === decision.design ? "" : html`<span class="detail">${decision.scale}</span>`}</td>
        <td class="number">${decision.difference ? withInterval(decision.difference, 2) : "–"}</td>
        <td class="number"><span class=${decision.holm <= 0.05 ? "significant" : ""}>${decision.holm < 0.001 ? "< 0.001" : number(decision.holm, 3)}</span><span class="detail">uncorrected ${pValue(decision.p)}</span></td>
        <td class="number">${decision.n}</td>
      </tr>`)}</tbody>
    </table></div>
    <p class="faint">Only finished sessions count. n: listeners; of ABX, answers. Decide before the start that the test may stop early, and on its screening.</p>
    <details class="more"><summary>How these p values are made</summary>
      <p>Each is a bet against "no difference" at fair odds, listener by listener. Had there been none, the capital would reach 20 times its start with a probability of at most 5 %, ever (Ville's inequality): p is one divided by
        the largest capital so far, and may be looked at after every listener. Differences on a scale bet on their sign given their size, which is even if the two conditions may be swapped; ABX and preferences bet on single choices.
        Holm's correction runs over the pairs of a scale. The price is power: it takes more listeners than a test that looks once.</p></details>
    <p class="faint recipe"><strong>Recipe:</strong> ${[...new Set(decisions.map((decision) => decision.recipe))].join(" · ")}</p>
  </section>`;
}
