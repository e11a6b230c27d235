// @ts-check
import { html } from "/lib/htm-preact.js";
import { number } from "../../ui/format.js";
import { pValue } from "../../plots/p-value.js";
import { digitsOf, scaleWords, withInterval } from "./words.js";

/** @param {{ tested: import("./types.js").Tested }} props */
function Tested({ tested }) {
  if (!tested) return html`<span>–</span>`;
  const holm = tested.holm < 0.001 ? "< 0.001" : number(tested.holm, 3);
  return html`<span class=${tested.holm <= 0.05 ? "significant" : ""}>${holm}</span><span class="detail">uncorrected ${pValue(tested.p)}</span>`;
}

/** Which conditions differ, by the same listeners on the same items. @param {{ scale: import("./types.js").Scale }} props */
export function PairTable({ scale }) {
  const digits = digitsOf(scale);
  return html`<div class="stack-s">
    <h3>Paired comparisons</h3>
    <p class="faint">Over listeners' mean differences on items that they rated in both conditions. p values are corrected over all pairs of this scale (Holm, test by test); bold: at most 0.05.</p>
    <div class="table-frame" role="region" aria-label=${`Paired comparisons, ${scaleWords(scale).title}`} tabindex="0"><table class="table">
      <caption class="visually-hidden">Paired comparisons with corrected p values and effect sizes</caption>
      <thead><tr><th scope="col">Pair</th><th scope="col" class="number">Difference (95 %)</th><th scope="col" class="number">Wilcoxon p</th><th scope="col" class="number">Paired t p</th>
        <th scope="col" class="number">Sign flip p</th><th scope="col" class="number">Effect (g)</th><th scope="col" class="number">Rank-biserial</th><th scope="col" class="number">Listeners</th></tr></thead>
      <tbody>${scale.pairs.map((pair) => html`<tr key=${`${pair.a} ${pair.b}`}>
        <th scope="row">${pair.titleA} − ${pair.titleB}</th>
        <td class="number">${withInterval(pair.difference, digits)}</td>
        <td class="number"><${Tested} tested=${pair.wilcoxon} /></td>
        <td class="number"><${Tested} tested=${pair.student} /></td>
        <td class="number"><${Tested} tested=${pair.signFlip} /></td>
        <td class="number">${number(pair.gz ?? pair.dz, 2)}</td>
        <td class="number">${number(pair.rankBiserial, 2)}</td>
        <td class="number">${pair.listeners}</td>
      </tr>`)}</tbody>
    </table></div>
  </div>`;
}
