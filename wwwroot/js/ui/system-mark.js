// @ts-check
import { html } from "/lib/htm-preact.js";
import { themeChanges } from "./theme.js";

/** One shape for each of the eight colours, so that colour is never the only sign. Unit: a 16 × 16 box. */
const systemShapes = [
  "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z", // circle
  "M2.5 2.5h11v11h-11Z", // square
  "M8 1.5 15 14H1Z", // triangle
  "M8 .8 15.2 8 8 15.2.8 8Z", // diamond
  "M6 1.5h4V6h4.5v4H10v4.5H6V10H1.5V6H6Z", // cross
  "M8 14.5 1 2h14Z", // triangle, point down
  "m8 1 2.1 4.7 5.1.5-3.9 3.4 1.2 5L8 12l-4.5 2.6 1.2-5L.8 6.2l5.1-.5Z", // star
  "M8 1 15 6.2 12.3 14.5H3.7L1 6.2Z", // pentagon
];

/**
 * The custom property of a system's colour. Colours repeat after eight systems.
 * @param {number} colour 0..63, or anything else for blind grey
 */
export function systemProperty(colour) {
  return Number.isInteger(colour) && colour >= 0 ? `--system-${colour % 8}` : "--blind";
}

/** The same, as a value. @param {number} colour */
export const systemColour = (colour) => `var(${systemProperty(colour)})`;

/**
 * A system's shape. Where colours repeat, shapes go one further, so that 64 systems have each a pair of their own.
 * @param {number} colour 0..63, or anything else for the circle of what is no system
 */
export function systemShape(colour) {
  return Number.isInteger(colour) && colour >= 0 ? systemShapes[(colour + Math.floor(colour / 8)) % 8] : systemShapes[0];
}

/**
 * A system's shape in its colour. Decorative: its name stands beside it.
 * @param {{ colour: number, size?: number }} props
 */
export function SystemMark({ colour, size = 14 }) {
  return html`<svg class="system-mark" viewBox="0 0 16 16" width=${size} height=${size} aria-hidden="true" focusable="false">
    <path d=${systemShape(colour)} fill=${systemColour(colour)} />
  </svg>`;
}

/**
 * A system's mark and title, the same on every page.
 * @param {{ system: { title: string, colour: number } }} props
 */
export function SystemName({ system }) {
  return html`<span class="system-name"><${SystemMark} colour=${system.colour} /><span>${system.title}</span></span>`;
}

/** @type {Map<string, string>} */
const computed = new Map();
let computedFor = -1;

/**
 * The computed value of a custom property that is a colour, for canvases.
 * @param {string} name such as `--system-0`
 * @returns {string} such as `rgb(11, 92, 171)`
 */
export function computedColour(name) {
  if (computedFor !== themeChanges.get()) {
    computed.clear();
    computedFor = themeChanges.get();
  }
  const known = computed.get(name);
  if (known) return known;
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  probe.hidden = true;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  computed.set(name, colour);
  return colour;
}
