// @ts-check
import { html } from "/lib/htm-preact.js";

/**
 * Condition × item as it fills.
 * @param {{ coverage: import("./types.js").Coverage, conditions: import("./types.js").Condition[] }} props
 */
export function CoverageMatrix({ coverage, conditions }) {
  const title = new Map(conditions.map((condition) => [condition.id, condition.title]));
  const cells = new Map(coverage.cells.map((cell) => [`${cell.condition}\n${cell.item}`, cell]));
  const most = Math.max(1, ...coverage.cells.map((cell) => cell.given));
  const planned = coverage.cells.some((cell) => cell.planned !== null);
  return html`<div class="card results-card">
    <h2>Coverage</h2>
    <p class="faint">Ratings of each condition on each item${planned ? ", given of planned" : ""}. Practice, checks and repetitions do not count.</p>
    <div class="coverage-frame" role="region" aria-label="Coverage" tabindex="0">
      <table class="coverage">
        <caption class="visually-hidden">Ratings of each condition on each item</caption>
        <thead><tr><td></td>${coverage.items.map((item) => html`<th key=${item} scope="col" title=${item}>${item}</th>`)}</tr></thead>
        <tbody>${coverage.conditions.map((condition) => html`<tr key=${condition}>
          <th scope="row" title=${title.get(condition) ?? condition}>${title.get(condition) ?? condition}</th>
          ${coverage.items.map((item) => {
            const cell = cells.get(`${condition}\n${item}`);
            if (!cell) return html`<td key=${item}><span aria-label="not in the test">–</span></td>`;
            const share = Math.min(1, cell.given / (cell.planned ?? most));
            return html`<td key=${item} class=${cell.planned !== null && cell.given >= cell.planned ? "full" : ""}>
              <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none"><rect height="100" width=${100 * share} /></svg>
              <span>${cell.given}${cell.planned === null ? "" : `/${cell.planned}`}</span>
            </td>`;
          })}
        </tr>`)}</tbody>
      </table>
    </div>
  </div>`;
}
