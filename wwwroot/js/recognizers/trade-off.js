// @ts-check
import { html } from "/lib/htm-preact.js";
import { axisFromZero } from "../plots/axis.js";
import { FigureCard } from "../plots/figure-card.js";
import { ScatterPlot } from "../plots/scatter-plot.js";
import { milliseconds, percent } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";
import { NumberTable } from "../ui/number-table.js";
import { rate } from "./words.js";

/** Errors against latency. @param {{ board: import("./types.js").Board }} props */
export function TradeOff({ board }) {
  const ranked = board.systems.filter((system) => system.whyNotRanked === null);
  const known = ranked.filter((system) => system.latency && system.wordErrorRate !== null);
  const unknown = ranked.filter((system) => !known.includes(system));
  if (known.length === 0) return html`<p class="soft">No system was timed here: transcripts that were delivered as files have no latency, and it is not guessed.</p>`;
  const x = axisFromZero(known.map((system) => system.latency?.p50)), y = axisFromZero(known.flatMap((system) => [system.wordErrorRate, system.interval?.high]));
  return html`<${FigureCard} name="trade-off" title="Errors against latency"
    note="Processing of a whole recording, median, against word error rate with its interval. Lower left is better."
    plot=${(/** @type {number} */ width) => html`<${ScatterPlot} label=${`Word error rate against latency: ${known.map((system) => `${system.title} ${percent(system.wordErrorRate)} in ${milliseconds(system.latency?.p50)}`).join("; ")}`}
      points=${known.map((system) => ({ id: system.id, title: system.title, colour: system.colour, x: Number(system.latency?.p50), y: Number(system.wordErrorRate), low: system.interval?.low, high: system.interval?.high }))}
      x=${x} y=${y} xTitle="Latency, median" yTitle="Word error rate" line=${null} width=${width} writeX=${milliseconds} writeY=${(/** @type {number} */ value) => percent(value, 0)} />`}>
    <${NumberTable} caption="Errors and latency" texts=${[3]} head=${["System", "WER", "Latency p50 (p95)", "Beaten in both by"]}
      rows=${ranked.map((system) => ({ key: system.id, cells: [html`<${SystemName} system=${system} />`, rate(system.wordErrorRate, system.interval), system.latency ? `${milliseconds(system.latency.p50)} (${milliseconds(system.latency.p95)})` : "not known", system.beatenBy ?? "nobody"] }))} />
    ${unknown.length > 0 && html`<p class="faint">Not in the plot, because latency is not known: ${unknown.map((system) => system.title).join(", ")}.</p>`}
  <//>`;
}
