// @ts-check
import { html } from "/lib/htm-preact.js";
import { between, stopsOf } from "./colours.js";

const steps = 32;

/**
 * Which colour is which level.
 * @param {{ look: import("./spectrogram.js").Look, difference: boolean, dark: boolean }} props
 */
export function ColourKey({ look, difference, dark }) {
  const stops = stopsOf(difference ? "difference" : look.palette, dark);
  const [low, high] = difference ? [`−${look.differenceDb}`, `+${look.differenceDb} dB`] : [`${look.topDb - look.rangeDb}`.replace("-", "−"), `${look.topDb} dBFS`.replace("-", "−")];
  return html`<span class="colour-key faint num">${low}
    <svg width="96" height="12" viewBox=${`0 0 ${steps} 1`} preserveAspectRatio="none" role="img" aria-label=${difference ? `Colours from ${low} (quieter than the original) to ${high} (louder)` : `Colours from ${low} to ${high}`}>
      ${Array.from({ length: steps }, (_, i) => html`<rect key=${i} x=${i} y="0" width="1.05" height="1" fill=${`rgb(${between(stops, i / (steps - 1)).join(" ")})`} />`)}
    </svg>${high}</span>`;
}
