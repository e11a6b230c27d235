// @ts-check
import { html } from "/lib/htm-preact.js";
import { SystemName } from "../ui/system-mark.js";

/** Systems with their marks, for plots that do not name them. @param {{ conditions: import("./types.js").Condition[] }} props */
export function Legend({ conditions }) {
  const systems = [...new Map(conditions.map(({ system }) => [system.id, system])).values()];
  return html`<ul class="row lab-legend" aria-label="Systems">${systems.map((system) => html`<li key=${system.id}><${SystemName} system=${system} /></li>`)}</ul>`;
}
