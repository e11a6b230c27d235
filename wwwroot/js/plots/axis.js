// @ts-check
// Linear and logarithmic axes for the comparison's plots: where a value lies, and which values get a tick.

/**
 * @typedef {object} Axis
 * @property {number} low First value on the axis.
 * @property {number} high Last value on the axis.
 * @property {(value: number) => number} at Position of a value, 0 at the axis' start to 1 at its end; values outside are clipped.
 * @property {number[]} ticks Values that get a tick and a label, all within low..high.
 */

/** The next 1, 2 or 5 × 10^k at or above a step. @param {number} step */
function roundStep(step) {
  const power = 10 ** Math.floor(Math.log10(step));
  const digit = step / power;
  return (digit <= 1.0001 ? 1 : digit <= 2.0001 ? 2 : digit <= 5.0001 ? 5 : 10) * power;
}

/** @param {number} value */
const clean = (value) => Number(value.toPrecision(12));

/** A linear axis over exactly low..high.
 * @param {number} low @param {number} high @param {number} [count] About how many ticks.
 * @returns {Axis} */
export function fixedAxis(low, high, count = 5) {
  const step = roundStep((high - low) / count);
  /** @type {number[]} */
  const ticks = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) ticks.push(clean(k * step));
  return { low, high, ticks, at: (value) => Math.min(1, Math.max(0, (value - low) / (high - low))) };
}

/** A linear axis over the ticks that hold all values, with some room where they are all the same.
 * @param {number[]} values At least one, finite. @param {number} [count] About how many ticks.
 * @returns {Axis} */
export function axisAround(values, count = 5) {
  const least = Math.min(...values), most = Math.max(...values);
  const span = most - least || Math.abs(most) || 1;
  const step = roundStep(span / count);
  const low = clean(Math.floor(least / step + 1e-9) * step), high = clean(Math.ceil(most / step - 1e-9) * step);
  return fixedAxis(low === high ? low - step : low, low === high ? high + step : high, count);
}

/** A linear axis from zero to the first tick at or above the largest value.
 * @param {(number | null | undefined)[]} values @param {number} [count]
 * @returns {Axis} */
export function axisFromZero(values, count = 5) {
  const known = values.filter((value) => value != null && Number.isFinite(value)).map(Number);
  const top = Math.max(0, ...known);
  if (top === 0) return fixedAxis(0, 1, count);
  const step = roundStep(top / count);
  return fixedAxis(0, clean(Math.ceil(top / step - 1e-9) * step), count);
}

/** A logarithmic axis over whole decades or halves that hold all positive values; null where there is none.
 * @param {(number | null | undefined)[]} values
 * @returns {Axis | null} */
export function logAxis(values) {
  const known = values.filter((value) => value != null && Number.isFinite(value) && value > 0).map(Number);
  if (known.length === 0) return null;
  const first = Math.floor(Math.log10(Math.min(...known)) + 1e-9);
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...known)) - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => clean(10 ** (first + k)));
  const low = ticks[0], high = ticks[ticks.length - 1], span = Math.log(high / low);
  return { low, high, ticks, at: (value) => (value > 0 ? Math.min(1, Math.max(0, Math.log(value / low) / span)) : 0) };
}

/** A logarithmic axis with a tick at each distinct value, and some room at both ends; null for fewer than two values.
 * @param {number[]} values Positive.
 * @returns {Axis | null} */
export function valueAxis(values) {
  const ticks = [...new Set(values)].sort((a, b) => a - b);
  if (ticks.length < 2) return null;
  const low = ticks[0] / 1.25, high = ticks[ticks.length - 1] * 1.25, span = Math.log(high / low);
  return { low, high, ticks, at: (value) => Math.min(1, Math.max(0, Math.log(value / low) / span)) };
}
