// @ts-check
import { html } from "/lib/htm-preact.js";
import { PlayButton } from "../ui/play-button.js";
import { number, seconds } from "../ui/format.js";

/** @typedef {{ id?: string, hasAudio?: boolean, key: string, start: number | null, end: number | null, seconds: number | null, text: string | null, language: string | null, speaker: string | null, attributes: Record<string, string> }} Row */

/** Attributes in a line. @param {Record<string, string>} attributes */
const attributeWords = (attributes) => Object.entries(attributes).map(([name, value]) => `${name}: ${value}`).join(" · ");

/** Where an item lies in its recording. @param {Row} row */
const stretch = (row) => (row.start === null && row.end === null ? "" : `${number(row.start ?? 0)}–${row.end === null ? "end" : number(row.end)} s`);

/**
 * Items of a dataset, stored or not yet.
 * @param {{ rows: Row[], label: string, isSpoken: boolean }} props `isSpoken`: recordings, not prompts
 */
export function ItemsTable({ rows, label, isSpoken }) {
  const has = (/** @type {(row: Row) => unknown} */ part) => rows.some((row) => part(row));
  const [speakers, languages, attributes, stretches] = [has((row) => row.speaker), has((row) => row.language), has((row) => Object.keys(row.attributes).length > 0), has(stretch)];
  const audio = has((row) => row.id && row.hasAudio);
  return html`<div class="table-frame" tabindex="0" role="region" aria-label=${label}><table class="table items-table">
    <thead><tr>
      <th scope="col">Key</th>
      ${audio && html`<th scope="col">Audio</th>`}
      <th scope="col" class="wide">Text</th>
      ${isSpoken && html`<th scope="col" class="number">Length</th>`}
      ${stretches && html`<th scope="col" class="number">Stretch</th>`}
      ${speakers && html`<th scope="col">Speaker</th>`}
      ${languages && html`<th scope="col">Language</th>`}
      ${attributes && html`<th scope="col">Attributes</th>`}
    </tr></thead>
    <tbody>${rows.map((row) => html`<tr key=${row.id ?? row.key}>
      <th scope="row" class="key">${row.key}</th>
      ${audio && html`<td>${row.hasAudio && html`<${PlayButton} src=${`/api/datasets/items/${row.id}/audio`} label=${row.key} />`}</td>`}
      <td class="wide">${row.text === null ? html`<span class="faint">unknown</span>` : row.text === "" ? html`<span class="faint">nothing is said</span>` : row.text}</td>
      ${isSpoken && html`<td class="number">${seconds(row.seconds)}</td>`}
      ${stretches && html`<td class="number">${stretch(row)}</td>`}
      ${speakers && html`<td>${row.speaker}</td>`}
      ${languages && html`<td>${row.language}</td>`}
      ${attributes && html`<td>${attributeWords(row.attributes)}</td>`}
    </tr>`)}</tbody>
  </table></div>`;
}
