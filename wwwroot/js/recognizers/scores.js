// @ts-check
import { html } from "/lib/htm-preact.js";
import { axisFromZero } from "../plots/axis.js";
import { FigureCard } from "../plots/figure-card.js";
import { IntervalPlot } from "../plots/interval-plot.js";
import { Button } from "../ui/components.js";
import { milliseconds, number, percent, plural } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";
import { NumberTable } from "../ui/number-table.js";
import { fileOf, TableFiles } from "./table-files.js";
import { rate } from "./words.js";

/** @typedef {import("./types.js").Board} Board */
/** @typedef {import("./use-board.js").Choice} Choice */

/** @param {{ board: Board, choice: Choice }} props */
export function RateFigure({ board, choice }) {
  const rows = board.systems.filter((system) => system.whyNotRanked === null && system.wordErrorRate !== null).map((system) => ({
    id: system.id, title: system.title, colour: system.colour, value: Number(system.wordErrorRate), low: system.interval?.low ?? null, high: system.interval?.high ?? null, figure: rate(system.wordErrorRate, system.interval),
  }));
  const axis = axisFromZero(rows.flatMap((row) => [row.value, row.high]));
  return html`<${FigureCard} name="word-error-rate" title="Word error rate" csv=${fileOf("systems.csv", choice)}
    note=${`Errors / reference words over all common recordings; 95 % interval by bootstrap over speakers or recordings. Left is better. Normaliser ${board.normaliser}.`}
    plot=${(/** @type {number} */ width) => html`<${IntervalPlot} label="Word error rate" rows=${rows} axis=${axis} writeTick=${(/** @type {number} */ value) => percent(value, value < 0.1 ? 1 : 0)} width=${width} />`} />`;
}

/** A place, and whether it cannot be told from the first. @param {Board} board @param {number} place */
function placeOf({ verdict }, place) {
  return html`${place + 1}${verdict?.tied.includes(place) && html` <span class="soft">tied</span>`}`;
}

/** @param {{ board: Board, choice: Choice, onChoose: (change: Choice) => void }} props */
export function ScoreTable({ board, choice, onChoose }) {
  const leave = (/** @type {string} */ id) => onChoose({ systems: board.systems.filter((system) => system.whyNotRanked === null && system.id !== id).map((system) => system.id).join(",") });
  const ranked = board.systems.filter((system) => system.whyNotRanked === null).length;
  return html`<div class="card stack-s"><div class="spread"><h3>All figures</h3><${TableFiles} table="systems" title="all figures" choice=${choice} /></div>
    <${NumberTable} caption="Systems, all figures" texts=${[1]}
      head=${["System", "Place", "WER", ...(board.corrected ? ["WER, references as delivered"] : []), "S", "D", "I", "CER", "Mean of utterances", "Sentences wrong", "Words on silence", "Failed", "Missing", "Empty", "× real time", "Latency, median", "Latency, 95th percentile", html`<span class="visually-hidden">Leave out</span>`]}
      rows=${board.systems.map((system, place) => ({ key: system.id, cells: [
        html`<${SystemName} system=${system} />`, system.whyNotRanked === null ? placeOf(board, place) : html`<span class="soft">not ranked: ${system.whyNotRanked}</span>`, rate(system.wordErrorRate, system.interval), ...(board.corrected ? [percent(system.deliveredErrorRate)] : []),
        system.whyNotRanked === null ? system.words.substitutions : "–", system.whyNotRanked === null ? system.words.deletions : "–", system.whyNotRanked === null ? system.words.insertions : "–", percent(system.characterErrorRate),
        percent(system.meanOfUtterances), percent(system.sentenceErrorRate, 0), system.silentReferences > 0 ? `${system.silentInsertions} on ${system.silentReferences}` : "–", system.failed, system.missing, system.empty,
        number(system.timesRealTime, 1), milliseconds(system.latency?.p50 ?? null), milliseconds(system.latency?.p95 ?? null),
        system.whyNotRanked === null && ranked > 1 ? html`<${Button} kind="quiet" size="small" onClick=${() => leave(system.id)}>Leave out<span class="visually-hidden"> ${system.title}</span><//>` : "",
      ] }))} />
    ${choice.systems && html`<p><${Button} size="small" onClick=${() => onChoose({ systems: "" })}>Rank all systems again<//></p>`}
    ${board.corrected && html`<p>${board.correctedReferences === 0 ? "No reference of these recordings is corrected yet: judge them under “Is the reference right?”." : `${plural(board.correctedReferences, "reference")} corrected, where most judges, not knowing which reading was whose, chose what the systems heard.`}</p>`}
    <p class="faint">S, D, I: words substituted, deleted, inserted. A failed call is a failure, never an empty transcript. Words on silence: what a system wrote where nothing was said. Latency: processing of a whole recording.</p>
  </div>`;
}
