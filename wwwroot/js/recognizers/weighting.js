// @ts-check
// Who is king under which weighting of the slices: sliders, the share of all weightings, and how it stands without each slice.
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Button } from "../ui/components.js";
import { percent } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";
import { NumberTable } from "../ui/number-table.js";
import { TableFiles } from "./table-files.js";

/** @typedef {import("./types.js").Ranking} Ranking */

/** Weighted mean rates, by place. @param {Ranking} ranking @param {number[]} weights */
function weightedMeans(ranking, weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return ranking.rates[0].map((_, place) => (total === 0 ? NaN : ranking.rates.reduce((sum, rates, slice) => sum + weights[slice] * rates[place], 0) / total));
}

/** @param {number[]} values */
export const leastOf = (values) => values.indexOf(Math.min(...values));

/** Weights as the address has them, if they are as many as there are slices; else all the same. @param {string | undefined} text @param {number} count */
function readWeights(text, count) {
  const weights = (text ?? "").split(",").map(Number);
  return text && weights.length === count && weights.every((weight) => weight >= 0 && weight <= 100) ? weights : Array.from({ length: count }, () => 50);
}

/** @param {{ board: import("./types.js").Board, ranking: Ranking, choice: import("./use-board.js").Choice, onChoose: (change: import("./use-board.js").Choice) => void }} props */
export function Weighting({ board, ranking, choice, onChoose }) {
  // While a slider is drawn, nothing is written into the address: browsers bear only so many changes of it.
  const [drawn, setDrawn] = useState(/** @type {number[] | null} */ (null));
  const fitting = drawn?.length === ranking.slices.length ? drawn : readWeights(choice.weights, ranking.slices.length);
  const setWeights = (/** @type {number[]} */ weights) => onChoose({ weights: weights.every((weight) => weight === 50) ? "" : weights.join(",") });
  const changed = (/** @type {any} */ event, /** @type {number} */ index) => fitting.map((weight, at) => (at === index ? Number(event.currentTarget.value) : weight));
  const given = fitting.some((weight) => weight > 0) ? { weights: fitting.join(",") } : undefined;
  const means = weightedMeans(ranking, fitting), king = leastOf(means);
  const most = Math.max(...ranking.words);
  const never = ranking.crowns.canBeKing.flatMap((can, place) => (can ? [] : [board.systems[place].title]));
  const alone = (/** @type {number} */ only) => setWeights(ranking.slices.map((_, slice) => (slice === only ? 100 : 0)));
  return html`<section class="card stack" aria-labelledby="weighting">
    <div class="spread"><div><h3 id="weighting">King under which weighting?</h3><p class="faint">What matters to you decides who wins. Set how much each slice counts; your mix stays in this page's address.</p></div>
      <${TableFiles} table="ranking" title="systems under this weighting" choice=${choice} more=${given} /></div>
    <div class="weighting">
      <div class="stack-s">
        <div class="weight-presets"><${Button} size="small" onClick=${() => setWeights(ranking.slices.map(() => 50))}>All the same<//><${Button} size="small" onClick=${() => setWeights(ranking.words.map((count) => Math.round((count / most) * 100)))}>By words<//></div>
        ${ranking.slices.map((slice, index) => html`<div class="weight" key=${slice}><label for=${`weight-${index}`}>${slice}</label>
          <input id=${`weight-${index}`} type="range" min="0" max="100" value=${fitting[index]} onInput=${(/** @type {any} */ event) => setDrawn(changed(event, index))} onChange=${(/** @type {any} */ event) => { setWeights(changed(event, index)); setDrawn(null); }} />
          <output class="number">${fitting[index]}</output><${Button} kind="quiet" size="small" onClick=${() => alone(index)}>Only<span class="visually-hidden"> ${slice}</span><//></div>`)}
        <p role="status">${Number.isNaN(means[0]) ? "Give at least one slice some weight." : html`King: <strong>${board.systems[king].title}</strong>, ${percent(means[king])} weighted word error rate.`}</p>
      </div>
      <${NumberTable} caption="Systems under this weighting" texts=${[]} head=${["System", "Weighted WER", "Crown share", "Can be king"]}
        rows=${means.map((mean, place) => ({ key: board.systems[place].id, cells: [html`<${SystemName} system=${board.systems[place]} />`, html`<span class=${place === king ? "king" : undefined}>${Number.isNaN(mean) ? "–" : percent(mean)}</span>`, percent(ranking.crowns.shares[place]), ranking.crowns.canBeKing[place] ? "yes" : "never"] }))} />
    </div>
    <p class="faint">Crown share: of 20,000 random weightings, uniform over all there are. ${never.length > 0 ? `King under no weighting at all: ${never.join(", ")}.` : "Each of them is king under some weighting."}</p>
    ${ranking.crowns.withoutSlice.length > 0 && html`<div><div class="spread"><h4>Leave one out</h4><${TableFiles} table="leave-one-out" title="kings without each slice" choice=${choice} /></div><ul class="leave-one-out">${ranking.crowns.withoutSlice.map((place, slice) => html`<li key=${ranking.slices[slice]} class=${place === ranking.crowns.king ? undefined : "changed"}>without ${ranking.slices[slice]}: <strong>${board.systems[place].title}</strong>${place === ranking.crowns.king ? "" : " (another king)"}</li>`)}</ul></div>`}
  </section>`;
}
