// @ts-check
// Values along an axis, a line for each series, each point with its interval.
import { html } from "/lib/htm-preact.js";
import { systemColour } from "../ui/system-mark.js";
import { Mark } from "./plot-parts.js";

/** @typedef {import("./axis.js").Axis} Axis */
/** @typedef {{ x: number, y: number, low?: number | null, high?: number | null, title?: string }} CurvePoint */
/** @typedef {{ id: string, title: string, colour: number, dashed?: boolean, points: CurvePoint[] }} Curve */

const left = 62, right = 16, top = 12, bottom = 50;

/**
 * @param {{ label: string, curves: Curve[], x: Axis, y: Axis, xTitle: string, yTitle: string, width: number, writeX?: (value: number) => string, writeY?: (value: number) => string }} props
 */
export function CurvePlot({ label, curves, x, y, xTitle, yTitle, width, writeX = String, writeY = String }) {
  const height = Math.round(Math.min(420, Math.max(260, width * 0.5)));
  const atX = (/** @type {number} */ value) => Math.round((left + x.at(value) * (width - left - right)) * 100) / 100;
  const atY = (/** @type {number} */ value) => Math.round((height - bottom - y.at(value) * (height - top - bottom)) * 100) / 100;
  // Intervals of several series at one place stand beside each other.
  const aside = (/** @type {number} */ index) => (index - (curves.length - 1) / 2) * Math.min(5, 24 / Math.max(1, curves.length));
  return html`<svg class="plot" role="img" aria-label=${label} width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`}>
    ${y.ticks.map((tick) => html`<g key=${`y${tick}`}><line class="plot-grid" x1=${left} x2=${width - right} y1=${atY(tick)} y2=${atY(tick)} />
      <text class="plot-tick" x=${left - 8} y=${atY(tick) + 4} text-anchor="end">${writeY(tick)}</text></g>`)}
    ${x.ticks.map((tick) => html`<text key=${`x${tick}`} class="plot-tick" x=${atX(tick)} y=${height - bottom + 18} text-anchor="middle">${writeX(tick)}</text>`)}
    <line class="plot-axis" x1=${left} x2=${width - right} y1=${height - bottom} y2=${height - bottom} />
    <text class="plot-figure" x=${(left + width - right) / 2} y=${height - 8} text-anchor="middle">${xTitle}</text>
    <text class="plot-figure" transform=${`translate(12 ${(top + height - bottom) / 2}) rotate(-90)`} text-anchor="middle">${yTitle}</text>
    ${curves.map((curve, index) => html`<g key=${curve.id}>
      <path class=${`plot-interval${curve.dashed ? " plot-dashed" : ""}`} stroke=${systemColour(curve.colour)} d=${curve.points.map((point, at) => `${at === 0 ? "M" : "L"}${atX(point.x) + aside(index)} ${atY(point.y)}`).join("")} />
      ${curve.points.map((point) => html`<g key=${point.x}>
        ${point.low != null && point.high != null && html`<line class="plot-whisker" stroke=${systemColour(curve.colour)} x1=${atX(point.x) + aside(index)} x2=${atX(point.x) + aside(index)} y1=${atY(point.low)} y2=${atY(point.high)} />`}
        <${Mark} colour=${curve.colour} x=${atX(point.x) + aside(index)} y=${atY(point.y)} size=${10} /><title>${point.title ?? `${curve.title}: ${writeX(point.x)}, ${writeY(point.y)}`}</title>
      </g>`)}
    </g>`)}
  </svg>`;
}
