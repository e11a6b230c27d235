// @ts-check
// What a test that was run says about the spread of the next.
import { number, plural } from "../../ui/format.js";

/**
 * @typedef {{ value: number, low: number, high: number }} Spread
 * @typedef {{ design: string, scale: string, a: string, titleA: string, b: string, titleB: string, items: number,
 *   spread: { listeners: number, itemsPerListener: number, mean: number, deviation: Spread, cautious: number, between?: Spread | null, residual?: Spread | null } }} PilotPair
 */

/** Items for each listener in the pilot, as a whole number. @param {PilotPair} pair */
export const itemsOf = (pair) => Math.max(1, Math.round(pair.spread.itemsPerListener));

/**
 * The standard deviation of listeners' mean differences over so many items, and its upper limit.
 * @param {PilotPair} pair
 * @param {number} items at least 1
 */
export function deviationFor(pair, items) {
  const { deviation, cautious, between, residual } = pair.spread;
  if (!between || !residual || items === itemsOf(pair)) return { deviation: deviation.value, cautious };
  const other = Math.sqrt(between.value ** 2 + residual.value ** 2 / items);
  return { deviation: other, cautious: cautious * (other / deviation.value) };
}

const interval = (/** @type {Spread} */ { value, low, high }) => `${number(value)} (${number(low)}–${number(high)})`;

/** @param {PilotPair} pair */
export const pairTitle = (pair) => `${pair.scale}: ${pair.titleA} against ${pair.titleB}`;

/** The pilot's figures in words. @param {PilotPair} pair */
export function pairWords(pair) {
  const { listeners, itemsPerListener, deviation, between, residual } = pair.spread;
  const parts = between && residual ? ` Between listeners ${interval(between)}, within a listener ${interval(residual)}.` : " One item for each listener: what more items would change cannot be told.";
  return `Standard deviation ${interval(deviation)} from ${plural(listeners, "listener")} with ${number(itemsPerListener, Number.isInteger(itemsPerListener) ? 0 : 1)} items each; 95 % intervals.${parts}`;
}
