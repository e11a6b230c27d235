// @ts-check
// Quality against bit rate: a line for each tokenizer, a point with its interval for each number of codebooks, dashed
// lines for the hidden reference and the anchors.
import { html } from "/lib/htm-preact.js";
import { bitRate, number } from "../ui/format.js";
import { systemColour } from "../ui/system-mark.js";
import { fixedAxis } from "../plots/axis.js";
import { Mark } from "../plots/plot-parts.js";

/** @typedef {{ id: string, title: string, line: string, colour: number, rate: number, mean: number, low: number | null, high: number | null }} RatePoint `line`: the system that the point belongs to */
/** @typedef {{ id: string, title: string, mean: number }} Level */

const height = 300, top = 10, bottom = height - 30, left = 40;
/** Room for the names of the dashed lines; in narrow plots they stand on their lines. */
const room = 110, narrow = 620;
const quality = fixedAxis(0, 100, 5);

/** @param {number} score */
const y = (score) => bottom - quality.at(score) * (bottom - top);

/** Points of each line, by rising rate. @param {RatePoint[]} points @returns {RatePoint[][]} */
function linesOf(points) {
  const lines = new Map(points.map((point) => [point.line, /** @type {RatePoint[]} */ ([])]));
  for (const point of [...points].sort((a, b) => a.rate - b.rate)) lines.get(point.line)?.push(point);
  return [...lines.values()];
}

/**
 * @param {{ label: string, points: RatePoint[], levels: Level[], axis: import("../plots/axis.js").Axis, width: number }} props
 */
export function RatePlot({ label, points, levels, axis, width }) {
  const isNarrow = width < narrow;
  const right = width - (isNarrow ? 24 : room);
  const x = (/** @type {number} */ rate) => left + axis.at(rate) * (right - left);
  const words = points.map((point) => `${point.title} at ${bitRate(point.rate)} ${number(point.mean, 0)}`).join("; ");
  return html`<svg class="plot" role="img" aria-label=${`${label}: ${words}.`} width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`}>
    ${quality.ticks.map((tick) => html`<g key=${tick}>
      <line class="plot-grid" x1=${left} x2=${right} y1=${y(tick)} y2=${y(tick)} />
      <text class="plot-tick" x=${left - 8} y=${y(tick) + 4} text-anchor="end">${tick}</text>
    </g>`)}
    ${levels.map((level) => html`<g key=${level.id}>
      <line class="plot-half" x1=${left} x2=${right} y1=${y(level.mean)} y2=${y(level.mean)} />
      <text class="plot-tick" x=${isNarrow ? right : right + 6} y=${y(level.mean) + (isNarrow ? -4 : 4)} text-anchor=${isNarrow ? "end" : "start"}>${level.title}</text>
    </g>`)}
    ${axis.ticks.map((tick) => html`<text key=${tick} class="plot-tick" x=${x(tick)} y=${height - 8} text-anchor="middle">${bitRate(tick)}</text>`)}
    <line class="plot-axis" x1=${left} x2=${right} y1=${bottom} y2=${bottom} />
    ${linesOf(points).map((line) => html`<g key=${line[0].line} class="plot-interval" stroke=${systemColour(line[0].colour)}>
      <polyline points=${line.map((point) => `${x(point.rate)},${y(point.mean)}`).join(" ")} />
      ${line.map((point) => point.low !== null && point.high !== null && html`<line key=${point.id} x1=${x(point.rate)} x2=${x(point.rate)} y1=${y(point.low)} y2=${y(point.high)} />`)}
    </g>`)}
    ${points.map((point) => html`<${Mark} key=${point.id} colour=${point.colour} x=${x(point.rate)} y=${y(point.mean)} />`)}
  </svg>`;
}
