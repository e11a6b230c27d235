// @ts-check
// Metrics of the stimuli beside their ratings: a scatter with its correlations.
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../../ui/api.js";
import { Field, Notice } from "../../ui/components.js";
import { number, percent, plural } from "../../ui/format.js";
import { axisAround, fixedAxis } from "../../plots/axis.js";
import { FigureCard } from "../../plots/figure-card.js";
import { ScatterPlot } from "../../plots/scatter-plot.js";
import { SystemMark } from "../../ui/system-mark.js";
import { digitsOf, metricName, scaleWords } from "./words.js";

/** @typedef {import("./types.js").ComparedMetric} ComparedMetric */
/** @typedef {import("./types.js").MetricAgreement} MetricAgreement */
/** @typedef {import("./types.js").MetricsView} MetricsView */
/** @typedef {import("./types.js").Scale} Scale */

const reasons = /** @type {const} */ ({
  none: "",
  "no-ratings": "Nothing was rated on a scale that counts.",
  "no-reference": "No rated stimulus has a prepared reference to measure it against, and none is an output of this installation that has been measured.",
  "not-measurable": "The stimuli could not be measured: their audio or that of the reference is missing or too short, or only references were rated.",
});

/**
 * @param {import("./types.js").ResultsView} view @param {Scale} scale
 * @returns {{ found: MetricsView | null, problem: string | null }} the previous ones of the same scale stay until the next are there
 */
function useMetrics(view, scale) {
  const [state, setState] = useState(/** @type {{ of: string, found: MetricsView | null, problem: string | null }} */ ({ of: "", found: null, problem: null }));
  const address = `/api/listening-tests/${encodeURIComponent(view.test.id)}/metrics?${new URLSearchParams({ screening: view.screening.profile, scale: scale.scale, design: scale.design })}`;
  useEffect(() => {
    const stop = new AbortController();
    api.get(address, { signal: stop.signal }).then(
      (found) => setState({ of: address, found, problem: null }),
      (error) => stop.signal.aborted || setState({ of: address, found: null, problem: messageOf(error) }),
    );
    return () => stop.abort();
  }, [address, view]);
  return state.of === address ? state : { found: null, problem: null };
}

/** @param {import("./types.js").Correlation | null} correlation */
const coefficient = (correlation) => (correlation === null ? "–"
  : `${number(correlation.value, 2)}${correlation.interval ? ` (${number(correlation.interval.low, 2)} to ${number(correlation.interval.high, 2)})` : ""}`);

/** @param {{ metric: ComparedMetric, digits: number }} props */
function AgreementTable({ metric, digits }) {
  const rows = /** @type {[string, MetricAgreement][]} */ ([["Per stimulus", metric.byStimulus], ["Per condition", metric.byCondition]]);
  return html`<div class="table-frame" role="region" aria-label="Correlations of the metric with the ratings" tabindex="0"><table class="table">
    <caption class="visually-hidden">Correlations of the metric with the ratings</caption>
    <thead><tr><th scope="col">Points</th><th scope="col" class="number">Pearson r (95 %)</th><th scope="col" class="number">Spearman ρ (95 %)</th><th scope="col" class="number">RMSE</th>
      <th scope="col" class="number">RMSE*</th><th scope="col" class="number">Outliers</th><th scope="col" class="number">n</th></tr></thead>
    <tbody>${rows.map(([title, agreement]) => html`<tr key=${title}><th scope="row">${title}</th>
      <td class="number">${coefficient(agreement.pearson)}</td><td class="number">${coefficient(agreement.spearman)}</td>
      <td class="number">${number(agreement.error?.rmse, digits)}</td><td class="number">${number(agreement.error?.epsilonInsensitiveRmse, digits)}</td>
      <td class="number">${agreement.error?.outlierRatio == null ? "–" : percent(agreement.error.outlierRatio, 0)}</td><td class="number">${agreement.n}</td></tr>`)}</tbody>
  </table></div>`;
}

