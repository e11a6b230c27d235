// @ts-check
import { html } from "/lib/htm-preact.js";
import { axisAround } from "../plots/axis.js";
import { CurvePlot } from "../plots/curve-plot.js";
import { FigureCard } from "../plots/figure-card.js";
import { IntervalPlot } from "../plots/interval-plot.js";
import { Notice } from "../ui/components.js";
import { plural } from "../ui/format.js";
import { SystemMark } from "../ui/system-mark.js";
import { curvesOf, rowsOf } from "./curves.js";
import { Legend } from "./legend.js";
import { kilobits } from "./rate-axis.js";
import { directionWords, domainWords, measure, metricWords, pointWords, rateWords } from "./words.js";

/** @typedef {import("./types.js").Panel} Panel */
/** @typedef {import("./types.js").MetricAnalysis} MetricAnalysis */
/** @typedef {import("./types.js").Condition} Condition */

/** What a panel says in a sentence. @param {Panel} panel */
function noteOf(panel) {
  const least = Math.min(...panel.points.filter(({ n }) => n > 0).map(({ n }) => n));
  const intervals = least > 1 ? "bars are 95 % bootstrap intervals over clips" : "one clip alone has no interval";
  const rates = panel.points.some((point) => point.bitRate !== null) ? "; dashed lines have no bit rate" : "; no bit rate is known";
  return `${plural(panel.clips, "clip")}; ${intervals}${rates}.${panel.sameClips ? "" : " The conditions speak of different clips: compare with care."}`;
}

/** @param {{ panel: Panel, analysis: MetricAnalysis, conditions: Condition[], csv: string }} props */
function PanelFigure({ panel, analysis, conditions, csv }) {
  const { metric } = analysis;
  const refused = panel.points.filter((point) => point.mean === null && point.refused > 0);
  if (refused.length > 0 && panel.points.every((point) => point.mean === null)) return html`<div class="card lab-refused"><h3>${domainWords(panel.domain)}</h3>
    <p>${metric.title} is not valid here. ${[...new Set(refused.flatMap(({ reasons }) => reasons))].join(" ")}</p></div>`;
  const drawn = curvesOf(panel, conditions);
  const rows = drawn ? [] : rowsOf(panel, conditions);
  const label = `${metric.title} over bit rate, ${domainWords(panel.domain)}: ${panel.points.filter((point) => point.mean !== null).map((point) => `${conditions.find(({ id }) => id === point.condition)?.title} ${rateWords(point.bitRate)} ${pointWords(point)}`).join("; ")}.`;
  return html`<${FigureCard} name=${`${metric.id}-${panel.domain ?? "all"}`} title=${domainWords(panel.domain)} note=${noteOf(panel)} csv=${csv}
    plot=${(/** @type {number} */ width) => drawn ? html`<${CurvePlot} label=${label} curves=${drawn.curves} x=${drawn.x} y=${drawn.y} xTitle="Bit rate (kbit/s, log scale)" yTitle=${metricWords(metric)} width=${width} writeX=${kilobits} />`
      : rows.length > 0 ? html`<${IntervalPlot} label=${label} rows=${rows} axis=${axisAround(rows.flatMap((row) => [row.value, row.low ?? row.value, row.high ?? row.value]))} writeTick=${String} width=${width} />`
        : html`<p class="soft">Nothing is measured yet.</p>`} />`;
}

