// @ts-check
import { html } from "/lib/htm-preact.js";
import { SystemName } from "../ui/system-mark.js";
import { TableFiles } from "./table-files.js";
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
  const rows = [...(board.overall && board.map.length > 1 ? [{ title: "all recordings", row: board.overall }] : []), ...board.map.map((row) => ({ title: row.slice, row }))];
  return html`<div class="card stack-s"><div class="spread"><div><h3>Crown map by ${sliceName(board.slice)}</h3>
      <p class="faint">Word error rate with its 95 % interval. ♛ has the lowest rate; = cannot be told from it (paired bootstrap, Holm, 5 %): a bare rank would claim more than is known.</p></div>
      <${TableFiles} table="crown-map" title="the crown map" choice=${choice} /></div>
    <div class="table-frame" role="region" aria-label="Crown map" tabindex="0">
      <table class="table crown-map">
        <caption class="visually-hidden">Word error rate of each system on each slice</caption>
        <thead><tr><th scope="col">${sliceName(board.slice)}</th>${ranked.map((system) => html`<th key=${system.id} scope="col"><${SystemName} system=${system} /></th>`)}<th scope="col">Lead</th><th scope="col" class="number">Recordings</th><th scope="col" class="number">Words</th></tr></thead>
        <tbody>${rows.map(({ title, row }) => html`<tr key=${title} class=${row === board.overall ? "overall" : undefined}><th scope="row">${title}</th>
          ${row.cells.map((cell, place) => html`<td key=${place} class=${cell.isKing ? "king" : cell.isTied ? "tied" : undefined}>
            ${cell.isKing ? html`<span aria-hidden="true">♛ </span><span class="visually-hidden">lowest: </span>` : cell.isTied ? html`<span aria-hidden="true">= </span><span class="visually-hidden">tied with the lowest: </span>` : ""}${rate(cell.rate, cell.interval)}</td>`)}
          <td>${tie(row)}</td><td class="number">${row.utterances.toLocaleString("en-GB")}</td><td class="number">${row.words.toLocaleString("en-GB")}</td></tr>`)}</tbody>
      </table>
    </div>
  </div>`;
}
