// @ts-check
// Errors against something that costs: systems with their intervals and names, the front of those that nobody beats, and a lane for those of whom it is not known.
import { html } from "/lib/htm-preact.js";
import { systemColour } from "../ui/system-mark.js";
import { Mark } from "../plots/plot-parts.js";
import { frontOf, placeNames } from "./trade-off-layout.js";

/** @typedef {import("../plots/axis.js").Axis} Axis */
/** @typedef {{ id: string, title: string, colour: number, x: number | null, y: number, low: number | null, high: number | null, isBeaten: boolean }} Point */

const left = 56, right = 16, top = 14, bottom = 50;

/**
 * @param {{ label: string, points: Point[], x: Axis, y: Axis, xTitle: string, width: number, writeX: (value: number) => string, writeY: (value: number) => string, hasFront: boolean }} props
 *   `hasFront`: whether exactly these two are weighed, so that the front is a line here
 */
export function TradeOffPlot({ label, points, x, y, xTitle, width, writeX, writeY, hasFront }) {
  const height = Math.round(Math.min(360, Math.max(260, width * 0.6)));
  const unknown = points.filter((point) => point.x === null);
  const laneWidth = width > 460 ? 144 : 92;
  const end = width - right - (unknown.length > 0 ? laneWidth : 0);
  const atX = (/** @type {number} */ value) => left + x.at(value) * (end - left);
  const atY = (/** @type {number} */ value) => height - bottom - y.at(value) * (height - top - bottom);
  const placed = points.map((point) => ({ ...point, px: point.x === null ? end + 34 + unknown.indexOf(point) * Math.min(12, (laneWidth - 54) / unknown.length) : atX(point.x), py: atY(point.y) }));
  const at = (/** @type {typeof placed} */ some) => some.map(({ id, title, px, py, low, high }) => ({ id, title, x: px, y: py, from: low === null ? py : atY(low), to: high === null ? py : atY(high) }));
  const names = [...placeNames(at(placed.filter((point) => point.x !== null)), { left, right: end, top, bottom: height - bottom }),
    ...placeNames(at(placed.filter((point) => point.x === null)), { left: end + 20, right: width - right, top, bottom: height - bottom })];
  const front = hasFront ? frontOf(placed.filter((point) => point.x !== null && !point.isBeaten).map(({ px, py }) => ({ x: px, y: py })), end, top) : "";
  return html`<svg class="plot trade-off" role="img" aria-label=${label} width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`}>
    ${y.ticks.map((tick) => html`<g key=${`y${tick}`}><line class="plot-grid" x1=${left} x2=${end} y1=${atY(tick)} y2=${atY(tick)} />
      <text class="plot-tick" x=${left - 8} y=${atY(tick) + 4} text-anchor="end">${writeY(tick)}</text></g>`)}
    ${x.ticks.map((tick) => html`<g key=${`x${tick}`}><line class="plot-grid" x1=${atX(tick)} x2=${atX(tick)} y1=${top} y2=${height - bottom} />
      <text class="plot-tick" x=${atX(tick)} y=${height - bottom + 18} text-anchor="middle">${writeX(tick)}</text></g>`)}
    <line class="plot-axis" x1=${left} x2=${end} y1=${height - bottom} y2=${height - bottom} />
    <text class="plot-figure" x=${(left + end) / 2} y=${height - 8} text-anchor="middle">${xTitle}</text>
    <text class="plot-figure" transform=${`translate(12 ${(top + height - bottom) / 2}) rotate(-90)`} text-anchor="middle">Word error rate</text>
    ${front && html`<path class="plot-front" d=${front} />`}
    ${unknown.length > 0 && html`<g><rect class="plot-lane" x=${end + 20} y=${top} width=${laneWidth - 20} height=${height - top - bottom} />
      <text class="plot-tick" x=${end + 20 + (laneWidth - 20) / 2} y=${height - bottom + 18} text-anchor="middle">not known</text></g>`}
    ${placed.map((point) => html`<g key=${point.id} class=${point.isBeaten ? "beaten" : undefined}>
      ${point.low !== null && point.high !== null && html`<path class="plot-interval" stroke=${systemColour(point.colour)} d=${`M${point.px} ${atY(point.low)}V${atY(point.high)}M${point.px - 4} ${atY(point.low)}h8M${point.px - 4} ${atY(point.high)}h8`} />`}
      <${Mark} colour=${point.colour} x=${point.px} y=${point.py} /><title>${point.title}</title>
    </g>`)}
    ${names.map((name) => html`<text key=${name.id} class=${`plot-label${points.find((point) => point.id === name.id)?.isBeaten ? " beaten" : ""}`} x=${name.x} y=${name.y} text-anchor=${name.anchor}>${name.text}</text>`)}
  </svg>`;
}
