// @ts-check
// Values with their 95 % intervals, one system a row.
import { html } from "/lib/htm-preact.js";
import { systemColour } from "../ui/system-mark.js";
import { plotFrame } from "./plot-frame.js";
import { Grid, Mark, RowText } from "./plot-parts.js";

/** @typedef {import("./plot-parts.js").PlotRow & { value: number, low: number | null, high: number | null }} IntervalRow */

/**
 * @param {{ label: string, rows: IntervalRow[], axis: import("./axis.js").Axis, writeTick: (value: number) => string, width: number }} props
 */
export function IntervalPlot({ label, rows, axis, writeTick, width }) {
  const frame = plotFrame({ width, rows, axis });
  const words = rows.map((row) => `${row.title} ${row.figure}`).join("; ");
  return html`<svg class="plot" role="img" aria-label=${`${label}: ${words}.`} width=${width} height=${frame.height} viewBox=${`0 0 ${width} ${frame.height}`}>
    <${Grid} frame=${frame} axis=${axis} write=${writeTick} />
    ${rows.map((row, index) => {
      const y = frame.y(index);
      const stroke = systemColour(row.colour);
      return html`<g key=${row.id}>
        <${RowText} frame=${frame} row=${row} index=${index} />
        ${row.low !== null && row.high !== null && html`<g stroke=${stroke} class="plot-interval">
          <line x1=${frame.x(row.low)} x2=${frame.x(row.high)} y1=${y} y2=${y} />
          <line x1=${frame.x(row.low)} x2=${frame.x(row.low)} y1=${y - 5} y2=${y + 5} />
          <line x1=${frame.x(row.high)} x2=${frame.x(row.high)} y1=${y - 5} y2=${y + 5} />
        </g>`}
        <${Mark} colour=${row.colour} x=${frame.x(row.value)} y=${y} />
      </g>`;
    })}
  </svg>`;
}
