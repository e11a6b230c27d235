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
 * @property {"none" | "alone" | "thin" | "tie" | "clear"} outcome none: nothing measured; alone: one system only; thin: too few
 *   observations of a system that could lead; tie: the best system's interval overlaps another's; clear: it overlaps no other's.
 * @property {Score[]} order Best first.
 * @property {Score[]} leaders The best, and every system whose interval overlaps its.
 * @property {Score[]} thin Systems with fewer observations than needed, or without an interval.
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
  const order = [...scores].sort((a, b) => (higherIsBetter ? b.value - a.value : a.value - b.value) || b.n - a.n);
  const thin = order.filter((score) => score.n < least || score.low == null || score.high == null);
  if (order.length === 0) return { outcome: "none", order, leaders: [], thin, lead: 0 };
  const [best, next] = order;
  if (!next) return { outcome: "alone", order, leaders: [best], thin, lead: 0 };
  const leaders = order.filter((score) => score === best || overlap(best, score));
  const lead = Math.abs(best.value - next.value);
  if (thin.length > 0) return { outcome: "thin", order, leaders, thin, lead };
  return { outcome: leaders.length > 1 ? "tie" : "clear", order, leaders, thin, lead };
}
