// @ts-check
// What GET /api/comparisons/{kind} returns.

/** @typedef {{ mean: number, low: number | null, high: number | null, n: number, listeners: number }} MeanOpinion */
/** @typedef {{ median: number, q1: number, q3: number, low: number, high: number, mean: number, meanLow: number | null, meanHigh: number | null, n: number, listeners?: number, outliers: number[] }} MushraBox */
/** @typedef {{ value: number, low: number | null, high: number | null, n: number, words: number }} ErrorRate */
/** @typedef {{ median: number, low: number | null, high: number | null, n: number }} Typical */

/**
 * @typedef {object} ComparedSystem
 * @property {string} id
 * @property {string} title
 * @property {number} colour Place in the palette, 0..63; −1 for reference and anchors.
 * @property {string | null} [systemId] The system whose row this is; null for reference and anchors.
 * @property {number | null} [bytes]
 * @property {"system" | "reference" | "anchor35" | "anchor70"} [role]
 * @property {MeanOpinion | null} [mos]
 * @property {MushraBox | null} [mushra]
 * @property {ErrorRate | null} [wer]
 * @property {ErrorRate | null} [cer]
 * @property {Typical | null} [realTimeFactor]
 * @property {Typical | null} [delay]
 * @property {Typical | null} [bitRate]
 */

/** @typedef {{ a: string, b: string, winsA: number, winsB: number, ties: number, n: number, share: number | null, low: number | null, high: number | null, pValue: number | null }} Preference */

/**
 * @typedef {object} Comparison
 * @property {import("./filters.js").Kind} kind
 * @property {{ listeners: string[], sources: string[] }} filters
 * @property {import("./evidence.js").Counts} counts
 * @property {ComparedSystem[]} systems
 * @property {Preference[]} preferences
 * @property {Record<string, unknown>} recipe
 */

export {};
