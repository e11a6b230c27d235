// @ts-check
/** Words along a slider: bands (MUSHRA) or ticks (BS.1116). @typedef {import("../types.js").Scale} Scale */

/** Whether words name bands, each from its value up to the next, rather than points. @param {Scale} scale */
export const hasBands = (scale) => scale.points.length > 0 && Math.max(...scale.points.map((point) => point.value)) < scale.maximum;

/** The words from the lowest value to the highest, with where they stand as a share of the scale. @param {Scale} scale @returns {{ value: number, label: string, from: number, to: number, at: number }[]} */
export function marksOf(scale) {
  const range = scale.maximum - scale.minimum || 1;
  const points = [...scale.points].sort((a, b) => a.value - b.value);
  const share = (/** @type {number} */ value) => (value - scale.minimum) / range;
  const bands = hasBands(scale);
  return points.map(({ value, label }, i) => {
    const from = share(value);
    const to = bands ? share(points[i + 1]?.value ?? scale.maximum) : from;
    return { value, label, from, to, at: (from + to) / 2 };
  });
}

/** The word at a value: of its band, or of the nearest tick not above it. @param {Scale} scale @param {number} value */
export function markAt(scale, value) {
  if (scale.points.length === 0) return "";
  const points = [...scale.points].sort((a, b) => a.value - b.value);
  if (hasBands(scale)) return points.findLast((point) => point.value <= value)?.label ?? "";
  return points.find((point) => point.value === value)?.label ?? "";
}
