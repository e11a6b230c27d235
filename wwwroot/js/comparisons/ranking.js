// @ts-check
// Who leads by one number, and whether its intervals let one say so.

/**
 * A system's value on one scale with its 95 % interval.
 * @typedef {object} Score
 * @property {string} id
 * @property {string} title
 * @property {number} value
 * @property {number | null} low
 * @property {number | null} high
 * @property {number} n What the interval rests on: ratings, recordings.
 */

/**
 * @typedef {object} Ranking
 * @property {"none" | "alone" | "thin" | "tie" | "clear"} outcome none: nothing measured; alone: one system only; thin: fewer than two
 *   systems have enough observations; tie: the best system's interval overlaps another's; clear: it overlaps no other's.
 * @property {Score[]} order Systems with enough observations, best first.
 * @property {Score[]} leaders The best, and every system whose interval overlaps its.
 * @property {Score[]} thin Systems with fewer observations than needed, or without an interval: they take no part in the ranking.
 * @property {number} lead Distance from the best to the next, in the scale's units; 0 where there is no next.
 */

/** Whether two 95 % intervals share a point. @param {Score} a @param {Score} b */
export function overlap(a, b) {
  if (a.low == null || a.high == null || b.low == null || b.high == null) return true;
  return a.low <= b.high && b.low <= a.high;
}

/** Ranks scores and says what follows.
 * @param {Score[]} scores
 * @param {{ higherIsBetter: boolean, least: number }} scale `least`: observations that a system needs to be called a leader.
 * @returns {Ranking} */
export function rank(scores, { higherIsBetter, least }) {
  const isThin = (/** @type {Score} */ score) => score.n < least || score.low == null || score.high == null;
  const all = [...scores].sort((a, b) => (higherIsBetter ? b.value - a.value : a.value - b.value) || b.n - a.n);
  const order = all.filter((score) => !isThin(score));
  const thin = all.filter(isThin);
  if (all.length < 2) return { outcome: all.length === 0 ? "none" : "alone", order: all, leaders: all, thin: [], lead: 0 };
  if (order.length < 2) return { outcome: "thin", order, leaders: [], thin, lead: 0 };
  const [best, next] = order;
  const leaders = order.filter((score) => score === best || overlap(best, score));
  return { outcome: leaders.length > 1 ? "tie" : "clear", order, leaders, thin, lead: Math.abs(best.value - next.value) };
}
