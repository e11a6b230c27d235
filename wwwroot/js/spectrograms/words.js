// @ts-check
// Spectrograms in words, for those who do not see them and beside those who do.
import { number } from "../ui/format.js";
import { bandsOf, loudestOf, reachOf } from "./image.js";

/** "850 Hz", "3.5 kHz". @param {number} hertz */
export const frequency = (hertz) => (hertz < 1000 ? `${Math.round(hertz)}\u202fHz` : `${number(hertz / 1000, hertz % 1000 === 0 || hertz >= 20_000 ? 0 : 1)}\u202fkHz`);

/** "+3 dB", "−12 dB". @param {number} decibels @param {number} [digits] */
export const signedDb = (decibels, digits = 0) => {
  const words = number(Math.abs(decibels), digits);
  return `${Number(words) === 0 ? "" : decibels > 0 ? "+" : "−"}${words}\u202fdB`;
};

/** Decimals that tell an axis' ticks apart, 0..3. @param {import("../plots/axis.js").Axis} axis */
export function digitsOf({ low, high, ticks }) {
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : high - low;
  return Math.min(3, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
}

/** What part is shown. @param {import("./view.js").View} view */
export const viewInWords = (view) => `${number(view.from, 2)} to ${number(view.to, 2)}\u202fs, ${frequency(view.low)} to ${frequency(view.high)}`;

/** @param {import("./image.js").SpectrogramImage} image */
export function levelsInWords(image) {
  const loudest = loudestOf(image);
  return loudest <= -119 ? "Silent." : `Loudest ${signedDb(loudest)}FS; within 60\u202fdB of that up to ${frequency(reachOf(image))}.`;
}

/** @param {import("./image.js").SpectrogramImage} image a difference */
export function differenceInWords(image) {
  const bands = bandsOf(image);
  if (bands.every((band) => band.sizeDb < 0.25)) return "No difference.";
  return `On average ${bands.map((band) => `${signedDb(band.meanDb, 1)} (size ${number(band.sizeDb, 1)}) at ${frequency(band.low)}–${frequency(band.high)}`).join("; ")}.`;
}
