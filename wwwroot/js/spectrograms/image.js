// @ts-check
// Spectrograms as the server gives them: bytes of half a decibel, the highest frequency first.

/**
 * @typedef {object} Axes
 * @property {number} from @property {number} to seconds
 * @property {number} low @property {number} high hertz
 * @property {number} width @property {number} height
 * @property {number} windowSeconds
 * @property {number} lowestDb the level, or the difference, of byte 0 @property {number} stepDb decibels from byte to byte
 * @property {number} sampleRate @property {number} seconds of the clip
 */
/** @typedef {{ bytes: Uint8Array, axes: Axes }} SpectrogramImage */

/** The byte of a level. @param {Axes} axes @param {number} decibels */
export const byteOf = (axes, decibels) => Math.round((decibels - axes.lowestDb) / axes.stepDb);

/** The loudest level that more than a thousandth of the cells reach, in dBFS. @param {SpectrogramImage} image */
export function loudestOf({ bytes, axes }) {
  const counts = new Uint32Array(256);
  for (const value of bytes) counts[value]++;
  let [value, above] = [255, 0];
  while (value > 0 && (above += counts[value]) <= bytes.length / 1000) value--;
  return axes.lowestDb + value * axes.stepDb;
}

/** The highest frequency at which some moment is within a range of the loudest level, in hertz. @param {SpectrogramImage} image @param {number} [rangeDb] */
export function reachOf({ bytes, axes }, rangeDb = 60) {
  const threshold = byteOf(axes, loudestOf({ bytes, axes }) - rangeDb);
  for (let row = 0; row < axes.height; row++) {
    for (let column = 0; column < axes.width; column++) {
      if (bytes[row * axes.width + column] > threshold) return axes.high - ((axes.high - axes.low) * row) / axes.height;
    }
  }
  return axes.low;
}

/**
 * Mean difference and mean size of difference in equal parts of the band, the lowest first.
 * @param {SpectrogramImage} image a difference @param {number} [parts]
 * @returns {{ low: number, high: number, meanDb: number, sizeDb: number }[]}
 */
export function bandsOf({ bytes, axes }, parts = 4) {
  return Array.from({ length: parts }, (_, part) => {
    const [first, last] = [Math.round((axes.height * (parts - 1 - part)) / parts), Math.round((axes.height * (parts - part)) / parts)];
    let [sum, size] = [0, 0];
    for (let i = first * axes.width; i < last * axes.width; i++) {
      const decibels = axes.lowestDb + bytes[i] * axes.stepDb;
      sum += decibels;
      size += Math.abs(decibels);
    }
    const count = Math.max(1, (last - first) * axes.width);
    const width = (axes.high - axes.low) / parts;
    return { low: axes.low + part * width, high: axes.low + (part + 1) * width, meanDb: sum / count, sizeDb: size / count };
  });
}

/** The level at a place, in decibels. @param {SpectrogramImage} image @param {number} x @param {number} y shares from the left and top */
export function levelAt({ bytes, axes }, x, y) {
  const column = Math.min(axes.width - 1, Math.max(0, Math.floor(x * axes.width)));
  const row = Math.min(axes.height - 1, Math.max(0, Math.floor(y * axes.height)));
  return axes.lowestDb + bytes[row * axes.width + column] * axes.stepDb;
}

/** All cells as a table: a row a frequency, a column a moment. @param {SpectrogramImage} image @param {string} quantity such as `level_dbfs` */
export function csvOf({ bytes, axes }, quantity) {
  const lines = [`# ${quantity}; window ${axes.windowSeconds} s`, ["hertz\\seconds", ...Array.from({ length: axes.width }, (_, column) => (axes.from + ((column + 0.5) * (axes.to - axes.from)) / axes.width).toFixed(4))].join(",")];
  for (let row = 0; row < axes.height; row++) {
    const hertz = axes.high - ((row + 0.5) * (axes.high - axes.low)) / axes.height;
    lines.push([hertz.toFixed(1), ...Array.from(bytes.subarray(row * axes.width, (row + 1) * axes.width), (value) => axes.lowestDb + value * axes.stepDb)].join(","));
  }
  return `${lines.join("\n")}\n`;
}