/** @param {{ metric: ComparedMetric, scale: Scale, colours: Map<string, number>, titles: Map<string, string> }} props */
function MetricFigure({ metric, scale, colours, titles }) {
  const name = metricName(metric.kind.id), rating = scaleWords(scale).title;
  const xAxis = axisAround(metric.stimuli.map((point) => point.value));
  const yAxis = fixedAxis(scale.minimum, scale.maximum, scale.maximum - scale.minimum <= 6 ? scale.maximum - scale.minimum : 5);
  const points = metric.stimuli.map((point) => ({
    id: `${point.condition} ${point.item}`, colour: colours.get(point.condition) ?? -1, x: point.value, y: point.rating, halfWidth: point.halfWidth,
    title: `${titles.get(point.condition) ?? point.condition}, ${point.item}: ${name} ${number(point.value, 3)}, ${rating} ${number(point.rating, digitsOf(scale))}, n = ${point.n}`,
  }));
  return html`<${FigureCard} name=${`${scale.scale}-against-${metric.kind.id}`} title=${`${rating} against ${name}`}
    note="One mark for each condition on each item, with the rating's 95 % t interval; dashed: the fitted line. The reference is left out."
    plot=${(/** @type {number} */ width) => html`<${ScatterPlot} label=${`${rating} against ${name}, ${plural(points.length, "stimulus", "stimuli")}`} points=${points} x=${xAxis} y=${yAxis}
      xTitle=${metric.kind.unit ? `${name} (${metric.kind.unit})` : name} yTitle=${rating} line=${metric.byStimulus.mapping} width=${width} writeX=${String} />`}>
    <ul class="row results-legend" aria-label="Conditions">${metric.conditions.map((point) => html`<li key=${point.condition}><${SystemMark} colour=${colours.get(point.condition) ?? -1} /> ${titles.get(point.condition) ?? point.condition}</li>`)}</ul>
    <${AgreementTable} metric=${metric} digits=${digitsOf(scale)} />
    <p class="faint">RMSE is in points of the scale, after the fitted line; RMSE* and outliers count only what lies beyond the ratings' own intervals (ITU-T P.1401). Stimuli of one item or condition are not independent, so that
      intervals per stimulus are too narrow; an anchor far from the rest makes any correlation large.</p>
    <p class="faint recipe"><strong>Recipe:</strong> ${metric.kind.id} ${metric.kind.version} · ${metric.kind.recipe}</p>
  <//>`;
}

/** @param {{ view: import("./types.js").ResultsView, colours: Map<string, number>, titles: Map<string, string> }} props */
export function MetricsCard({ view, colours, titles }) {
  const { scales } = view.results;
  const [chosenScale, chooseScale] = useState(""), [chosenMetric, chooseMetric] = useState("");
  const scale = scales.find((known) => `${known.design} ${known.scale}` === chosenScale) ?? scales[0];
  const { found, problem } = useMetrics(view, scale);
  const keyOf = (/** @type {ComparedMetric} */ metric) => `${metric.kind.id} ${metric.kind.version} ${metric.kind.recipe}`;
  const metric = found?.metrics.find((known) => keyOf(known) === chosenMetric) ?? found?.metrics.find((known) => known.kind.id === "stoi") ?? found?.metrics[0];
  const ambiguous = (/** @type {ComparedMetric} */ known) => (found?.metrics ?? []).filter((other) => other.kind.id === known.kind.id).length > 1;
  return html`<section class="stack" aria-labelledby="metrics">
    <h2 id="metrics">Metrics against ratings</h2>
    ${(scales.length > 1 || metric) && html`<div class="row">
      ${scales.length > 1 && html`<${Field} label="Ratings">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => chooseScale(event.currentTarget.value)}>
        ${scales.map((known) => html`<option key=${`${known.design} ${known.scale}`} value=${`${known.design} ${known.scale}`} selected=${known === scale}>${scaleWords(known).title}</option>`)}</select>`}<//>`}
      ${found && metric && html`<${Field} label="Metric">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => chooseMetric(event.currentTarget.value)}>
        ${found.metrics.map((known) => html`<option key=${keyOf(known)} value=${keyOf(known)} selected=${known === metric}>${metricName(known.kind.id)}${ambiguous(known) ? ` (${known.kind.version}, ${known.kind.recipe})` : ""}</option>`)}</select>`}<//>`}
    </div>`}
    ${problem && html`<${Notice} tone="bad" title="The metrics could not be read">${problem}<//>`}
    ${!found && !problem && html`<p class="soft" role="status">Measuring stimuli…</p>`}
    ${found && !metric && html`<div class="card results-card"><p><strong>No metrics for these ratings.</strong> ${reasons[found.missing]}</p></div>`}
    ${metric && html`<${MetricFigure} metric=${metric} scale=${scale} colours=${colours} titles=${titles} />`}
  </section>`;
}
