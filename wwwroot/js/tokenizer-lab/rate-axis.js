// @ts-check

/**
 * A logarithmic axis of bit rates with ticks at 1, 2 and 5 of each decade, and some room at both ends; null without a rate.
 * @param {number[]} rates bits a second, positive
 * @returns {import("../plots/axis.js").Axis | null}
 */
export function rateAxis(rates) {
  if (rates.length === 0) return null;
  const low = Math.min(...rates) / 1.35, high = Math.max(...rates) * 1.35, span = Math.log(high / low);
  /** @type {number[]} */
  const ticks = [];
  for (let power = 10 ** Math.floor(Math.log10(low)); power <= high; power *= 10) {
    for (const digit of [1, 2, 5]) if (digit * power >= low && digit * power <= high) ticks.push(digit * power);
  }
  // Over many decades only whole ones have room.
  const shown = ticks.length > 9 ? ticks.filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e9) / 1e9)) : ticks;
  return { low, high, ticks: shown, at: (value) => Math.min(1, Math.max(0, Math.log(value / low) / span)) };
}
