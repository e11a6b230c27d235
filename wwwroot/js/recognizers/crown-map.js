// @ts-check
import { html } from "/lib/htm-preact.js";
import { SystemName } from "../ui/system-mark.js";
import { queryOf } from "./use-board.js";
import { rate, sliceName } from "./words.js";

/** @typedef {import("./types.js").CrownRow} CrownRow */

/** Who leads a slice, in words. @param {CrownRow} row */
function tie(row) {
  const together = row.cells.filter((cell) => cell.isKing || cell.isTied).length;
  return together > 1 ? `1–${together} tied` : "clear";
}

/** @param {{ board: import("./types.js").Board, choice: import("./use-board.js").Choice, onChoose: (change: import("./use-board.js").Choice) => void }} props */
export function CrownMap({ board, choice }) {
  const ranked = board.systems.filter((system) => system.whyNotRanked === null);
  return html`<div class="card stack-s"><div class="spread"><div><h3>Crown map by ${sliceName(board.slice)}</h3>
      <p class="faint">Word error rate with its 95 % interval. ♛ has the lowest rate; = cannot be told from it (paired bootstrap, Holm, 5 %): a bare rank would claim more than is known.</p></div>
      <a class="button quiet small" href=${`/api/recognizers/export/crown-map.csv?${queryOf(choice)}`} download>CSV<span class="visually-hidden"> of the crown map</span></a></div>
    <div class="table-frame" role="region" aria-label="Crown map" tabindex="0">
      <table class="table crown-map">
        <caption class="visually-hidden">Word error rate of each system on each slice</caption>
        <thead><tr><th scope="col">${sliceName(board.slice)}</th><th scope="col" class="number">Recordings</th><th scope="col" class="number">Words</th>${ranked.map((system) => html`<th key=${system.id} scope="col"><${SystemName} system=${system} /></th>`)}<th scope="col">Lead</th></tr></thead>
        <tbody>${board.map.map((row) => html`<tr key=${row.slice}><th scope="row">${row.slice}</th><td class="number">${row.utterances}</td><td class="number">${row.words}</td>
          ${row.cells.map((cell, place) => html`<td key=${place} class=${cell.isKing ? "king" : cell.isTied ? "tied" : undefined}>
            ${cell.isKing ? html`<span aria-hidden="true">♛ </span><span class="visually-hidden">lowest: </span>` : cell.isTied ? html`<span aria-hidden="true">= </span><span class="visually-hidden">tied with the lowest: </span>` : ""}${rate(cell.rate, cell.interval)}</td>`)}
          <td>${tie(row)}</td></tr>`)}</tbody>
      </table>
    </div>
  </div>`;
}
