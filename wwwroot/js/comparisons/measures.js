// @ts-check
// The numbers a system can have: how each is read, written, ordered and explained. Table and plots share them.
import { bitRate, bytes, milliseconds, number, percent, plural, realTimeFactor } from "../ui/format.js";

/** @typedef {import("./types.js").ComparedSystem} ComparedSystem */

/**
 * @typedef {object} Measure
 * @property {string} id
 * @property {string} title Of the column.
 * @property {string} unit What the number is, for the column's tooltip.
 * @property {boolean} higherIsBetter
 * @property {(system: ComparedSystem) => number | null} value What rows are ordered by.
 * @property {(system: ComparedSystem) => string} main
 * @property {(system: ComparedSystem) => string} detail Interval and n; empty where there is none.
 */

/** "3.10–3.92", or "no interval". @param {number | null | undefined} low @param {number | null | undefined} high @param {(value: number) => string} write */
function range(low, high, write) {
  return low == null || high == null ? "no interval" : `${write(low)}–${write(high)}`;
}

/** A share without its sign, for the first half of a range. @param {number} share */
const points = (share) => number(share * 100, 1);

/**
 * A measure with median and interval.
 * @param {"realTimeFactor" | "delay"} key @param {string} title @param {string} unit
 * @param {(value: number) => string} write @param {(value: number) => string} bare the same without its unit
 * @returns {Measure}
 */
const typical = (key, title, unit, write, bare) => ({
  id: key, title, unit, higherIsBetter: false,
  value: (system) => system[key]?.median ?? null,
  main: (system) => (system[key] ? write(system[key].median) : ""),
  detail: (system) => (system[key] ? `${range(system[key].low, system[key].high, bare)} · n = ${system[key].n}` : ""),
});

/**
 * @param {"wer" | "cer"} key @param {string} title @param {string} unit
 * @returns {Measure}
 */
const errorRate = (key, title, unit) => ({
  id: key, title, unit, higherIsBetter: false,
  value: (system) => system[key]?.value ?? null,
  main: (system) => (system[key] ? percent(system[key].value) : ""),
  detail: (system) => (system[key] ? `${range(system[key].low, system[key].high, points)} · ${plural(system[key].n, "recording")}${key === "wer" ? `, ${plural(system[key].words, "word")}` : ""}` : ""),
});

/** @type {Record<"mos" | "mushra" | "wer" | "cer" | "realTimeFactor" | "delay" | "bitRate" | "bytes", Measure>} */
export const measures = {
  mos: {
    id: "mos", title: "Mean opinion", unit: "mean of 1 to 5, 95 % t interval, n ratings", higherIsBetter: true,
    value: ({ mos }) => mos?.mean ?? null,
    main: ({ mos }) => (mos ? number(mos.mean, 2) : ""),
    detail: ({ mos }) => (mos ? `${range(mos.low, mos.high, (value) => number(value, 2))} · n = ${mos.n}` : ""),
  },
  mushra: {
    id: "mushra", title: "MUSHRA", unit: "median of 0 to 100, quartiles, n ratings", higherIsBetter: true,
    value: ({ mushra }) => mushra?.median ?? null,
    main: ({ mushra }) => (mushra ? number(mushra.median, 0) : ""),
    detail: ({ mushra }) => (mushra ? `${range(mushra.q1, mushra.q3, (value) => number(value, 0))} · mean ${number(mushra.mean, 0)} · n = ${mushra.n}` : ""),
  },
  wer: errorRate("wer", "Word errors", "share of reference words, 95 % bootstrap interval"),
  cer: errorRate("cer", "Character errors", "share of reference characters, 95 % bootstrap interval"),
  realTimeFactor: typical("realTimeFactor", "Real-time factor", "processing time through audio time, median", realTimeFactor, (value) => realTimeFactor(value).replace("×", "")),
  delay: typical("delay", "Delay", "how far results lag behind the voice, median", milliseconds, (value) => number(value * 1000, 0)),
  bitRate: {
    id: "bitRate", title: "Bit rate", unit: "of the tokens", higherIsBetter: false,
    value: (system) => system.bitRate?.median ?? null,
    main: (system) => (system.bitRate ? bitRate(system.bitRate.median) : ""),
    detail: () => "",
  },
  bytes: {
    id: "bytes", title: "Size", unit: "of the files that the system uses", higherIsBetter: false,
    value: (system) => system.bytes || null,
    main: (system) => (system.bytes ? bytes(system.bytes) : ""),
    detail: () => "",
  },
};

/** The table's columns for each kind. @type {Record<import("./filters.js").Kind, Measure[]>} */
export const columns = {
  recognizer: [measures.wer, measures.cer, measures.delay, measures.realTimeFactor, measures.bytes],
  synthesizer: [measures.mos, measures.mushra, measures.realTimeFactor, measures.bytes],
  tokenizer: [measures.mushra, measures.mos, measures.bitRate, measures.realTimeFactor, measures.bytes],
};

/** Rows ordered by a measure, best first or last; rows without the number come last in any case.
 * @param {ComparedSystem[]} systems @param {Measure} measure @param {boolean} bestFirst */
export function ordered(systems, measure, bestFirst) {
  const sign = measure.higherIsBetter === bestFirst ? -1 : 1;
  return [...systems].sort((a, b) => {
    const [first, second] = [measure.value(a), measure.value(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return sign * (first - second);
  });
}
