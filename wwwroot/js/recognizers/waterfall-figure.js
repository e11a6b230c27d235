// @ts-check
import { html } from "/lib/htm-preact.js";
import { axisFromZero, fixedAxis } from "../plots/axis.js";
import { CurvePlot } from "../plots/curve-plot.js";
import { FigureCard } from "../plots/figure-card.js";
import { percent } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";
import { NumberTable } from "../ui/number-table.js";
import { fileOf, TableFiles } from "./table-files.js";
import { stageName } from "./words.js";

/** What goes away on the way to the right is formatting; what is left was misheard. @param {{ board: import("./types.js").Board, choice: import("./use-board.js").Choice }} props */
export function WaterfallFigure({ board, choice }) {
  const stages = board.waterfalls[0]?.stages ?? [];
  if (stages.length < 2) return html`<p class="soft">The normaliser ${board.normaliser} has no steps to show. Choose <em>fair</em> to see how much of each system's errors is formatting.</p>`;
  // Room at both ends for the words under the first and last tick.
  const axis = { ...fixedAxis(-0.4, stages.length - 0.6), ticks: stages.map((_, index) => index) };
  return html`<${FigureCard} name="waterfall" title="What each kind of rule takes away" csv=${fileOf("waterfall.csv", choice)}
    note=${`Word error rate as delivered, and after each kind of rule of ${board.normaliser}, one on top of the other. What goes away is formatting; what is left was misheard.`}
    plot=${(/** @type {number} */ width) => html`<${CurvePlot} label="Word error rate after each kind of rule" curves=${board.waterfalls.map(({ system, stages: found }) => ({ id: board.systems[system].id, title: board.systems[system].title, colour: board.systems[system].colour, points: found.map((stage, index) => ({ x: index, y: stage.counts.rate ?? 0 })) }))}
      x=${axis} y=${axisFromZero(board.waterfalls.flatMap(({ stages: found }) => found.map((stage) => stage.counts.rate)))} xTitle="Rules applied" yTitle="Word error rate" width=${width}
      writeX=${(/** @type {number} */ index) => (width < 560 ? String(index) : stageName(stages[index].group))} writeY=${(/** @type {number} */ value) => percent(value, 0)} />`}>
    <${NumberTable} caption="Word error rate after each kind of rule" head=${["System", ...stages.map((stage, index) => `${index} ${stageName(stage.group)}`)]}
      rows=${board.waterfalls.map(({ system, stages: found }) => ({ key: board.systems[system].id, cells: [html`<${SystemName} system=${board.systems[system]} />`, ...found.map((stage) => percent(stage.counts.rate))] }))} />
    <div><${TableFiles} table="waterfall" title="the waterfall" choice=${choice} /></div>
  <//>`;
}
