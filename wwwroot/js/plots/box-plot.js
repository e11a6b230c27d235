// @ts-check
// Box plots of MUSHRA scores: box from the first to the third quartile, line at the median, whiskers to the farthest
// score within 1.5 interquartile ranges, circles beyond, the system's mark at the mean.
import { html } from "/lib/htm-preact.js";
import { systemColour } from "../ui/system-mark.js";
import { plotFrame } from "./plot-frame.js";
import { Grid, Mark, RowText } from "./plot-parts.js";

/** @typedef {{ median: number, q1: number, q3: number, low: number, high: number, mean: number, outliers: number[] }} Box `low` and `high` are the whiskers' ends */
/** @typedef {import("./plot-parts.js").PlotRow & { box: Box, density?: number[] }} BoxRow `density`: of the scale's equal parts from the bottom, in any unit; drawn as a violin behind the box */

/** Half the height of a box, px. */
const half = 8;

/** Half the greatest height of a violin, px. */
const belly = 15;

/**
 * The outline of a violin: the density above the row's middle, mirrored below.
 * @param {number[]} density @param {import("./plot-frame.js").PlotFrame} frame @param {import("./axis.js").Axis} axis @param {number} y
 */
function violin(density, frame, axis, y) {
  const most = Math.max(...density);
  if (!(most > 0)) return "";
  const step = (axis.high - axis.low) / density.length;
  const points = density.map((value, part) => [frame.x(axis.low + (part + 0.5) * step), (value / most) * belly]);
  const edge = (/** @type {number[][]} */ side, /** @type {number} */ sign) => side.map(([x, half]) => `${x},${Math.round((y + sign * half) * 100) / 100}`).join("L");
  return `M${edge(points, -1)}L${edge([...points].reverse(), 1)}Z`;
}

/**
 * @param {{ label: string, rows: BoxRow[], axis: import("./axis.js").Axis, writeTick: (value: number) => string, width: number }} props
 */
export function BoxPlot({ label, rows, axis, writeTick, width }) {
  const frame = plotFrame({ width, rows, axis });
  const words = rows.map((row) => `${row.title} ${row.figure}`).join("; ");
  return html`<svg class="plot" role="img" aria-label=${`${label}: ${words}.`} width=${width} height=${frame.height} viewBox=${`0 0 ${width} ${frame.height}`}>
    <${Grid} frame=${frame} axis=${axis} write=${writeTick} />
    ${rows.map((row, index) => {
      const y = frame.y(index);
      const colour = systemColour(row.colour);
      const [low, q1, median, q3, high] = [row.box.low, row.box.q1, row.box.median, row.box.q3, row.box.high].map(frame.x);
      return html`<g key=${row.id}>
        <${RowText} frame=${frame} row=${row} index=${index} />
        ${row.density && html`<path class="plot-violin" fill=${colour} d=${violin(row.density, frame, axis, y)} />`}
        <g stroke=${colour} class="plot-interval">
          <line x1=${low} x2=${q1} y1=${y} y2=${y} />
          <line x1=${q3} x2=${high} y1=${y} y2=${y} />
          <line x1=${low} x2=${low} y1=${y - 4} y2=${y + 4} />
          <line x1=${high} x2=${high} y1=${y - 4} y2=${y + 4} />
          <rect class="plot-box" fill=${colour} x=${q1} y=${y - half} width=${Math.max(1, q3 - q1)} height=${2 * half} />
          <line class="plot-median" x1=${median} x2=${median} y1=${y - half} y2=${y + half} />
          ${row.box.outliers.map((score, position) => html`<circle key=${position} class="plot-outlier" cx=${frame.x(score)} cy=${y} r="3" />`)}
        </g>
        <${Mark} colour=${row.colour} x=${frame.x(row.box.mean)} y=${y} size=${10} />
      </g>`;
    })}
  </svg>`;
}
