// @ts-check
// From a domain's points to the curves of a plot.
import { axisAround } from "../plots/axis.js";
import { rateAxis } from "./rate-axis.js";
import { pointWords } from "./words.js";

/** @typedef {import("./types.js").Panel} Panel */
/** @typedef {import("./types.js").Condition} Condition */
/** @typedef {import("../plots/curve-plot.js").Curve} Curve */

/** How far inside the axis a line across begins and ends, as a factor. */
const inset = 1.08;

/** Conditions of a panel that have a mean, with their points. @param {Panel} panel @param {Condition[]} conditions */
const shownOf = (panel, conditions) => panel.points.flatMap((point) => {
  const condition = conditions.find(({ id }) => id === point.condition);
  return condition && point.mean !== null ? [{ point, condition, mean: point.mean }] : [];
});

/**
 * A curve for each system over its bit rates; what has no bit rate (a filter, an import) is a dashed line across.
 * @param {Panel} panel @param {Condition[]} conditions
 * @returns {{ curves: Curve[], x: import("../plots/axis.js").Axis, y: import("../plots/axis.js").Axis } | null} null where no bit rate or no mean is known
 */
export function curvesOf(panel, conditions) {
  const shown = shownOf(panel, conditions);
  const x = rateAxis(shown.flatMap(({ point }) => point.bitRate ?? []));
  if (!x) return null;
  const y = axisAround(shown.flatMap(({ point, mean }) => [mean, point.low ?? mean, point.high ?? mean]));
  /** @type {Map<string, Curve>} */
  const coded = new Map();
  /** @type {Curve[]} */
  const across = [];
  for (const { point, condition, mean } of shown) {
    const title = `${condition.title}: ${pointWords(point)}`;
    const place = { y: mean, low: point.low, high: point.high, title };
    if (point.bitRate === null) {
      across.push({ id: condition.id, title: condition.title, colour: condition.system.colour, dashed: true, points: [{ x: x.low * inset, y: mean, title }, { x: x.high / inset, ...place }] });
      continue;
    }
    const curve = coded.get(condition.system.id) ?? { id: condition.system.id, title: condition.system.title, colour: condition.system.colour, points: [] };
    curve.points.push({ x: point.bitRate, ...place });
    coded.set(condition.system.id, curve);
  }
  for (const curve of coded.values()) curve.points.sort((a, b) => a.x - b.x);
  return { curves: [...across, ...coded.values()], x, y };
}

/**
 * Rows of an interval plot, for runs whose conditions have no bit rate at all.
 * @param {Panel} panel @param {Condition[]} conditions
 * @returns {import("../plots/interval-plot.js").IntervalRow[]}
 */
export const rowsOf = (panel, conditions) => shownOf(panel, conditions).map(({ point, condition, mean }) => ({
  id: condition.id, title: condition.title, colour: condition.system.colour, value: mean, low: point.low, high: point.high, figure: pointWords(point),
}));
