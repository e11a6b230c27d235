// @ts-check
// How far takes lie apart: within prompts against between prompts, and the best of several against the typical one.
import { html } from "/lib/htm-preact.js";
import { axisAround, axisFromZero } from "../plots/axis.js";
import { FigureCard } from "../plots/figure-card.js";
import { number } from "../ui/format.js";
import { RangePlot } from "./range-plot.js";
import { SpreadPlot } from "./spread-plot.js";
import { NumberTable } from "../ui/number-table.js";
import { estimateOf, exportAddress, isShare, metricTitle, namesOf, tickOf, valueOf } from "./words.js";

/** @typedef {import("./types.js").LabView} LabView */

/** @param {import("./types.js").MetricSpread} spread */
const icc = (spread) => (spread.icc === null ? "–" : spread.iccLow === null ? number(spread.icc, 2) : `${number(spread.icc, 2)} [${number(spread.iccLow, 2)}, ${number(spread.iccHigh, 2)}]`);

/** @param {{ view: LabView, metric: string }} props */
export function SpreadFigure({ view, metric }) {
  const names = namesOf(view), known = names.metric.get(metric);
  const spreads = view.analysis.spread.filter((spread) => spread.metric === metric);
  const rows = spreads.flatMap((spread) => {
    const condition = names.condition.get(spread.condition);
    return spread.within ? [{ id: spread.condition, title: condition?.title ?? spread.condition, colour: condition?.colour ?? -1, within: spread.within.value, low: spread.within.low, high: spread.within.high, between: spread.between, figure: `ICC ${icc(spread)}` }] : [];
  });
  if (spreads.length === 0) return null;
  const axis = axisFromZero(rows.flatMap((row) => [row.within, row.high, row.between]));
  const title = `Spread of ${known?.title ?? metric}`;
  return html`<${FigureCard} name=${`spread-${metric}`} title=${title} csv=${exportAddress(view, "spread.csv")}
    note="Full mark: standard deviation between takes of one prompt, with its 95 % interval over prompts. Open mark: between prompts. Where the full mark lies right of the open one, another take matters more than another prompt."
    plot=${(/** @type {number} */ width) => (rows.length === 0 ? html`<p class="soft">One take a prompt has no spread. Make a run with two takes or more.</p>`
      : html`<${SpreadPlot} label=${title} rows=${rows} axis=${axis} writeTick=${(/** @type {number} */ value) => tickOf(known, value)} width=${width} />`)}>
    <${NumberTable} caption=${`${title}, all numbers`} head=${["Condition", "Mean", "SD within prompts", "SD between prompts", "ICC(1)", "Prompts", "Takes"]}
      rows=${spreads.map((spread) => ({ key: spread.condition, cells: [names.condition.get(spread.condition)?.title ?? spread.condition, estimateOf(known, spread.mean), estimateOf(known, spread.within), valueOf(known, spread.between), icc(spread), spread.prompts, spread.takes] }))} />
  <//>`;
}

/** @param {{ view: LabView, metric: string }} props */
export function DemoBiasFigure({ view, metric }) {
  const names = namesOf(view), known = names.metric.get(metric);
  const found = view.analysis.demoBias.filter((bias) => bias.metric === metric);
  if (found.length === 0 || found.every((bias) => bias.takes < 2)) return null;
  const rows = found.map((bias) => {
    const condition = names.condition.get(bias.condition);
    return { id: bias.condition, title: condition?.title ?? bias.condition, colour: condition?.colour ?? -1, best: bias.best, typical: bias.typical, worst: bias.worst, figure: `bias ${estimateOf(known, bias.bias)}` };
  });
  const ends = rows.flatMap((row) => [row.best, row.typical, row.worst]);
  const axis = isShare(known) ? axisFromZero(ends) : axisAround(ends);
  const title = `Demo bias in ${known?.title ?? metric}`;
  return html`<${FigureCard} name=${`demo-bias-${metric}`} title=${title} csv=${exportAddress(view, "demo-bias.csv")}
    note=${`What the best of ${found[0].takes} takes would make one believe. Circle: mean of the best takes, mark: of the typical (median) ones, bar: of the worst. ${known?.direction === "lower-is-better" ? "Left" : "Right"} is better.`}
    plot=${(/** @type {number} */ width) => html`<${RangePlot} label=${title} rows=${rows} axis=${axis} writeTick=${(/** @type {number} */ value) => tickOf(known, value)} width=${width} />`}>
    <${NumberTable} caption=${`${title}, all numbers`} head=${["Condition", "Best", "Typical", "Worst", "Bias (best − typical)", "K", "Prompts"]}
      rows=${found.map((bias) => ({ key: bias.condition, cells: [names.condition.get(bias.condition)?.title ?? bias.condition, valueOf(known, bias.best), valueOf(known, bias.typical), valueOf(known, bias.worst), estimateOf(known, bias.bias), bias.takes, bias.bias.prompts] }))} />
    ${metricTitle(known) && html`<p class="faint">Bias is given as an improvement, whichever way ${known?.title} points.</p>`}
  <//>`;
}
