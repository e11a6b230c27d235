// @ts-check
import { html } from "/lib/htm-preact.js";
import { t } from "../words.js";

/**
 * Makes a sound audible.
 * @param {{ label: string, shown: string, sounding: boolean, active?: boolean, disabled?: boolean, shortcut?: string, wide?: boolean, onHear: () => void }} props `shown` is the text on it
 */
export function SoundButton({ label, shown, sounding, active, disabled, shortcut, wide, onHear }) {
  return html`<button type="button" class=${`button sound-button ${wide ? "wide" : ""} ${sounding ? "sounding" : ""}`} aria-pressed=${sounding || active ? "true" : "false"} disabled=${disabled}
    data-label=${label} aria-label=${t("play.label", { label: shown })} aria-keyshortcuts=${shortcut} onClick=${onHear}>
    <span class="sound-sign" aria-hidden="true">${sounding ? "♪" : "▸"}</span><span>${shown}</span></button>`;
}
