// @ts-check
// How fast, both ways that the field writes it.
import { html } from "/lib/htm-preact.js";
import { logAxis } from "../plots/axis.js";
import { FigureCard } from "../plots/figure-card.js";
import { IntervalPlot } from "../plots/interval-plot.js";
import { milliseconds, number, seconds } from "../ui/format.js";
import { NumberTable } from "../ui/number-table.js";
import { exportAddress, namesOf } from "./words.js";

/** @typedef {import("./types.js").Percentiles} Percentiles */

/** Enough digits for factors of any size. @param {number} value */
const factor = (value) => (value >= 100 ? number(value, 0) : value >= 10 ? number(value, 1) : value >= 0.1 ? number(value, 2) : number(value, 4));

/** @param {Percentiles | null} found @param {(value: number) => string} write */
const spread = (found, write) => (found ? `${write(found.median)} (${write(found.p5)}–${write(found.p95)})` : "–");

/** @param {{ view: import("./types.js").LabView }} props */
export function SpeedFigure({ view }) {
  const names = namesOf(view), { speed } = view.analysis;
  if (speed.length === 0) return html`<section class="card stack-s" aria-labelledby="speed"><h3 id="speed">Speed</h3>
    <p class="soft">These takes were not timed here. Clips that were made elsewhere have no processing time unless a manifest brings it.</p></section>`;
  const rows = speed.map((found) => {
    const condition = names.condition.get(found.condition);
    return { id: found.condition, title: condition?.title ?? found.condition, colour: condition?.colour ?? -1, value: found.timesRealTime.median, low: found.timesRealTime.p5, high: found.timesRealTime.p95, figure: `${spread(found.timesRealTime, factor)} × real time` };
  });
  const axis = logAxis(rows.flatMap((row) => [row.value, row.low, row.high]));
  return html`<${FigureCard} name="speed" title="Speed" csv=${exportAddress(view, "speed.csv")}
    note="Times real time: seconds of audio for each second of processing, on this computer, logarithmic; median, and from the 5th to the 95th percentile of takes. Right is faster. The real-time factor is its inverse."
    plot=${(/** @type {number} */ width) => axis && html`<${IntervalPlot} label="Times real time" rows=${rows} axis=${axis} writeTick=${(/** @type {number} */ value) => `${value}×`} width=${width} />`}>
    <${NumberTable} caption="Speed, all numbers" head=${["Condition", "Times real time", "Real-time factor", "First audio after", "Processing a take", "Audio a take", "Processing in all", "Audio in all", "Takes"]}
      rows=${speed.map((found) => ({ key: found.condition, cells: [names.condition.get(found.condition)?.title ?? found.condition, spread(found.timesRealTime, factor), spread(found.realTimeFactor, factor), spread(found.firstAudioSeconds, milliseconds),
        spread(found.processingSeconds, milliseconds), spread(found.audioSeconds, seconds), seconds(found.totalProcessingSeconds), seconds(found.totalAudioSeconds), found.realTimeFactor.n] }))} />
    <p class="faint">Median (5th–95th percentile). Loading a model and waiting for a turn are not counted. Raw seconds of every take are in takes.csv.</p>
  <//>`;
}
