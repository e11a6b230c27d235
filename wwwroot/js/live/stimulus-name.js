// @ts-check
import { html } from "/lib/htm-preact.js";
import { SystemMark } from "../ui/system-mark.js";

/**
 * A stimulus' label, grey while blind; with its system's mark and title when they are known.
 * @param {{ stimulus: import("./types.js").Stimulus, detail?: string }} props
 */
export function StimulusName({ stimulus, detail }) {
  return html`<span class="stimulus-name">
    <span class="blind-label">${stimulus.label}</span>
    ${stimulus.system && html`<span class="system-name">
      ${stimulus.system.role === "system" && html`<${SystemMark} colour=${stimulus.system.colour} />`}
      <span>${stimulus.system.title}${detail && html`<span class="stimulus-detail">${detail}</span>`}</span>
    </span>`}
  </span>`;
}
