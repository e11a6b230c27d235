// @ts-check
// What part of a sound is shown, and how zooming and panning change it.

/** @typedef {{ from: number, to: number, low: number, high: number }} View seconds and hertz */
/** @typedef {{ seconds: number, hertz: number }} Extent length of the sound and highest frequency */

/** Shortest stretch and narrowest band to zoom into. */
export const closest = { seconds: 0.02, hertz: 200 };

/** Everything. @param {Extent} extent @returns {View} */
export const wholeView = ({ seconds, hertz }) => ({ from: 0, to: seconds, low: 0, high: hertz });

/** @param {View} view @param {Extent} extent */
export const isWhole = (view, { seconds, hertz }) => view.from <= 0 && view.to >= seconds && view.low <= 0 && view.high >= hertz;

/**
 * A stretch moved and cut so that it lies within 0..limit and is neither too short nor too long.
 * @param {number} from @param {number} to @param {number} limit @param {number} least
 * @returns {[number, number]}
 */
function within(from, to, limit, least) {
  const span = Math.min(limit, Math.max(Math.min(least, limit), to - from));
  const middle = (from + to) / 2;
  const start = Math.min(limit - span, Math.max(0, middle - span / 2));
  return [start, start + span];
}

/** A view that lies within the sound. @param {View} view @param {Extent} extent @returns {View} */
export function clampView(view, { seconds, hertz }) {
  const [from, to] = within(view.from, view.to, seconds, closest.seconds);
  const [low, high] = within(view.low, view.high, hertz, closest.hertz);
  return { from, to, low, high };
}

/**
 * Zooms around a point that stays where it is.
 * @param {View} view @param {Extent} extent
 * @param {{ time?: number, frequency?: number, x?: number, y?: number }} zoom factors above 1 go closer; x and y are the point, 0..1 from the left and from the top
 * @returns {View}
 */
export function zoomView(view, extent, { time = 1, frequency = 1, x = 0.5, y = 0.5 }) {
  const [seconds, hertz] = [view.to - view.from, view.high - view.low];
  const [at, pitch] = [view.from + x * seconds, view.high - y * hertz];
  const span = Math.min(extent.seconds, Math.max(closest.seconds, seconds / time));
  const band = Math.min(extent.hertz, Math.max(closest.hertz, hertz / frequency));
  return clampView({ from: at - x * span, to: at + (1 - x) * span, low: pitch - (1 - y) * band, high: pitch + y * band }, extent);
}

/**
 * Moves by shares of what is shown.
 * @param {View} view @param {Extent} extent @param {number} right @param {number} up
 * @returns {View}
 */
export function panView(view, extent, right, up) {
  const [seconds, hertz] = [(view.to - view.from) * right, (view.high - view.low) * up];
  return clampView({ from: view.from + seconds, to: view.to + seconds, low: view.low + hertz, high: view.high + hertz }, extent);
}

/**
 * The view of a rectangle drawn over another.
 * @param {View} view @param {Extent} extent @param {[number, number]} a first corner, shares from the left and top @param {[number, number]} b
 * @returns {View}
 */
export function boxView(view, extent, a, b) {
  const [seconds, hertz] = [view.to - view.from, view.high - view.low];
  const [left, right] = [a[0], b[0]].sort((one, other) => one - other);
  const [top, bottom] = [a[1], b[1]].sort((one, other) => one - other);
  return clampView({ from: view.from + left * seconds, to: view.from + right * seconds, low: view.high - bottom * hertz, high: view.high - top * hertz }, extent);
}
