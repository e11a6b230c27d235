// @ts-check
import { html } from "/lib/htm-preact.js";
import { fixedAxis } from "../plots/axis.js";
import { number } from "../ui/format.js";
import { digitsOf } from "./words.js";

/** Room for the frequencies on the left and the times below, px; spectrograms.css has the same. */
export const margin = { left: 46, bottom: 22 };

/**
 * Frequencies in kilohertz on the left, seconds below. Decorative: the image says in words what it shows.
 * @param {{ view: import("./view.js").View, width: number, height: number }} props px of all
 */
export function AxesFrame({ view, width, height }) {
  const [right, bottom] = [width - margin.left, height - margin.bottom];
  const times = fixedAxis(view.from, view.to, Math.max(2, Math.round(right / 90)));
  const tones = fixedAxis(view.low / 1000, view.high / 1000, Math.max(2, Math.round(bottom / 40)));
  const [timeDigits, toneDigits] = [digitsOf(times), digitsOf(tones)];
  return html`<svg class="plot spectrogram-axes" aria-hidden="true" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`}>
    ${tones.ticks.map((tick) => {
      const y = Math.round((1 - tones.at(tick)) * bottom * 10) / 10;
      return html`<g key=${`f${tick}`}><line class="plot-axis" x1=${margin.left - 4} x2=${margin.left} y1=${y} y2=${y} />
        <text class="plot-tick" x=${margin.left - 7} y=${Math.min(bottom - 1, Math.max(10, y + 4))} text-anchor="end">${number(tick, toneDigits)}</text></g>`;
    })}
    ${times.ticks.map((tick, index) => {
      const x = Math.round((margin.left + times.at(tick) * right) * 10) / 10;
      return html`<g key=${`t${tick}`}><line class="plot-axis" x1=${x} x2=${x} y1=${bottom} y2=${bottom + 4} />
        <text class="plot-tick" x=${index > 0 && x > width - 24 ? width - 1 : x} y=${height - 4} text-anchor=${index > 0 && x > width - 24 ? "end" : "middle"}>${number(tick, timeDigits)}${index === times.ticks.length - 1 ? "\u202fs" : ""}</text></g>`;
    })}
    <text class="plot-tick" transform=${`translate(10 ${bottom / 2}) rotate(-90)`} text-anchor="middle">kHz</text>
    <rect class="spectrogram-edge" x=${margin.left + 0.5} y="0.5" width=${right - 1} height=${bottom - 1} />
  </svg>`;
}
