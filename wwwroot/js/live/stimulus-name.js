// @ts-check
import { html } from "/lib/htm-preact.js";
import { SystemMark } from "../ui/system-mark.js";

/** @param {import("./types.js").Stimulus} stimulus @returns {string} what a settled system of a stimulus is called */
function systemTitle({ system }) {
  switch (system?.role) {
    case "reference": return "Hidden reference";
    case "anchor35": return "Anchor, 3.5 kHz low-pass";
    case "anchor70": return "Anchor, 7 kHz low-pass";
    default: return system?.title ?? "";
  }
}

/**
 * A stimulus' label, grey while blind; with its system's mark and title when they are known.
 * @param {{ stimulus: import("./types.js").Stimulus, detail?: string }} props
 */
export function StimulusName({ stimulus, detail }) {
  return html`<span class="stimulus-name">
    <span class="blind-label">${stimulus.label}</span>
    ${stimulus.system && html`<span class="system-name">
      ${stimulus.system.role === "system" && html`<${SystemMark} colour=${stimulus.system.colour} />`}
      <span>${systemTitle(stimulus)}${detail && html`<span class="stimulus-detail">${detail}</span>`}</span>
    </span>`}
  </span>`;
}
