// @ts-check
// Prompt × condition: each cell tells how its takes came out and opens them.
import { html } from "/lib/htm-preact.js";
import { useRef, useState } from "/lib/preact-hooks.js";
import { Button, Field } from "../ui/components.js";
import { plural } from "../ui/format.js";
import { SystemMark } from "../ui/system-mark.js";
import { orders, sortedPrompts } from "./prompt-order.js";
import { namesOf, valueOf } from "./words.js";

/** @typedef {import("./types.js").LabView} LabView */
/** @typedef {import("./types.js").Cell} Cell */

/** Rows that are drawn before one asks for all. */
const firstRows = 40;

/** One mark for each take: what fails first, filled. @param {{ cell: Cell }} props */
function TakeMarks({ cell }) {
  const shown = Math.min(cell.takes, 12);
  const failed = Math.round((cell.failed / cell.takes) * shown);
  return html`<svg class="take-marks" aria-hidden="true" viewBox=${`0 0 ${shown * 8} 8`} width=${shown * 8} height="8">
    ${Array.from({ length: shown }, (_, k) => (k < failed
      ? html`<path key=${k} class="take-failed" d=${`M${k * 8 + 1.5} 1.5l5 5m0-5l-5 5`} />`
      : html`<circle key=${k} class="take-passed" cx=${k * 8 + 4} cy="4" r="2.5" />`))}
  </svg>`;
}

/**
 * @param {{ view: LabView, opened: { prompt: string, condition: string } | null, onOpen: (prompt: string, condition: string) => void }} props
 */
export function Matrix({ view, opened, onOpen }) {
  const [order, setOrder] = useState("given");
  const [all, showAll] = useState(false);
  const table = useRef(/** @type {HTMLTableElement | null} */ (null));
  const names = namesOf(view);
  const metric = view.ranking ? names.metric.get(view.ranking) : undefined;
  const cells = new Map(view.analysis.cells.map((cell) => [`${cell.prompt}\n${cell.condition}`, cell]));
  const prompts = sortedPrompts(view, order);
  const rows = all ? prompts : prompts.slice(0, firstRows);
  const [at, setAt] = useState(/** @type {[number, number]} */ ([0, 0]));
  const focus = (/** @type {number} */ row, /** @type {number} */ column) => {
    setAt([row, column]);
    const target = table.current?.querySelector(`[data-cell="${row}-${column}"]`);
    if (target instanceof HTMLElement) target.focus();
  };
  const keys = (/** @type {KeyboardEvent} */ event) => {
    const [row, column] = at;
    const moves = /** @type {Record<string, [number, number]>} */ ({ ArrowRight: [row, column + 1], ArrowLeft: [row, column - 1], ArrowDown: [row + 1, column], ArrowUp: [row - 1, column], Home: [row, 0], End: [row, view.conditions.length - 1] });
    const next = moves[event.key];
    if (!next || next[0] < 0 || next[0] >= rows.length || next[1] < 0 || next[1] >= view.conditions.length) return;
    event.preventDefault();
    focus(...next);
  };
  return html`<section class="stack-s" aria-labelledby="matrix">
    <div class="spread">
      <div><h2 id="matrix">Prompts and conditions</h2>
        <p class="faint">Open a cell to hear its best, typical and worst take and all others. ● no failure found, × failed${metric ? `; the number is the typical take's ${metric.title}` : ""}. Arrow keys move between cells.</p></div>
      <${Field} label="Order">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => setOrder(event.currentTarget.value)}>
        ${orders.map(([id, title]) => html`<option key=${id} value=${id} selected=${id === order}>${title}</option>`)}</select>`}<//>
    </div>
    <div class="table-frame" role="region" aria-label="Table of prompts and conditions" tabindex="0">
      <table class="table lab-matrix" ref=${table} onKeyDown=${keys}>
        <caption class="visually-hidden">Takes of each prompt under each condition</caption>
        <thead><tr><th scope="col">Prompt</th>${view.conditions.map((condition) => html`<th key=${condition.id} scope="col"><span class="system-name"><${SystemMark} colour=${condition.colour} /><span>${condition.title}</span></span></th>`)}</tr></thead>
        <tbody>${rows.map((prompt, row) => html`<tr key=${prompt.key}>
          <th scope="row"><span class="lab-prompt" title=${prompt.text ?? prompt.key}>${prompt.text ?? prompt.key}</span>${prompt.text && prompt.text !== prompt.key && html`<span class="faint lab-key">${prompt.key}</span>`}</th>
          ${view.conditions.map((condition, column) => {
            const cell = cells.get(`${prompt.key}\n${condition.id}`);
            if (!cell) return html`<td key=${condition.id}><span class="faint" title="No take yet">–</span></td>`;
            const open = opened?.prompt === prompt.key && opened.condition === condition.id;
            return html`<td key=${condition.id}><button type="button" class="lab-cell" data-cell=${`${row}-${column}`} aria-expanded=${open ? "true" : "false"} aria-controls="takes"
              tabindex=${at[0] === row && at[1] === column ? 0 : -1} onFocus=${() => setAt([row, column])} onClick=${() => onOpen(prompt.key, condition.id)}>
              <span class="visually-hidden">${prompt.text ?? prompt.key}, ${condition.title}: ${metric ? `typical ${metric.title} ` : ""}</span>
              <span class="lab-value">${metric ? valueOf(metric, cell.typicalValue) : plural(cell.takes, "take")}</span>
              <span class="visually-hidden">, ${cell.failed} of ${plural(cell.takes, "take")} failed</span>
              <${TakeMarks} cell=${cell} />
              ${cell.failures.length > 0 && html`<span class="lab-kinds">${cell.failures.map((kind) => names.kind.get(kind)?.title ?? kind).join(", ")}</span>`}
            </button></td>`;
          })}
        </tr>`)}</tbody>
      </table>
    </div>
    ${!all && prompts.length > firstRows && html`<div class="row"><${Button} size="small" onClick=${() => showAll(true)}>Show all ${prompts.length} prompts<//><span class="faint">The first ${firstRows} are shown.</span></div>`}
  </section>`;
}
