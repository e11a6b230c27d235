// @ts-check
// Where names stand beside points, and the line along the points that nobody beats.

/** Width of a letter, in px: names are set at 12 px. */
const letter = 6.6, tall = 15, longest = 22;

/**
 * A name beside each point, where it covers no other point or name; points without such a place have none, their shape and the table tell.
 * @param {{ id: string, title: string, x: number, y: number, from?: number, to?: number }[]} points in px; `from` and `to`: the ends of its interval
 * @param {{ left: number, right: number, top: number, bottom: number }} frame in px
 * @returns {{ id: string, text: string, x: number, y: number, anchor: "start" | "end" | "middle" }[]}
 */
export function placeNames(points, frame) {
  /** @type {{ left: number, right: number, top: number, bottom: number }[]} */
  const taken = points.flatMap(({ x, y, from = y, to = y }) => [{ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }, { left: x - 4, right: x + 4, top: Math.min(from, to), bottom: Math.max(from, to) }]);
  return points.flatMap(({ id, title, x, y }) => {
    const text = title.length > longest ? `${title.slice(0, longest - 1)}…` : title;
    const wide = text.length * letter;
    /** @type {[number, number, "start" | "end" | "middle"][]} */
    const places = [[x + 12, y + 4, "start"], [x - 12, y + 4, "end"], [x + 10, y - 9, "start"], [x + 10, y + 18, "start"], [x - 10, y - 9, "end"], [x - 10, y + 18, "end"]];
    for (const [atX, atY, anchor] of places) {
      const box = { left: anchor === "end" ? atX - wide : atX, right: anchor === "end" ? atX : atX + wide, top: atY - tall + 4, bottom: atY + 4 };
      const isInside = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
      if (!isInside || taken.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) continue;
      taken.push(box);
      return [{ id, text, x: atX, y: atY, anchor }];
    }
    return [];
  });
}

/**
 * Steps along points of which none is beaten: from the best on the left, down to the right; what lies above and to the right is beaten.
 * @param {{ x: number, y: number }[]} points in px; y grows downwards
 * @param {number} end the right end @param {number} top the upper end
 * @returns {string} a path; "" for no point
 */
export function frontOf(points, end, top) {
  const sorted = [...points].sort((a, b) => a.x - b.x || b.y - a.y);
  if (sorted.length === 0) return "";
  let path = `M${sorted[0].x} ${top}V${sorted[0].y}`;
  for (const { x, y } of sorted.slice(1)) path += `H${x}V${y}`;
  return `${path}H${end}`;
}
