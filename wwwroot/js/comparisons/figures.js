// @ts-check
// Which plots a kind of system gets, made from what was measured.
import { html } from "/lib/htm-preact.js";
import { percent, realTimeFactor, milliseconds, number, seconds } from "../ui/format.js";
import { preferenceAnswers } from "./answer.js";
import { axisFromZero, fixedAxis, logAxis, valueAxis } from "../plots/axis.js";
import { BoxPlot } from "../plots/box-plot.js";
import { FigureCard } from "../plots/figure-card.js";
import { IntervalPlot } from "../plots/interval-plot.js";
import { measures, ordered } from "./measures.js";
import { PreferencePlot } from "../plots/preference-plot.js";
import { RatePlot } from "./rate-plot.js";
import { isTested, shown } from "./systems.js";

/** @typedef {import("./types.js").Comparison} Comparison */
/** @typedef {import("./types.js").ComparedSystem} ComparedSystem */
/** @typedef {import("./measures.js").Measure} Measure */
/** @typedef {{ value: number, low: number | null, high: number | null } | null} Estimate */

/**
 * Rows of an interval plot, best first; systems without the number are left out.
 * @param {Comparison} comparison @param {Measure} measure @param {(system: ComparedSystem) => Estimate} estimate
 * @param {(system: ComparedSystem) => string} figure
 */
function intervalRows(comparison, measure, estimate, figure) {
  return ordered(comparison.systems, measure, true).flatMap((system) => {
    const found = estimate(system);
    return found ? [{ ...shown(system), ...found, figure: figure(system) }] : [];
  });
}

/** @param {Measure} measure */
const mainAndDetail = (measure) => (/** @type {ComparedSystem} */ system) => `${measure.main(system)} (${measure.detail(system)})`;

/** @param {{ median: number, low: number | null, high: number | null } | null | undefined} found @returns {Estimate} */
const typical = (found) => (found ? { value: found.median, low: found.low, high: found.high } : null);

/** @param {{ comparison: Comparison }} props */
function OpinionFigure({ comparison }) {
  const rows = intervalRows(comparison, measures.mos, ({ mos }) => mos ? { value: mos.mean, low: mos.low, high: mos.high } : null, mainAndDetail(measures.mos));
  if (rows.length === 0) return null;
  return html`<${FigureCard} name="mean-opinion" title="Mean opinion score" note="1 bad to 5 excellent; mean with 95 % t interval. Right is better."
    plot=${(/** @type {number} */ width) => html`<${IntervalPlot} label="Mean opinion scores" rows=${rows} axis=${fixedAxis(1, 5, 4)} writeTick=${String} width=${width} />`} />`;
}

/** @param {{ comparison: Comparison }} props */
function ErrorFigure({ comparison }) {
  const rows = intervalRows(comparison, measures.wer, ({ wer }) => wer ?? null, ({ wer }) => (wer ? `${percent(wer.value)} (${measures.wer.detail({ id: "", title: "", colour: 0, wer }).split(" · ")[0]}) · n = ${wer.n}` : ""));
  if (rows.length === 0) return null;
  const axis = axisFromZero(rows.flatMap((row) => [row.value, row.high]));
  return html`<${FigureCard} name="word-errors" title="Word error rate" note="Substituted, deleted and inserted words for each word said; 95 % bootstrap interval over recordings. Left is better."
    plot=${(/** @type {number} */ width) => html`<${IntervalPlot} label="Word error rates" rows=${rows} axis=${axis} writeTick=${(/** @type {number} */ value) => percent(value, 0)} width=${width} />`} />`;
}

/** @param {{ comparison: Comparison }} props */
function BoxFigure({ comparison }) {
  const rows = ordered(comparison.systems, measures.mushra, true).flatMap((system) => (system.mushra
    ? [{ ...shown(system), box: system.mushra, figure: `${number(system.mushra.median, 0)} (${number(system.mushra.q1, 0)}–${number(system.mushra.q3, 0)} · n = ${system.mushra.n})` }]
    : []));
  if (rows.length === 0) return null;
  return html`<${FigureCard} name="mushra" title="MUSHRA scores" note="0 bad to 100 excellent; line: median, box: quartiles, mark: mean, whiskers: within 1.5 boxes, circles: beyond. Right is better."
    plot=${(/** @type {number} */ width) => html`<${BoxPlot} label="MUSHRA medians" rows=${rows} axis=${fixedAxis(0, 100, 5)} writeTick=${String} width=${width} />`} />`;
}

