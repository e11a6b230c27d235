// @ts-check
import { html } from "/lib/htm-preact.js";
import { number } from "../../ui/format.js";
import { digitsOf, scaleWords } from "./words.js";

/** Condition × item. @param {{ scale: import("./types.js").Scale }} props */
export function ItemTable({ scale }) {
  const digits = digitsOf(scale);
  const items = [...new Set(scale.items.map((score) => score.item))];
  const cells = new Map(scale.items.map((score) => [`${score.condition}\n${score.item}`, score]));
  return html`<details class="card">
    <summary><h3>By item</h3></summary>
    <p class="faint">Mean over ratings with its 95 % t interval.</p>
    <div class="table-frame" role="region" aria-label=${`${scaleWords(scale).title} by item`} tabindex="0"><table class="table">
      <caption class="visually-hidden">Scores of each condition on each item</caption>
      <thead><tr><th scope="col">Item</th>${scale.conditions.map((score) => html`<th key=${score.condition} scope="col" class="number">${score.title}</th>`)}</tr></thead>
      <tbody>${items.map((item) => html`<tr key=${item}>
        <th scope="row">${item}</th>
        ${scale.conditions.map(({ condition }) => {
          const score = cells.get(`${condition}\n${item}`);
          return html`<td key=${condition} class="number">${score ? number(score.mean.value, digits) : "–"}${score && html`<span class="detail">${score.mean.low === null ? "" : `${number(score.mean.low, digits)}–${number(score.mean.high, digits)} · `}n = ${score.ratings}</span>`}</td>`;
        })}
      </tr>`)}</tbody>
    </table></div>
  </details>`;
}
