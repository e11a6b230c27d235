// @ts-check
import { html } from "/lib/htm-preact.js";
import { SystemMark } from "../ui/system-mark.js";

/** Conditions with their marks, for plots that do not name them. @param {{ conditions: import("./types.js").LabCondition[] }} props */
export function Legend({ conditions }) {
  return html`<ul class="row lab-legend" aria-label="Conditions">${conditions.map((condition) => html`<li key=${condition.id}><${SystemMark} colour=${condition.colour} /> ${condition.title}</li>`)}</ul>`;
}