/** @param {{ comparison: Comparison }} props */
function PreferenceFigure({ comparison }) {
  const find = (/** @type {string} */ id) => {
    const system = comparison.systems.find((each) => each.id === id);
    return system ? shown(system) : { title: id, colour: -1 };
  };
  const rows = comparison.preferences.filter(({ n }) => n > 0).map((pair) => ({ ...pair, systemA: find(pair.a), systemB: find(pair.b) }));
  if (rows.length === 0) return null;
  return html`<${FigureCard} name="preferences" title="Direct choices" note="Wins of each side; below each bar the left system's share of decided choices with its exact 95 % interval."
      plot=${(/** @type {number} */ width) => html`<${PreferencePlot} label="Direct choices" rows=${rows} width=${width} />`}>
    <ul class="plain faint">${preferenceAnswers(comparison).map((found) => html`<li key=${found.headline}>${found.headline} ${found.reasons.join(" ")}</li>`)}</ul>
  <//>`;
}

/** @param {{ comparison: Comparison }} props */
function DelayFigure({ comparison }) {
  const rows = intervalRows(comparison, measures.delay, ({ delay }) => typical(delay), mainAndDetail(measures.delay));
  if (rows.length === 0) return null;
  const axis = axisFromZero(rows.flatMap((row) => [row.value, row.high]));
  const write = axis.high < 2 ? (/** @type {number} */ value) => milliseconds(value) : (/** @type {number} */ value) => seconds(value);
  return html`<${FigureCard} name="delay" title="Delay behind the voice" note="From the newest sound a result covers to the result, look-ahead included; median with 95 % interval. Left is better."
    plot=${(/** @type {number} */ width) => html`<${IntervalPlot} label="Delays" rows=${rows} axis=${axis} writeTick=${write} width=${width} />`} />`;
}

/** @param {{ comparison: Comparison }} props */
function SpeedFigure({ comparison }) {
  const rows = intervalRows(comparison, measures.realTimeFactor, (system) => typical(system.realTimeFactor), mainAndDetail(measures.realTimeFactor));
  const axis = logAxis(rows.flatMap((row) => [row.value, row.low, row.high]));
  if (!axis) return null;
  return html`<${FigureCard} name="real-time-factor" title="Real-time factor" note="Processing time through audio time on this computer, logarithmic; median with 95 % interval. Left is better; below 1 is faster than speech."
    plot=${(/** @type {number} */ width) => html`<${IntervalPlot} label="Real-time factors" rows=${rows} axis=${axis} writeTick=${(/** @type {number} */ value) => realTimeFactor(value).replace(/\.?0+×$/, "×")} width=${width} />`} />`;
}

/** @param {{ comparison: Comparison }} props */
function RateFigure({ comparison }) {
  const points = comparison.systems.flatMap((system) => (system.mushra && system.bitRate && isTested(system)
    ? [{ id: system.id, title: system.title, line: system.systemId ?? system.id, colour: system.colour, rate: system.bitRate.median, mean: system.mushra.mean, low: system.mushra.meanLow, high: system.mushra.meanHigh }]
    : []));
  const levels = comparison.systems.flatMap((system) => (system.mushra && !isTested(system) ? [{ id: system.id, title: system.title, mean: system.mushra.mean }] : []));
  const axis = valueAxis(points.map(({ rate }) => rate));
  if (!axis) return null;
  return html`<${FigureCard} name="quality-by-bit-rate" title="Quality by bit rate" note="Mean MUSHRA score with 95 % t interval against bit rate, logarithmic; dashed: hidden reference and anchors. Up and left is better."
    plot=${(/** @type {number} */ width) => html`<${RatePlot} label="Mean MUSHRA scores by bit rate" points=${points} levels=${levels} axis=${axis} width=${width} />`} />`;
}

const order = {
  recognizer: [ErrorFigure, DelayFigure, PreferenceFigure, SpeedFigure],
  synthesizer: [OpinionFigure, PreferenceFigure, BoxFigure, SpeedFigure],
  tokenizer: [BoxFigure, RateFigure, PreferenceFigure, OpinionFigure, SpeedFigure],
};

/** The plots of a comparison, each with its numbers. @param {{ comparison: Comparison }} props */
export function Figures({ comparison }) {
  return html`<div class="figure-grid">${order[comparison.kind].map((Figure) => html`<${Figure} key=${Figure.name} comparison=${comparison} />`)}</div>`;
}
