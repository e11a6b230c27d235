// @ts-check

/** Digits of ticks within a decade, from many to few. */
const digits = [[1, 2, 5], [1, 3], [1]];
/** Ticks that have room on a telephone. */
const mostTicks = 6;

/**
 * A logarithmic axis of bit rates with round ticks, and some room at both ends; null without a rate.
 * @param {number[]} rates bits a second, positive
 * @returns {import("../plots/axis.js").Axis | null}
 */
export function rateAxis(rates) {
  if (rates.length === 0) return null;
  const low = Math.min(...rates) / 1.35, high = Math.max(...rates) * 1.35, span = Math.log(high / low);
  const decades = Array.from({ length: Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 }, (_, k) => 10 ** (Math.floor(Math.log10(low)) + k));
  const offered = digits.map((some) => decades.flatMap((power) => some.map((digit) => digit * power)).filter((tick) => tick >= low && tick <= high));
  const ticks = offered.find((some) => some.length <= mostTicks) ?? offered[offered.length - 1];
  return { low, high, ticks, at: (value) => Math.min(1, Math.max(0, Math.log(value / low) / span)) };
}

/** A tick in kilobits a second, without more digits than it needs. @param {number} rate */
export const kilobits = (rate) => String(Number((rate / 1000).toPrecision(6)));
