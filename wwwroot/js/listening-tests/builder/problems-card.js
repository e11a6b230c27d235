// @ts-check
import { html } from "/lib/htm-preact.js";
import { Tag } from "../../ui/components.js";
import { plural } from "../../ui/format.js";

const shown = 8;

/** @param {{ problems: import("./types.js").Problem[] }} props */
export function ProblemsCard({ problems }) {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const row = (/** @type {import("./types.js").Problem} */ problem, /** @type {number} */ index) => html`<li key=${index}>
    <${Tag} tone=${problem.severity === "error" ? "bad" : "warn"}>${problem.severity === "error" ? "Error" : "Note"}<//> ${problem.message} <span class="soft">${problem.cure}</span>
  </li>`;
  return html`<section class="card stack-s" aria-labelledby="problems">
    <h2 id="problems">Checks</h2>
    <p class="soft" role="status">${problems.length === 0 ? "Nothing is missing." : `${plural(errors, "error")}, ${plural(problems.length - errors, "note")}.`}</p>
    ${problems.length > 0 && html`<ul class="plain-list problem-list">${problems.slice(0, shown).map(row)}</ul>`}
    ${problems.length > shown && html`<details class="more"><summary>${problems.length - shown} more</summary><ul class="plain-list problem-list">${problems.slice(shown).map(row)}</ul></details>`}
  </section>`;
}
