// @ts-check
import { html } from "/lib/htm-preact.js";
import { Notice } from "../ui/components.js";
import { number, percent } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";
import { NumberTable } from "../ui/number-table.js";
import { TableFiles } from "./table-files.js";
import { leastOf } from "./weighting.js";
import { pValue } from "./words.js";

/** @param {{ board: import("./types.js").Board, ranking: import("./types.js").Ranking, choice: import("./use-board.js").Choice }} props */
export function Averages({ board, ranking, choice }) {
  const { meanRate, meanRank, relativeRate, agree } = ranking.averages, { nemenyi } = ranking;
  const kings = [meanRate, meanRank, relativeRate].map((values) => (values ? leastOf(values) : -1));
  const marked = (/** @type {string} */ text, /** @type {boolean} */ king) => (king ? html`<strong>${text}</strong>` : text);
  return html`<section class="card stack-s" aria-labelledby="averages"><div class="spread"><h3 id="averages">Three averages side by side</h3><${TableFiles} table="ranking" title="the averages" choice=${choice} /></div>
    ${!agree && html`<${Notice} tone="warn" title="The averages disagree">Mean rate, mean rank and relative rate do not name the same king. A leaderboard would show one of them; which one decides who wins.<//>`}
    <${NumberTable} caption="Three averages over slices" head=${["System", "Mean WER", "Mean rank", "Relative WER"]}
      rows=${meanRate.map((mean, place) => ({ key: board.systems[place].id, cells: [html`<${SystemName} system=${board.systems[place]} />`, marked(percent(mean), kings[0] === place), marked(number(meanRank[place], 2), kings[1] === place), relativeRate ? marked(number(relativeRate[place], 3), kings[2] === place) : "–"] }))} />
    <p class="faint">Relative WER: geometric mean of the rate / the slice's geometric mean over all systems${relativeRate ? "" : " (not defined where a rate is 0)"}. ${nemenyi.friedman ? `Friedman over ${nemenyi.slices} slices: p = ${pValue(nemenyi.friedman.p)}; mean ranks that differ by less than ${number(nemenyi.criticalDifference, 2)} cannot be told apart (Nemenyi, 5 %).` : ""} ${nemenyi.tooFew ? `${nemenyi.slices} slices are too few for these two tests to find anything but the plainest difference.` : ""}</p>
  </section>`;
}
