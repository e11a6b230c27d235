// @ts-check
// Points with the intervals of their height and of their place, and the line fitted to them.
import { html } from "/lib/htm-preact.js";
import { systemColour } from "../ui/system-mark.js";
import { Mark } from "./plot-parts.js";

/** @typedef {import("./axis.js").Axis} Axis */
/** @typedef {{ id: string, title: string, colour: number, x: number, y: number, halfWidth?: number | null, low?: number | null, high?: number | null, left?: number | null, right?: number | null }} ScatterPoint
 *   `halfWidth`: of a symmetric interval of y, or its ends `low` and `high`; `left` and `right`: the ends of x's interval */

const left = 62, right = 16, top = 12, bottom = 50;

/**
 * @param {{ label: string, points: ScatterPoint[], x: Axis, y: Axis, xTitle: string, yTitle: string, line: { slope: number, intercept: number } | null,
 *   width: number, writeX: (value: number) => string, writeY?: (value: number) => string }} props
 */
export function ScatterPlot({ label, points, x, y, xTitle, yTitle, line, width, writeX, writeY = String }) {
  const height = Math.round(Math.min(420, Math.max(260, width * 0.55)));
  const atX = (/** @type {number} */ value) => left + x.at(value) * (width - left - right);
  const atY = (/** @type {number} */ value) => height - bottom - y.at(value) * (height - top - bottom);
  const ends = line && fittedEnds(line, x, y);
  return html`<svg class="plot" role="img" aria-label=${label} width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`}>
    ${y.ticks.map((tick) => html`<g key=${`y${tick}`}><line class="plot-grid" x1=${left} x2=${width - right} y1=${atY(tick)} y2=${atY(tick)} />
      <text class="plot-tick" x=${left - 8} y=${atY(tick) + 4} text-anchor="end">${writeY(tick)}</text></g>`)}
    ${x.ticks.map((tick) => html`<g key=${`x${tick}`}><line class="plot-grid" x1=${atX(tick)} x2=${atX(tick)} y1=${top} y2=${height - bottom} />
      <text class="plot-tick" x=${atX(tick)} y=${height - bottom + 18} text-anchor="middle">${writeX(tick)}</text></g>`)}
    <line class="plot-axis" x1=${left} x2=${width - right} y1=${height - bottom} y2=${height - bottom} />
    <text class="plot-figure" x=${(left + width - right) / 2} y=${height - 8} text-anchor="middle">${xTitle}</text>
    <text class="plot-figure" transform=${`translate(12 ${(top + height - bottom) / 2}) rotate(-90)`} text-anchor="middle">${yTitle}</text>
    ${ends && html`<line class="plot-half" x1=${atX(ends[0])} x2=${atX(ends[1])} y1=${atY(line.intercept + line.slope * ends[0])} y2=${atY(line.intercept + line.slope * ends[1])} />`}
    ${points.map((point) => html`<g key=${point.id}>
      ${heights(point).map(([low, high]) => html`<line class="plot-interval" stroke=${systemColour(point.colour)} x1=${atX(point.x)} x2=${atX(point.x)} y1=${atY(low)} y2=${atY(high)} />`)}
      ${point.left != null && point.right != null && html`<line class="plot-interval" stroke=${systemColour(point.colour)} x1=${atX(point.left)} x2=${atX(point.right)} y1=${atY(point.y)} y2=${atY(point.y)} />`}
      <${Mark} colour=${point.colour} x=${atX(point.x)} y=${atY(point.y)} /><title>${point.title}</title>
    </g>`)}
  </svg>`;
}

/** The interval of a point's height, if there is one. @param {ScatterPoint} point @returns {[number, number][]} */
function heights({ y, halfWidth, low, high }) {
  if (halfWidth != null) return [[y - halfWidth, y + halfWidth]];
  return low != null && high != null ? [[low, high]] : [];
}

/** The values of x between which a line stays inside both axes; null where it never is.
 * @param {{ slope: number, intercept: number }} line @param {Axis} x @param {Axis} y @returns {[number, number] | null} */
function fittedEnds({ slope, intercept }, x, y) {
  if (slope === 0) return intercept >= y.low && intercept <= y.high ? [x.low, x.high] : null;
  const [a, b] = [(y.low - intercept) / slope, (y.high - intercept) / slope];
  const from = Math.max(x.low, Math.min(a, b)), to = Math.min(x.high, Math.max(a, b));
  return from < to ? [from, to] : null;
}
