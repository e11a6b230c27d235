// @ts-check
import { html } from "/lib/htm-preact.js";

/**
 * A table whose first column names the row; the others are numbers unless `texts` names them.
 * @param {{ caption: string, head: unknown[], rows: { key: string, cells: unknown[] }[], texts?: number[] }} props
 */
export function NumberTable({ caption, head, rows, texts = [] }) {
  const kind = (/** @type {number} */ column) => (column === 0 || texts.includes(column) ? undefined : "number");
  return html`<div class="table-frame" role="region" aria-label=${caption} tabindex="0">
    <table class="table">
      <caption class="visually-hidden">${caption}</caption>
      <thead><tr>${head.map((title, column) => html`<th key=${column} scope="col" class=${kind(column)}>${title}</th>`)}</tr></thead>
      <tbody>${rows.map(({ key, cells }) => html`<tr key=${key}>${cells.map((cell, column) => (column === 0 ? html`<th scope="row">${cell}</th>` : html`<td class=${kind(column)}>${cell}</td>`))}</tr>`)}</tbody>
    </table>
  </div>`;
}
