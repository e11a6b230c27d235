// @ts-check
import { html } from "/lib/htm-preact.js";
import { Tag } from "../ui/components.js";
import { SystemMark } from "../ui/system-mark.js";

/** @typedef {import("./types.js").System} System */

/** Whether a system is a vendor's: what it gets leaves this server. @param {System} system */
const isVendor = (system) => system.packId === "vendor";

/** Ready systems: first the project's own, then wrapped programs, last those that send what they get to a vendor. @param {System[]} systems @param {System["kind"]} kind */
export function readySystems(systems, kind) {
  const ready = systems.filter((system) => system.kind === kind && system.status === "ready");
  const place = (/** @type {System} */ system) => (isVendor(system) ? 2 : system.family === "command" ? 1 : 0);
  return [...ready].sort((a, b) => place(a) - place(b));
}

/**
 * Which systems are chosen: what was chosen last time as far as it is there, else the first few of those that run on this server.
 * @param {System[]} ready
 * @param {string[] | null} remembered
 * @param {number} count
 */
export function chosenSystems(ready, remembered, count) {
  const known = (remembered ?? []).filter((id) => ready.some((system) => system.id === id));
  return remembered && (known.length > 0 || remembered.length === 0) ? known : ready.filter((system) => !isVendor(system)).slice(0, count).map((system) => system.id);
}

/**
 * Cards with a checkbox for each system that is ready; those that are not, with their reason, below.
 * @param {{ legend: string, systems: System[], kind: System["kind"], chosen: string[], onChange: (ids: string[]) => void, disabled?: boolean, note?: (system: System) => string }} props
 */
export function SystemPicker({ legend, systems, kind, chosen, onChange, disabled, note }) {
  const ready = readySystems(systems, kind);
  const broken = systems.filter((system) => system.kind === kind && system.status !== "ready");
  const toggle = (/** @type {string} */ id, /** @type {boolean} */ on) => onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id));
  return html`<fieldset class="picker" disabled=${disabled}>
    <legend>${legend}</legend>
    <div class="picker-cards">
      ${ready.map(
        (system) => html`<label key=${system.id} class="picker-card" title=${system.description}>
          <input type="checkbox" checked=${chosen.includes(system.id)} onChange=${(/** @type {any} */ event) => toggle(system.id, event.currentTarget.checked)} />
          <${SystemMark} colour=${system.colour} />
          <span class="picker-title">${system.title}</span>
          ${note?.(system) && html`<span class="picker-note">${note(system)}</span>`}
        </label>`,
      )}
    </div>
    ${ready.length === 0 && html`<p class="soft">None is ready. <a href="/systems">Systems</a> says why and how to add one.</p>`}
    ${broken.length > 0 && html`<details class="more">
      <summary>${broken.length} not available here</summary>
      <ul class="picker-broken">${broken.map((system) => html`<li key=${system.id}><strong>${system.title}</strong> <${Tag} tone="warn">${system.status}<//> ${system.problems?.[0] ?? ""}</li>`)}</ul>
    </details>`}
  </fieldset>`;
}
