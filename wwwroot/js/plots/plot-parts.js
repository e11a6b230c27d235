// @ts-check
// What all row plots draw alike: grid, tick labels, names with marks, figures, and the system's mark at a value.
import { html } from "/lib/htm-preact.js";
import { systemColour, systemShape } from "../ui/system-mark.js";
import { fitName, roomForName, tickLabels } from "./plot-frame.js";

/** @typedef {import("./plot-frame.js").PlotFrame} PlotFrame */
/** @typedef {import("./axis.js").Axis} Axis */

/**
 * One row of a plot.
 * @typedef {object} PlotRow
 * @property {string} id
 * @property {string} title
 * @property {number} colour
 * @property {string} figure The row's numbers in words, beside the drawing.
 */

/**
 * A system's shape, centred on a point.
 * @param {{ colour: number, x: number, y: number, size?: number }} props
 */
export function Mark({ colour, x, y, size = 13 }) {
  const scale = size / 16;
  return html`<path class="plot-mark" d=${systemShape(colour)} fill=${systemColour(colour)} transform=${`translate(${x - size / 2} ${y - size / 2}) scale(${scale})`} />`;
}

/**
 * Grid lines and tick labels.
 * @param {{ frame: PlotFrame, axis: Axis, write: (value: number) => string }} props
 */
export function Grid({ frame, axis, write }) {
  return html`<g>
    ${tickLabels(frame, axis, write).map(({ tick, x, anchor, text }) => html`<g key=${tick}>
      <line class="plot-grid" x1=${x} x2=${x} y1=${frame.top} y2=${frame.bottom} />
      <text class="plot-tick" x=${x} y=${frame.axisY} text-anchor=${anchor}>${text}</text>
    </g>`)}
    <line class="plot-axis" x1=${frame.left} x2=${frame.right} y1=${frame.bottom} y2=${frame.bottom} />
  </g>`;
}

/**
 * A row's mark and name on its left and its figures on its right (above the row on narrow screens).
 * @param {{ frame: PlotFrame, row: PlotRow, index: number }} props
 */
export function RowText({ frame, row, index }) {
  const y = frame.labelY(index);
  return html`<g>
    <${Mark} colour=${row.colour} x=${8} y=${y - 4.5} size=${12} />
    <text class="plot-name" x="20" y=${y}>${fitName(row.title, roomForName(frame))}<title>${row.title}</title></text>
    <text class="plot-figure" x=${frame.stacked ? 20 : frame.width - 2} y=${frame.figureY(index)} text-anchor=${frame.stacked ? "start" : "end"}>${row.figure}</text>
  </g>`;
}
