// @ts-check
import { html } from "/lib/htm-preact.js";
import { Notice } from "../ui/components.js";
import { number, seconds } from "../ui/format.js";
import { NumberTable } from "../ui/number-table.js";
import { TableFiles } from "./table-files.js";
import { points, pValue } from "./words.js";

/** @param {import("./types.js").PairRow} pair */
const more = (pair) => (pair.pHolm !== null && pair.pHolm < 0.05 ? "separated" : pair.moreSeconds === null ? "–" : pair.moreSeconds === 0 ? "enough, chance aside" : `${seconds(pair.moreSeconds)} (${number(pair.timesAsMuch, 1)} × as much)`);

/** @param {{ board: import("./types.js").Board, choice: import("./use-board.js").Choice }} props */
export function PairTests({ board, choice }) {
  if (board.pairs.length === 0) return null;
  const name = (/** @type {number} */ place) => board.systems[place].title;
  return html`<details class="card stack-s"><summary><h3>Is the difference real? Tests of ${board.pairs.length === 1 ? "the pair" : `all ${board.pairs.length} pairs`}</h3></summary>
    ${board.pairsNote && html`<${Notice}>${board.pairsNote}<//>`}
    <${NumberTable} caption="Tests of pairs" texts=${[]}
      head=${["Pair", "Difference, points", "95 % interval", "p, paired bootstrap", "p, Holm", "MAPSSWE Z", "p", "McNemar p", "Wilcoxon p", "Sign p", "More speech to separate them"]}
      rows=${board.pairs.map((pair) => ({ key: `${pair.first}-${pair.second}`, cells: [
        `${name(pair.first)} − ${name(pair.second)}`, points(pair.difference), pair.interval ? `[${points(pair.interval.low)}, ${points(pair.interval.high)}]` : "–", pValue(pair.p), pValue(pair.pHolm),
        number(pair.matchedPairsZ, 2), pValue(pair.matchedPairsP), pValue(pair.mcNemarP), pValue(pair.wilcoxonP), pValue(pair.signP), more(pair),
      ] }))} />
    <p class="faint">Bootstrap over ${board.pairs[0].clusters} speakers, recordings or utterances; p corrected by Holm over all pairs; the verdict and the crown map compare with the best only, and correct for as many tests. MAPSSWE: matched sentence segments. Wilcoxon and sign: over speakers or recordings. “More speech to separate them”: what is still missing, of the same kind, to find the difference with 80 % power at the 5 % level, if it is as large as it looks; before the correction for several pairs.</p>
    <div><${TableFiles} table="pairs" title="the tests of pairs" choice=${choice} /></div>
  </details>`;
}
