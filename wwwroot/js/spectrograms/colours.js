// @ts-check
// Colours of levels and of differences. Lightness alone orders them, so that they read with any colour vision and in print.

/** @typedef {[number, number, number]} Rgb 0..255 */

/** Dark to bright: black, violet, red, orange, pale yellow; each stop lighter than the one before. @type {Rgb[]} */
const heat = [[6, 8, 24], [52, 22, 104], [136, 34, 106], [208, 72, 62], [244, 142, 40], [252, 206, 94], [255, 252, 214]];

/** As ink on paper: silence is the page. @type {{ light: Rgb[], dark: Rgb[] }} */
const ink = { light: [[255, 255, 255], [22, 26, 32]], dark: [[12, 14, 18], [240, 244, 248]] };

/** Quieter: blue. Louder: orange. Equal: the page. @type {{ light: Rgb[], dark: Rgb[] }} */
const difference = {
  light: [[0, 48, 110], [58, 128, 200], [255, 255, 255], [226, 120, 30], [122, 44, 0]],
  dark: [[150, 208, 255], [40, 112, 184], [18, 21, 26], [196, 92, 20], [255, 190, 120]],
};

/** Colours between stops at equal distances. @param {Rgb[]} stops @param {number} share 0..1 @returns {Rgb} */
export function between(stops, share) {
  const place = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const first = Math.min(stops.length - 2, Math.floor(place));
  return /** @type {Rgb} */ (stops[first].map((value, channel) => Math.round(value + (stops[first + 1][channel] - value) * (place - first))));
}

/** @param {Rgb} colour @returns {number} as a pixel of ImageData, whose bytes stand in the order red, green, blue, opacity */
const pixel = ([red, green, blue]) => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;

/** The stops of a palette. @param {"heat" | "ink" | "difference"} palette @param {boolean} dark whether the page is */
export const stopsOf = (palette, dark) => (palette === "heat" ? heat : palette === "ink" ? ink[dark ? "dark" : "light"] : difference[dark ? "dark" : "light"]);

/**
 * The pixel of each byte.
 * @param {Rgb[]} stops @param {number} first the byte that has the first colour @param {number} last the byte that has the last; bytes beyond have their colour
 * @returns {Uint32Array}
 */
export const pixels = (stops, first, last) => Uint32Array.from({ length: 256 }, (_, value) => pixel(between(stops, (value - first) / Math.max(1, last - first))));
