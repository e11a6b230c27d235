// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { SystemName } from "../ui/system-mark.js";
import { columns, ordered } from "./measures.js";
import { isTested, shown } from "./systems.js";

/**
 * All numbers of all systems; any column orders the rows.
 * @param {{ comparison: import("./types.js").Comparison }} props
 */
export function ComparisonTable({ comparison }) {
  const all = columns[comparison.kind];
  const [order, setOrder] = useState({ column: all[0].id, bestFirst: true });
  const column = all.find(({ id }) => id === order.column) ?? all[0];
  const direction = column.higherIsBetter === order.bestFirst ? "descending" : "ascending";
  return html`<div class="table-frame" role="region" aria-label="All numbers" tabindex="0">
    <table class="table comparison-table">
      <caption class="visually-hidden">All systems with all their numbers. Buttons in the header order the rows.</caption>
      <thead><tr>
        <th scope="col">System</th>
        ${all.map((measure) => html`<th key=${measure.id} scope="col" class="number" title=${measure.unit}
            aria-sort=${measure.id === column.id ? direction : undefined}>
          <button type="button" class="sort" onClick=${() => setOrder({ column: measure.id, bestFirst: measure.id === column.id ? !order.bestFirst : true })}>
            ${measure.title}<span class="sort-sign" aria-hidden="true">${measure.id !== column.id ? "" : direction === "descending" ? "▼" : "▲"}</span>
          </button>
        </th>`)}
      </tr></thead>
      <tbody>
        ${ordered(comparison.systems, column, order.bestFirst).map((system) => html`<tr key=${system.id}>
          <th scope="row"><${SystemName} system=${shown(system)} />${!isTested(system) && html`<span class="faint"> not under test</span>`}</th>
          ${all.map((measure) => html`<td key=${measure.id} class="number">
            <span class="main">${measure.main(system) || "–"}</span>
            ${measure.detail(system) && html`<span class="detail">${measure.detail(system)}</span>`}
          </td>`)}
        </tr>`)}
      </tbody>
    </table>
  </div>`;
}
