// @ts-check
// Best, typical and worst take: a line from the worst to the best, the mark at the typical one. A row for each condition.
import { html } from "/lib/htm-preact.js";
import { systemColour } from "../ui/system-mark.js";
import { plotFrame } from "../plots/plot-frame.js";
import { Grid, Mark, RowText } from "../plots/plot-parts.js";

/** @typedef {import("../plots/plot-parts.js").PlotRow & { best: number, typical: number, worst: number }} RangeRow */

/** @param {{ label: string, rows: RangeRow[], axis: import("../plots/axis.js").Axis, writeTick: (value: number) => string, width: number }} props */
export function RangePlot({ label, rows, axis, writeTick, width }) {
  const frame = plotFrame({ width, rows, axis });
  const words = rows.map((row) => `${row.title} ${row.figure}`).join("; ");
  return html`<svg class="plot" role="img" aria-label=${`${label}: ${words}.`} width=${width} height=${frame.height} viewBox=${`0 0 ${width} ${frame.height}`}>
    <${Grid} frame=${frame} axis=${axis} write=${writeTick} />
    ${rows.map((row, index) => {
      const y = frame.y(index), [best, worst] = [frame.x(row.best), frame.x(row.worst)];
      return html`<g key=${row.id}>
        <${RowText} frame=${frame} row=${row} index=${index} />
        <g stroke=${systemColour(row.colour)} class="plot-interval">
          <line x1=${best} x2=${worst} y1=${y} y2=${y} />
          <circle class="plot-open" cx=${best} cy=${y} r="4.5" />
          <line x1=${worst} x2=${worst} y1=${y - 6} y2=${y + 6} />
        </g>
        <${Mark} colour=${row.colour} x=${frame.x(row.typical)} y=${y} size=${11} />
      </g>`;
    })}
  </svg>`;
}
