// @ts-check
// The geometry that all row plots share: names on the left, the axis in the middle, figures on the right;
// on narrow screens, and where names are too long to stand beside, names and figures stand above their row, on lines of their own.

/**
 * @typedef {object} PlotFrame
 * @property {boolean} stacked Names and figures above the rows.
 * @property {number} width @property {number} height
 * @property {number} left Where the axis starts, in px. @property {number} right Where it ends.
 * @property {number} top Top of the first row. @property {number} bottom Bottom of the last row.
 * @property {(value: number) => number} x
 * @property {(row: number) => number} y Middle of a row's drawing.
 * @property {(row: number) => number} labelY Baseline of a row's name.
 * @property {(row: number) => number} figureY Baseline of a row's figures.
 * @property {number} axisY Baseline of the tick labels.
 */

const NARROW = 620;

/** The share of the width that names beside their rows may take. */
const LONGEST_NAME = 0.36;

/** About the width of a character of a name (13 px, bold) and of a figure (12 px), and of the mark before a name, in px. */
const CHARACTER = 8, FIGURE = 6.7, MARK = 32;

/** Between two labels of an axis, in px. */
const GAP = 6;

/** The longest text's length. @param {string[]} texts */
const longest = (texts) => Math.max(0, ...texts.map((text) => text.length));

/** Lays out a plot.
 * @param {{ width: number, rows: { title: string, figure: string }[], axis: import("./axis.js").Axis }} plot Width in px.
 * @returns {PlotFrame} */
export function plotFrame({ width, rows, axis }) {
  const name = MARK + CHARACTER * longest(rows.map(({ title }) => title));
  const stacked = width < NARROW || name > LONGEST_NAME * width;
  const rowHeight = stacked ? 66 : 36;
  const left = stacked ? 8 : Math.round(name);
  const figures = stacked ? 8 : 24 + FIGURE * longest(rows.map(({ figure }) => figure));
  const right = Math.round(Math.max(left + 0.25 * width, width - figures));
  const top = 4, bottom = top + rows.length * rowHeight;
  return {
    stacked, width, height: bottom + 28, left, right, top, bottom,
    x: (value) => Math.round((left + axis.at(value) * (right - left)) * 100) / 100,
    y: (row) => top + row * rowHeight + (stacked ? 50 : rowHeight / 2),
    labelY: (row) => top + row * rowHeight + (stacked ? 16 : rowHeight / 2 + 4.5),
    figureY: (row) => top + row * rowHeight + (stacked ? 33 : rowHeight / 2 + 4.5),
    axisY: bottom + 20,
  };
}

/** Room for a row's name, in px. @param {PlotFrame} frame */
export const roomForName = (frame) => (frame.stacked ? frame.width : frame.left) - 24;

/** Shortens a name to about what fits, with an ellipsis. @param {string} name @param {number} width px. */
export function fitName(name, width) {
  const room = Math.max(4, Math.floor(width / CHARACTER));
  return name.length <= room ? name : `${name.slice(0, room - 1).trimEnd()}…`;
}

/**
 * The axis' labels: those of its ends always, those between where they touch no other.
 * @param {PlotFrame} frame @param {import("./axis.js").Axis} axis @param {(value: number) => string} write
 * @returns {{ tick: number, x: number, anchor: "start" | "middle" | "end", text: string }[]} `text` is empty where there is no room.
 */
export function tickLabels(frame, axis, write) {
  const last = axis.ticks.length - 1;
  const labels = axis.ticks.map((tick, index) => {
    const x = frame.x(tick), text = write(tick), width = FIGURE * text.length;
    const anchor = /** @type {"start" | "middle" | "end"} */ (frame.stacked && index === 0 ? "start" : frame.stacked && index === last ? "end" : "middle");
    const from = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    return { tick, x, anchor, text, from, to: from + width };
  });
  let taken = -Infinity;
  return labels.map(({ from, to, ...label }, index) => {
    const fits = index === 0 || index === last || (from > taken + GAP && to < labels[last].from - GAP);
    if (fits) taken = to;
    return fits ? label : { ...label, text: "" };
  });
}
