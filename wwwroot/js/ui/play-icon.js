// @ts-check
import { html } from "/lib/htm-preact.js";

/** @param {{ playing: boolean }} props */
export function PlayIcon({ playing }) {
  return html`<svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
    <path d=${playing ? "M3.5 2h3.2v12H3.5Zm5.8 0h3.2v12H9.3Z" : "M4 1.8 13.6 8 4 14.2Z"} />
  </svg>`;
}
