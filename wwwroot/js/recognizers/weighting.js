// @ts-check
// Who is king under which weighting of the slices: sliders, the share of all weightings, and how it stands without each slice.
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Button } from "../ui/components.js";
import { percent } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";
import { NumberTable } from "../ui/number-table.js";

/** @typedef {import("./types.js").Ranking} Ranking */

/** Weighted mean rates, by place. @param {Ranking} ranking @param {number[]} weights */
export function weightedMeans(ranking, weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return ranking.rates[0].map((_, place) => (total === 0 ? NaN : ranking.rates.reduce((sum, rates, slice) => sum + weights[slice] * rates[place], 0) / total));
}

/** @param {number[]} values */
export const leastOf = (values) => values.indexOf(Math.min(...values));

/** @param {{ board: import("./types.js").Board, ranking: Ranking }} props */
export function Weighting({ board, ranking }) {
  const [weights, setWeights] = useState(() => ranking.slices.map(() => 50));
  const fitting = weights.length === ranking.slices.length ? weights : ranking.slices.map(() => 50);
  const means = weightedMeans(ranking, fitting), king = leastOf(means);
  const most = Math.max(...ranking.words);
  const never = ranking.crowns.canBeKing.flatMap((can, place) => (can ? [] : [board.systems[place].title]));
  const alone = (/** @type {number} */ only) => setWeights(ranking.slices.map((_, slice) => (slice === only ? 100 : 0)));
  return html`<section class="card stack" aria-labelledby="weighting">
    <div><h3 id="weighting">King under which weighting?</h3><p class="faint">What matters to you decides who wins. Set how much each slice counts.</p></div>
    <div class="weighting">
      <div class="stack-s">
        <div class="weight-presets"><${Button} size="small" onClick=${() => setWeights(ranking.slices.map(() => 50))}>All the same<//><${Button} size="small" onClick=${() => setWeights(ranking.words.map((count) => Math.round((count / most) * 100)))}>By words<//></div>
        ${ranking.slices.map((slice, index) => html`<div class="weight" key=${slice}><label for=${`weight-${index}`}>${slice}</label>
          <input id=${`weight-${index}`} type="range" min="0" max="100" value=${fitting[index]} onInput=${(/** @type {any} */ event) => setWeights(fitting.map((weight, at) => (at === index ? Number(event.currentTarget.value) : weight)))} />
          <output class="number">${fitting[index]}</output><${Button} kind="quiet" size="small" onClick=${() => alone(index)}>Only<span class="visually-hidden"> ${slice}</span><//></div>`)}
        <p role="status">${Number.isNaN(means[0]) ? "Give at least one slice some weight." : html`King: <strong>${board.systems[king].title}</strong>, ${percent(means[king])} weighted word error rate.`}</p>
      </div>
      <${NumberTable} caption="Systems under this weighting" texts=${[]} head=${["System", "Weighted WER", "Crown share", "Can be king"]}
        rows=${means.map((mean, place) => ({ key: board.systems[place].id, cells: [html`<${SystemName} system=${board.systems[place]} />`, html`<span class=${place === king ? "king" : undefined}>${Number.isNaN(mean) ? "–" : percent(mean)}</span>`, percent(ranking.crowns.shares[place]), ranking.crowns.canBeKing[place] ? "yes" : "never"] }))} />
    </div>
    <p class="faint">Crown share: of 20,000 random weightings, uniform over all there are. ${never.length > 0 ? `King under no weighting at all: ${never.join(", ")}.` : "Each of them is king under some weighting."}</p>
    ${ranking.crowns.withoutSlice.length > 0 && html`<div><h4>Leave one out</h4><ul class="leave-one-out">${ranking.crowns.withoutSlice.map((place, slice) => html`<li key=${ranking.slices[slice]} class=${place === ranking.crowns.king ? undefined : "changed"}>without ${ranking.slices[slice]}: <strong>${board.systems[place].title}</strong>${place === ranking.crowns.king ? "" : " (another king)"}</li>`)}</ul></div>`}
  </section>`;
}
