// @ts-check
import { html } from "/lib/htm-preact.js";
import { queryOf } from "./use-board.js";

/** Address of a table of the board as a file. @param {string} file such as `pairs.csv` @param {import("./use-board.js").Choice} choice @param {Record<string, string>} [more] */
export const fileOf = (file, choice, more) => `/api/recognizers/export/${file}?${queryOf(choice, more)}`;

/**
 * Links to a table as CSV and JSON.
 * @param {{ table: string, title: string, choice: import("./use-board.js").Choice, more?: Record<string, string> }} props `title`: what it is, read after "CSV of"
 */
export function TableFiles({ table, title, choice, more }) {
  return html`<span class="table-files">${["csv", "json"].map((ending) => html`<a key=${ending} class="button quiet small" href=${fileOf(`${table}.${ending}`, choice, more)} download>${ending.toUpperCase()}<span class="visually-hidden"> of ${title}</span></a>`)}</span>`;
}
