// @ts-check
// Direct choices between two systems: a bar split into wins, undecided and wins, and below it the exact interval of the
// first system's share of decided choices.
import { html } from "/lib/htm-preact.js";
import { percent } from "../ui/format.js";
import { systemColour } from "../ui/system-mark.js";
import { fixedAxis } from "./axis.js";
import { fitName } from "./plot-frame.js";
import { Mark } from "./plot-parts.js";

/** @typedef {{ a: string, b: string, winsA: number, winsB: number, ties: number, n: number, share: number | null, low: number | null, high: number | null, systemA: { title: string, colour: number }, systemB: { title: string, colour: number } }} PreferenceRow */

const rowHeight = 78;
const axis = fixedAxis(0, 1, 4);

/**
 * @param {{ label: string, rows: PreferenceRow[], width: number }} props
 */
export function PreferencePlot({ label, rows, width }) {
  const left = 10, right = width - 10;
  const x = (/** @type {number} */ share) => left + axis.at(share) * (right - left);
  const bottom = rows.length * rowHeight;
  const words = rows.map((row) => `${row.systemA.title} ${row.winsA}, ${row.systemB.title} ${row.winsB}, undecided ${row.ties}`).join("; ");
  return html`<svg class="plot" role="img" aria-label=${`${label}: ${words}.`} width=${width} height=${bottom + 28} viewBox=${`0 0 ${width} ${bottom + 28}`}>
    <line class="plot-half" x1=${x(0.5)} x2=${x(0.5)} y1="22" y2=${bottom} />
    ${rows.map((row, index) => {
      const top = index * rowHeight;
      const [endA, endTies] = [row.winsA / row.n, (row.winsA + row.ties) / row.n].map(x);
      const room = (right - left) / 2 - (row.ties > 0 ? 90 : 44);
      return html`<g key=${`${row.a} ${row.b}`}>
        <${Mark} colour=${row.systemA.colour} x=${left + 6} y=${top + 11} size=${12} />
        <text class="plot-name" x=${left + 18} y=${top + 16}>${fitName(row.systemA.title, room)} · ${row.winsA}</text>
        ${row.ties > 0 && html`<text class="plot-tick" x=${x(0.5)} y=${top + 16} text-anchor="middle">${row.ties} undecided</text>`}
        <text class="plot-name" x=${right - 18} y=${top + 16} text-anchor="end">${row.winsB} · ${fitName(row.systemB.title, room)}</text>
        <${Mark} colour=${row.systemB.colour} x=${right - 6} y=${top + 11} size=${12} />
        <rect x=${left} y=${top + 24} width=${Math.max(0, endA - left)} height="16" fill=${systemColour(row.systemA.colour)} />
        <rect class="plot-undecided" x=${endA} y=${top + 24} width=${Math.max(0, endTies - endA)} height="16" />
        <rect x=${endTies} y=${top + 24} width=${Math.max(0, right - endTies)} height="16" fill=${systemColour(row.systemB.colour)} />
        ${row.share != null && html`<g>
          ${row.low != null && row.high != null && html`<g class="plot-interval plot-share">
            <line x1=${x(row.low)} x2=${x(row.high)} y1=${top + 54} y2=${top + 54} />
            <line x1=${x(row.low)} x2=${x(row.low)} y1=${top + 49} y2=${top + 59} />
            <line x1=${x(row.high)} x2=${x(row.high)} y1=${top + 49} y2=${top + 59} />
          </g>`}
          <${Mark} colour=${row.systemA.colour} x=${x(row.share)} y=${top + 54} />
        </g>`}
      </g>`;
    })}
    <line class="plot-axis" x1=${left} x2=${right} y1=${bottom} y2=${bottom} />
    ${axis.ticks.map((tick, index) => html`<text key=${tick} class="plot-tick" x=${x(tick)} y=${bottom + 20}
      text-anchor=${index === 0 ? "start" : index === axis.ticks.length - 1 ? "end" : "middle"}>${percent(tick, 0)}</text>`)}
  </svg>`;
}
