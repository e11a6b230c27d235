// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useRef } from "/lib/preact-hooks.js";
import { computedColour } from "./system-mark.js";
import { themeChanges } from "./theme.js";
import { useStore } from "./use-store.js";

/** @typedef {{ min: ArrayLike<number>, max: ArrayLike<number> }} Peaks smallest and largest sample of equal spans, −1..1 */

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Peaks} peaks
 * @param {{ played: number, region?: readonly [number, number] | null, colour: string }} options shares of the clip, 0..1; `colour` is a custom property's name
 */
function drawWaveform(canvas, peaks, { played, region, colour }) {
  const ratio = globalThis.devicePixelRatio || 1;
  const width = Math.max(1, Math.round(canvas.clientWidth * ratio));
  const height = Math.max(1, Math.round(canvas.clientHeight * ratio));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext("2d");
  const count = peaks.min.length;
  if (!context || count === 0) return;
  context.clearRect(0, 0, width, height);
  const [before, after] = [computedColour(colour), computedColour("--line-strong")];
  if (region) {
    context.fillStyle = computedColour("--accent-wash");
    context.fillRect(region[0] * width, 0, (region[1] - region[0]) * width, height);
  }
  const scale = Math.max(0.05, ...Array.from(peaks.max, Math.abs), ...Array.from(peaks.min, Math.abs));
  const bar = Math.max(1, Math.round(ratio * 2));
  const step = bar + Math.max(1, Math.round(ratio));
  for (let x = 0; x < width; x += step) {
    const first = Math.floor((x / width) * count);
    const last = Math.max(first + 1, Math.floor(((x + step) / width) * count));
    let [low, high] = [0, 0];
    for (let i = first; i < last && i < count; i++) {
      low = Math.min(low, peaks.min[i]);
      high = Math.max(high, peaks.max[i]);
    }
    const share = x / width;
    const inside = !region || (share >= region[0] && share <= region[1]);
    context.globalAlpha = inside ? 1 : 0.4;
    context.fillStyle = share < played ? before : after;
    const top = (0.5 - (high / scale) * 0.47) * height;
    const bottom = (0.5 - (low / scale) * 0.47) * height;
    context.fillRect(x, top, bar, Math.max(bar, bottom - top));
  }
  context.globalAlpha = 1;
  if (played > 0 && played < 1) {
    context.fillStyle = computedColour("--ink");
    context.fillRect(Math.round(played * width), 0, Math.max(1, Math.round(ratio)), height);
  }
}

/**
 * A waveform that fills its box. Decorative: the control that moves in it is laid over it by the caller.
 * @param {{ peaks: Peaks | null, played?: number, region?: readonly [number, number] | null, colour?: string }} props
 */
export function Waveform({ peaks, played = 0, region = null, colour = "--accent" }) {
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  const painted = useStore(themeChanges);
  const latest = useRef(() => {});
  latest.current = () => {
    if (canvas.current && peaks) drawWaveform(canvas.current, peaks, { played, region, colour });
  };
  useEffect(() => latest.current(), [peaks, played, region?.[0], region?.[1], colour, painted]);
  useEffect(() => {
    if (!canvas.current) return;
    const observer = new ResizeObserver(() => latest.current());
    observer.observe(canvas.current);
    return () => observer.disconnect();
  }, []);
  return html`<canvas class="waveform" ref=${canvas} aria-hidden="true"></canvas>`;
}
