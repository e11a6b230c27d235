// @ts-check
// One scale: mean intervals, boxes with violins, overall test, pairs and items.
import { html } from "/lib/htm-preact.js";
import { number, plural } from "../../ui/format.js";
import { fixedAxis } from "../../plots/axis.js";
import { BoxPlot } from "../../plots/box-plot.js";
import { FigureCard } from "../../plots/figure-card.js";
import { IntervalPlot } from "../../plots/interval-plot.js";
import { pValue } from "../../plots/p-value.js";
import { AgreementCard } from "./agreement-card.js";
import { ItemTable } from "./item-table.js";
import { PairTable } from "./pair-table.js";
import { digitsOf, scaleWords, withInterval } from "./words.js";

/** @typedef {import("./types.js").Scale} Scale */
/** @typedef {import("./types.js").ConditionScore} ConditionScore */

/** @param {Scale} scale @param {Map<string, number>} colours */
function meanRows(scale, colours) {
  return scale.conditions.map((score) => ({
    id: score.condition, title: score.title, colour: colours.get(score.condition) ?? -1, value: score.mean.value, low: score.mean.low, high: score.mean.high,
    figure: `${withInterval(score.mean, digitsOf(scale))} · ${plural(score.listeners, "listener")}`,
  }));
}

/** @param {Scale} scale @param {Map<string, number>} colours */
function boxRows(scale, colours) {
  return scale.conditions.map((score) => ({
    id: score.condition, title: score.title, colour: colours.get(score.condition) ?? -1, density: score.density.length > 0 ? score.density : undefined,
    box: {
      median: score.box.median, q1: score.box.lowerQuartile, q3: score.box.upperQuartile, low: score.box.lowerWhisker, high: score.box.upperWhisker,
      mean: score.mean.value, outliers: score.box.outliers,
    },
    figure: `${number(score.box.median, 1)} (${number(score.box.lowerQuartile, 1)}–${number(score.box.upperQuartile, 1)}) · n = ${score.ratings}`,
  }));
}

/** What further listeners would bring, for the widest interval. @param {{ scale: Scale }} props */
function ForecastLine({ scale }) {
  const widest = scale.conditions.filter((score) => score.forecast).sort((a, b) => (b.forecast?.halfWidth ?? 0) - (a.forecast?.halfWidth ?? 0))[0];
  const forecast = widest?.forecast;
  if (!forecast) return html`<p class="faint">With two listeners or more, this page says how many further ones narrow the intervals.</p>`;
  const target = number(forecast.target, digitsOf(scale));
  if (forecast.more === 0) return html`<p class="faint">Every mean is known to ± ${target} or better.</p>`;
  const most = forecast.moreAtMost !== null && forecast.moreAtMost !== forecast.more ? `, with bad luck ${forecast.moreAtMost}` : "";
  return html`<p class="faint">The widest interval (${widest.title}) is ± ${number(forecast.halfWidth, digitsOf(scale))}. For ± ${target}: ${forecast.more === null
    ? "more listeners than any test can have" : `about ${plural(forecast.more, "more listener")}${most}`}.</p>`;
}

/** All conditions in numbers. @param {{ scale: Scale }} props */
function ScoreTable({ scale }) {
  const digits = digitsOf(scale);
  return html`<div class="table-frame" role="region" aria-label=${`${scaleWords(scale).title}, all numbers`} tabindex="0">
    <table class="table">
      <caption class="visually-hidden">${scaleWords(scale).title} by condition</caption>
      <thead><tr><th scope="col">Condition</th><th scope="col" class="number">Mean (95 % t)</th><th scope="col" class="number">Mean (95 % listeners × items)</th>
        <th scope="col" class="number">Median (95 % listeners × items)</th><th scope="col" class="number">Quartiles</th><th scope="col" class="number">SD</th><th scope="col" class="number">Ratings</th><th scope="col" class="number">Listeners</th><th scope="col" class="number">Items</th></tr></thead>
      <tbody>${scale.conditions.map((score) => html`<tr key=${score.condition}>
        <th scope="row">${score.title}</th>
        <td class="number">${withInterval(score.mean, digits)}</td>
        <td class="number">${score.cluster ? withInterval(score.cluster, digits) : "–"}</td>
        <td class="number">${withInterval(score.median, digits)}</td><td class="number">${number(score.box.lowerQuartile, digits)}–${number(score.box.upperQuartile, digits)}</td>
        <td class="number">${number(score.standardDeviation, digits)}</td>
        <td class="number">${score.ratings}</td><td class="number">${score.listeners}</td><td class="number">${score.items}</td>
      </tr>`)}</tbody>
    </table>
  </div>`;
}

/** @param {{ scale: Scale, agreement: import("./types.js").Agreement | undefined, colours: Map<string, number> }} props */
export function ScaleSection({ scale, agreement, colours }) {
  const { title, note } = scaleWords(scale);
  const axis = fixedAxis(scale.minimum, scale.maximum, scale.maximum - scale.minimum <= 6 ? scale.maximum - scale.minimum : 5);
  const slider = scale.conditions.some((score) => score.density.length > 0);
  const camps = scale.conditions.filter((score) => score.role === "system" && score.ratings >= 10 && (score.bimodality ?? 0) > 5 / 9);
  const recipes = [...new Set(scale.conditions.flatMap((score) => [score.mean.recipe, score.cluster?.recipe ?? "", score.median.recipe]).concat(scale.overall?.recipe ?? ""))].filter(Boolean);
  return html`<section class="stack" aria-label=${title}>
    <h2>${title}</h2>
    <div class="figure-grid">
      <${FigureCard} name=${`${scale.scale}-means`} title=${`${title}: means`} note=${`${note}; mean of the listeners' means with 95 % t interval. Right is better.`}
        plot=${(/** @type {number} */ width) => html`<${IntervalPlot} label=${`${title}, means`} rows=${meanRows(scale, colours)} axis=${axis} writeTick=${String} width=${width} />`}>
        <${ForecastLine} scale=${scale} />
      <//>
      <${FigureCard} name=${`${scale.scale}-distribution`} title=${`${title}: distribution`}
        note=${`Line: median, box: quartiles, mark: mean, whiskers: within 1.5 boxes, circles: beyond${slider ? "; the shape behind is the density of all ratings" : ""}.`}
        plot=${(/** @type {number} */ width) => html`<${BoxPlot} label=${`${title}, medians`} rows=${boxRows(scale, colours)} axis=${axis} writeTick=${String} width=${width} />`} />
    </div>
    <${ScoreTable} scale=${scale} />
    ${camps.length > 0 && html`<p>Listeners may fall into two camps about ${camps.map((score) => score.title).join(", ")} (bimodality above 5/9): look at the distribution before the mean.</p>`}
    ${scale.overall && html`<p>Do the conditions differ at all? Friedman test over ${plural(scale.overall.listeners, "listener")}: χ²(${scale.overall.degreesOfFreedom}) = ${number(scale.overall.statistic, 2)}, ${pValue(scale.overall.p)}, Kendall's W = ${number(scale.overall.kendallsW, 2)}.</p>`}
    ${scale.pairs.length > 0 && html`<${PairTable} scale=${scale} />`}
    ${agreement && html`<${AgreementCard} agreement=${agreement} scale=${scale} />`}
    ${scale.items.length > 0 && html`<${ItemTable} scale=${scale} />`}
    <p class="faint recipe"><strong>Recipe:</strong> ${recipes.join(" · ")}</p>
  </section>`;
}
