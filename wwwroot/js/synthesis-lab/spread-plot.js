// @ts-check
// How far takes of one prompt lie apart, with the interval, and how far prompts do: a row for each condition.
import { html } from "/lib/htm-preact.js";
import { systemColour, systemShape } from "../ui/system-mark.js";
import { plotFrame } from "../plots/plot-frame.js";
import { Grid, Mark, RowText } from "../plots/plot-parts.js";

/** @typedef {import("../plots/plot-parts.js").PlotRow & { within: number, low: number | null, high: number | null, between: number | null }} SpreadRow */

/** @param {{ label: string, rows: SpreadRow[], axis: import("../plots/axis.js").Axis, writeTick: (value: number) => string, width: number }} props */
export function SpreadPlot({ label, rows, axis, writeTick, width }) {
  const frame = plotFrame({ width, rows, axis });
  const words = rows.map((row) => `${row.title} ${row.figure}`).join("; ");
  return html`<svg class="plot" role="img" aria-label=${`${label}: ${words}.`} width=${width} height=${frame.height} viewBox=${`0 0 ${width} ${frame.height}`}>
    <${Grid} frame=${frame} axis=${axis} write=${writeTick} />
    ${rows.map((row, index) => {
      const y = frame.y(index), stroke = systemColour(row.colour);
      return html`<g key=${row.id}>
        <${RowText} frame=${frame} row=${row} index=${index} />
        ${row.low !== null && row.high !== null && html`<g stroke=${stroke} class="plot-interval">
          <line x1=${frame.x(row.low)} x2=${frame.x(row.high)} y1=${y} y2=${y} />
          <line x1=${frame.x(row.low)} x2=${frame.x(row.low)} y1=${y - 5} y2=${y + 5} />
          <line x1=${frame.x(row.high)} x2=${frame.x(row.high)} y1=${y - 5} y2=${y + 5} />
        </g>`}
        ${row.between !== null && html`<path class="plot-open" stroke=${stroke} d=${systemShape(row.colour)} transform=${`translate(${frame.x(row.between) - 6.5} ${y - 6.5}) scale(${13 / 16})`} />`}
        <${Mark} colour=${row.colour} x=${frame.x(row.within)} y=${y} />
      </g>`;
    })}
  </svg>`;
}
