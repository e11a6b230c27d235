// @ts-check
// How often takes fail, in which ways, and how far another attempt helps.
import { html } from "/lib/htm-preact.js";
import { axisFromZero, fixedAxis } from "../plots/axis.js";
import { CurvePlot } from "../plots/curve-plot.js";
import { FigureCard } from "../plots/figure-card.js";
import { IntervalPlot } from "../plots/interval-plot.js";
import { percent } from "../ui/format.js";
import { Legend } from "./legend.js";
import { NumberTable } from "../ui/number-table.js";
import { estimateOf, exportAddress, namesOf, rateWithInterval } from "./words.js";

/** @typedef {import("./types.js").LabView} LabView */

/** Shares as percentages. */
const share = /** @type {import("./types.js").LabMetric} */ ({ id: "wer" });

/** @param {{ view: LabView }} props */
export function FailureFigure({ view }) {
  const names = namesOf(view);
  const { failures } = view.analysis;
  const rows = failures.map((summary) => ({
    id: summary.condition, title: names.condition.get(summary.condition)?.title ?? summary.condition, colour: names.condition.get(summary.condition)?.colour ?? -1,
    value: summary.all.rate, low: summary.all.interval.low, high: summary.all.interval.high, figure: `${summary.all.failed}/${summary.all.takes} · ${rateWithInterval(summary.all)}`,
  }));
  const kinds = failures[0]?.kinds.map(({ kind }) => kind) ?? [];
  const axis = axisFromZero(rows.map((row) => row.high));
  return html`<${FigureCard} name="failure-rates" title="Failure rate" csv=${exportAddress(view, "failures.csv")}
    note="Takes in which at least one failure was found, with Wilson's 95 % interval. Left is better."
    plot=${(/** @type {number} */ width) => html`<${IntervalPlot} label="Failure rates" rows=${rows} axis=${axis} writeTick=${(/** @type {number} */ value) => percent(value, 0)} width=${width} />`}>
    <${NumberTable} caption="Failures by kind" head=${["Condition", "Any (over takes)", "Any (over prompts)", ...kinds.map((kind) => names.kind.get(kind)?.title ?? kind)]}
      rows=${failures.map((summary) => ({ key: summary.condition, cells: [names.condition.get(summary.condition)?.title ?? summary.condition, rateWithInterval(summary.all), estimateOf(share, summary.byPrompt),
        ...summary.kinds.map(({ rate }) => (rate.failed === 0 ? `0/${rate.takes} [0, ${percent(rate.interval.high)}]` : `${rate.failed}/${rate.takes} [${percent(rate.interval.low)}, ${percent(rate.interval.high)}]`))] }))} />
    <p class="faint">Wilson's intervals take takes as independent; those over prompts know that takes of one prompt share its difficulty.
      ${kinds.length > 0 ? ` ${kinds.map((kind) => { const known = names.kind.get(kind); return known ? `${known.title}: ${known.note}` : ""; }).filter(Boolean).join(" ")}` : " No failure of any kind was found."}</p>
  <//>`;
}

/** @param {{ view: LabView }} props */
export function SuccessFigure({ view }) {
  const names = namesOf(view);
  const most = Math.max(0, ...view.analysis.success.map((curve) => curve.points.length));
  if (most < 2) return null;
  const curves = view.analysis.success.flatMap(({ condition, points }) => {
    const { title, colour } = names.condition.get(condition) ?? { title: condition, colour: -1 };
    return [
      { id: `${condition} any`, title: `${title}, at least one`, colour, points: points.map(({ k, anyPasses }) => ({ x: k, y: anyPasses.value, low: anyPasses.low, high: anyPasses.high, title: `${title}: pass@${k} ${estimateOf(share, anyPasses)}` })) },
      { id: `${condition} all`, title: `${title}, all`, colour, dashed: true, points: points.map(({ k, allPass }) => ({ x: k, y: allPass.value, low: allPass.low, high: allPass.high, title: `${title}: all ${k} pass ${estimateOf(share, allPass)}` })) },
    ];
  });
  return html`<${FigureCard} name="success-by-attempts" title="Success by attempts" csv=${exportAddress(view, "success.csv")}
    note="Solid: pass@k, the chance that at least one of k takes has no failure. Dashed: the chance that all k have none. 95 % intervals over prompts."
    plot=${(/** @type {number} */ width) => html`<${CurvePlot} label=${`Success by attempts, 1 to ${most}`} curves=${curves} x=${attempts(most)} y=${fixedAxis(0, 1, 5)}
      xTitle="Takes (k)" yTitle="Chance" writeY=${(/** @type {number} */ value) => percent(value, 0)} width=${width} />`}>
    <${Legend} conditions=${view.conditions} />
    <${NumberTable} caption="Success by attempts" head=${["Condition", "k", "pass@k", "all pass"]}
      rows=${view.analysis.success.flatMap(({ condition, points }) => points.map(({ k, anyPasses, allPass }) => ({ key: `${condition} ${k}`,
        cells: [names.condition.get(condition)?.title ?? condition, k, estimateOf(share, anyPasses), estimateOf(share, allPass)] })))} />
  <//>`;
}

/** Whole numbers from 1, with room at both ends. @param {number} most @returns {import("../plots/axis.js").Axis} */
function attempts(most) {
  const step = Math.ceil(most / 12);
  const ticks = Array.from({ length: most }, (_, k) => k + 1).filter((k) => (k - 1) % step === 0);
  return { low: 0.6, high: most + 0.4, ticks, at: (value) => (value - 0.6) / (most - 0.2) };
}