/** @param {{ analysis: MetricAnalysis, conditions: Condition[] }} props */
function PointTable({ analysis, conditions }) {
  const { metric, panels } = analysis;
  return html`<details class="more"><summary>The numbers</summary>
    <div class="table-frame" role="region" aria-label=${`${metric.title} by condition and domain`} tabindex="0"><table class="table">
      <caption class="visually-hidden">${metric.title} by condition and domain: mean with 95 % interval</caption>
      <thead><tr><th scope="col">Condition</th><th scope="col" class="number">Bit rate</th>${panels.map((panel) => html`<th key=${panel.domain ?? ""} scope="col" class="number">${domainWords(panel.domain)}</th>`)}</tr></thead>
      <tbody>${conditions.map((condition) => html`<tr key=${condition.id}>
        <th scope="row"><span class="system-name"><${SystemMark} colour=${condition.system.colour} /><span>${condition.title}</span></span></th>
        <td class="number">${rateWords(condition.bitRate)}</td>
        ${panels.map((panel) => {
          const point = panel.points.find((each) => each.condition === condition.id);
          return html`<td key=${panel.domain ?? ""} class=${`number ${point && point.mean === null ? "lab-greyed" : ""}`} title=${point?.reasons.join(" ") ?? ""}>${point ? pointWords(point) : "–"}${point && point.mean !== null && html`<span class="faint"> n ${point.n}</span>`}${point && point.mean !== null && point.refused > 0 && html`<span class="faint">, not valid for ${point.refused}</span>`}</td>`;
        })}
      </tr>`)}</tbody>
    </table></div>
  </details>`;
}

/**
 * Metrics to choose from, those without a value greyed with the reason.
 * @param {{ metrics: import("./types.js").Metric[], value: string, onChange: (id: string) => void }} props
 */
function MetricChoice({ metrics, value, onChange }) {
  const groups = [...new Set(metrics.map(({ group }) => group))];
  return html`<label class="view-choice">Metric
    <select class="input" value=${value} onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.value)}>
      ${groups.map((group) => html`<optgroup key=${group} label=${group[0].toUpperCase() + group.slice(1)}>
        ${metrics.filter((metric) => metric.group === group).map((metric) => html`<option key=${metric.id} value=${metric.id} selected=${metric.id === value} disabled=${metric.measured === 0}>${metric.title}${metric.measured > 0 ? "" : metric.refused > 0 ? " (not valid here)" : " (not measured yet)"}</option>`)}
      </optgroup>`)}
    </select></label>`;
}

/** Metrics that say nothing in this run, with why. @param {{ metrics: import("./types.js").Metric[] }} props */
function Refused({ metrics }) {
  const silent = metrics.filter((metric) => metric.measured === 0 && metric.refused > 0);
  if (silent.length === 0) return null;
  return html`<details class="more"><summary>${plural(silent.length, "metric")} not valid for these clips</summary>
    <ul class="lab-refusals">${silent.map((metric) => html`<li key=${metric.id} class="lab-greyed"><strong>${metric.title}</strong> ${metric.reasons.join(" ")}</li>`)}</ul>
  </details>`;
}

/**
 * What quality costs, domain by domain.
 * @param {{ overview: import("./types.js").Overview, analysis: MetricAnalysis | null, metric: string, onMetric: (id: string) => void, csv: string }} props
 */
export function RateSection({ overview, analysis, metric, onMetric, csv }) {
  return html`<section class="stack" aria-labelledby="rate">
    <div class="spread"><h2 id="rate">What does quality cost?</h2><${MetricChoice} metrics=${overview.metrics} value=${metric} onChange=${onMetric} /></div>
    ${overview.metrics.length === 0 && html`<${Notice}>Nothing was measured in this run. Make one with metrics to see what bits buy.<//>`}
    ${analysis && html`
      <p class="soft"><strong>${metricWords(analysis.metric)}</strong>, ${directionWords(analysis.metric)}${analysis.metric.identity !== null ? `; a perfect copy has ${measure(analysis.metric.identity)}` : ""}. Blind to: ${analysis.metric.blindTo}</p>
      <${Legend} conditions=${overview.conditions} />
      <div class="figure-grid lab-panels">${analysis.panels.map((panel) => html`<${PanelFigure} key=${panel.domain ?? ""} panel=${panel} analysis=${analysis} conditions=${overview.conditions} csv=${csv} />`)}</div>
      <${PointTable} analysis=${analysis} conditions=${overview.conditions} />`}
    <${Refused} metrics=${overview.metrics} />
  </section>`;
}
