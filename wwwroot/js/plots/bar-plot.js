// @ts-check
// Values in groups of bars, such as codebooks by domain.
import { html } from "/lib/htm-preact.js";
import { systemColour } from "../ui/system-mark.js";

/** @typedef {{ id: string, title: string, colour: number }} BarSeries */
/** @typedef {{ title: string, values: (number | null)[] }} BarGroup one value for each series */

const left = 56, right = 12, top = 12, bottom = 46;

/**
 * @param {{ label: string, series: BarSeries[], groups: BarGroup[], axis: import("./axis.js").Axis, xTitle: string, yTitle: string, width: number, write: (value: number) => string, limit?: number | null }} props limit: a value that a line marks
 */
export function BarPlot({ label, series, groups, axis, xTitle, yTitle, width, write, limit = null }) {
  const height = Math.round(Math.min(340, Math.max(220, width * 0.42)));
  const y = (/** @type {number} */ value) => height - bottom - axis.at(value) * (height - top - bottom);
  const room = (width - left - right) / Math.max(1, groups.length);
  const bar = Math.max(1, Math.min(28, (room * 0.8) / Math.max(1, series.length)));
  return html`<svg class="plot" role="img" aria-label=${label} width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`}>
    ${axis.ticks.map((tick) => html`<g key=${tick}><line class="plot-grid" x1=${left} x2=${width - right} y1=${y(tick)} y2=${y(tick)} />
      <text class="plot-tick" x=${left - 8} y=${y(tick) + 4} text-anchor="end">${write(tick)}</text></g>`)}
    ${groups.map((group, index) => {
      const middle = left + (index + 0.5) * room;
      return html`<g key=${group.title}>
        ${group.values.map((value, at) => value !== null && html`<rect key=${series[at].id} x=${middle + (at - series.length / 2) * bar} y=${y(value)} width=${Math.max(1, bar - 1)} height=${Math.max(0, height - bottom - y(value))} fill=${systemColour(series[at].colour)}><title>${series[at].title}, ${group.title}: ${write(value)}</title></rect>`)}
        <text class="plot-tick" x=${middle} y=${height - bottom + 16} text-anchor="middle">${group.title}</text>
      </g>`;
    })}
    ${limit !== null && html`<line class="plot-half" x1=${left} x2=${width - right} y1=${y(limit)} y2=${y(limit)} />`}
    <line class="plot-axis" x1=${left} x2=${width - right} y1=${height - bottom} y2=${height - bottom} />
    <text class="plot-figure" x=${(left + width - right) / 2} y=${height - 8} text-anchor="middle">${xTitle}</text>
    <text class="plot-figure" transform=${`translate(14 ${(top + height - bottom) / 2}) rotate(-90)`} text-anchor="middle">${yTitle}</text>
  </svg>`;
}
