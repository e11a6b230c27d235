// @ts-check
// What /api/recognizers answers.

/** @typedef {{ low: number, high: number }} Interval */
/** @typedef {{ correct: number, substitutions: number, deletions: number, insertions: number, referenceLength: number, errors: number, rate: number | null }} Counts */
/** @typedef {{ p50: number, p95: number, n: number }} Percentiles */
/**
 * @typedef {object} SystemRow
 * @property {string} id
 * @property {string} title
 * @property {number} colour
 * @property {string | null} whyNotRanked
 * @property {Counts} words
 * @property {number | null} wordErrorRate
 * @property {Interval | null} interval
 * @property {number | null} deliveredErrorRate
 * @property {number | null} characterErrorRate
 * @property {number | null} matchErrorRate
 * @property {number | null} informationLost
 * @property {number | null} sentenceErrorRate
 * @property {number | null} meanOfUtterances
 * @property {number} silentReferences
 * @property {number} silentInsertions
 * @property {number} done
 * @property {number} failed
 * @property {number} missing
 * @property {number} empty
 * @property {number | null} audioSeconds
 * @property {number | null} processingSeconds
 * @property {number | null} timesRealTime
 * @property {Percentiles | null} latency
 * @property {Percentiles | null} firstResult
 */
/** @typedef {{ rate: number, interval: Interval | null, isKing: boolean, p: number | null, isTied: boolean }} CrownCell */
/** @typedef {{ slice: string, utterances: number, words: number, cells: CrownCell[] }} CrownRow */
/** @typedef {{ meanRate: number[], meanRank: number[], relativeRate: number[] | null, agree: boolean }} Averages */
/** @typedef {{ shares: number[], canBeKing: boolean[], withoutSlice: number[], king: number }} Crowns */
/** @typedef {{ friedman: { statistic: number, p: number } | null, criticalDifference: number, slices: number, tooFew: boolean }} Nemenyi */
/** @typedef {{ slices: string[], words: number[], rates: number[][], averages: Averages, crowns: Crowns, nemenyi: Nemenyi }} Ranking */
/**
 * @typedef {object} PairRow
 * @property {number} first
 * @property {number} second
 * @property {number} difference
 * @property {Interval | null} interval
 * @property {number | null} p
 * @property {number | null} pHolm
 * @property {number} clusters
 * @property {number | null} matchedPairsZ
 * @property {number | null} matchedPairsP
 * @property {number} segments
 * @property {number} mcNemarP
 * @property {number | null} wilcoxonP
 * @property {number} signP
 * @property {number | null} moreSeconds
 * @property {number | null} timesAsMuch
 */
/** @typedef {{ king: number, tied: number[], behind: number[], leads: string[], shares: string[], loses: string[], share: number | null, averagesAgree: boolean | null, moreSeconds: number | null }} Verdict */
/** @typedef {{ perHour: number, perThousandMinutes: number, perThousandCorrectWords: number | null, surplus: number, currency: string, source: string, date: string | null }} Cost */
/**
 * @typedef {object} TradeOffSystem
 * @property {string} id
 * @property {string} title
 * @property {number} colour
 * @property {number | null} errorRate
 * @property {Interval | null} interval
 * @property {Percentiles | null} latency
 * @property {Cost | null} cost
 * @property {string | null} whyNoCost
 * @property {string[]} unknown
 * @property {string | null} beatenBy
 */
/** @typedef {{ criteria: string[], currency: string | null, systems: TradeOffSystem[] }} TradeOff */
/** @typedef {{ group: string | null, counts: Counts }} Stage */
/**
 * @typedef {object} Board
 * @property {{ id: string, name: string }[]} datasets
 * @property {string[]} slices
 * @property {string} slice
 * @property {string} normaliser
 * @property {string} alignment
 * @property {string} recipe
 * @property {string} application
 * @property {boolean} corrected
 * @property {number} correctedReferences
 * @property {number} items
 * @property {number} common
 * @property {number} leftOut
 * @property {number} words
 * @property {number | null} seconds
 * @property {Verdict | null} verdict
 * @property {SystemRow[]} systems
 * @property {CrownRow | null} overall
 * @property {CrownRow[]} map
 * @property {Ranking | null} ranking
 * @property {PairRow[]} pairs
 * @property {string | null} pairsNote
 * @property {{ system: number, stages: Stage[] }[]} waterfalls
 */
/** @typedef {{ operation: "correct" | "substitution" | "deletion" | "insertion" | null, text: string | null, start: number | null, end: number | null }} Cell */
/** @typedef {{ errors: number, words: number, text: string, cells: Cell[] }} Line */
/**
 * @typedef {object} Utterance
 * @property {string} id
 * @property {string} dataset
 * @property {string} key
 * @property {string | null} speaker
 * @property {boolean} hasAudio
 * @property {number | null} seconds
 * @property {string} referenceText
 * @property {(string | null)[]} reference
 * @property {Line[]} lines
 */
/** @typedef {{ total: number, offset: number, systems: { id: string, title: string, colour: number }[], utterances: Utterance[] }} UtterancePage */
/** @typedef {{ reference: string, hypothesis: string, count: number }} Confusion */
/** @typedef {{ system: string, substitutions: Confusion[], deletions: Confusion[], insertions: Confusion[] }} ConfusionsView */
/** @typedef {{ itemId: string, key: string, hasAudio: boolean, before: string, reference: string, heard: string, after: string, systems: string[], place: object | null, votes: { systems: number, reference: number, neither: number, corrects: boolean } | null }} AuditSpan */

/** @typedef {{ id: string, itemId: string, hasAudio: boolean, before: string, first: string, second: string, after: string }} AdjudicationTask */
/** @typedef {{ task: AdjudicationTask | null, judged: number, left: number }} AdjudicationState */
/** @typedef {{ said: number, recognized: number, invented: number, errorRate: number | null, precision: number | null }} TermCounts */
/** @typedef {{ terms: string[], systems: { id: string, title: string, colour: number, terms: TermCounts[], all: TermCounts, numbers: TermCounts }[] }} TermsView */

/** @typedef {{ value: number, interval: Interval | null, n: number }} Estimate */
/** @typedef {{ median: Estimate | null, p90: Estimate | null, missing: { reason: string, logs: number }[] }} StreamingTime */
/** @typedef {{ feed: "live" | "real-time" | "audio-clock" | "whole", logs: number, chunkSeconds: number[], speechBy: string[], firstPartial: StreamingTime, final: StreamingTime, flushed: number,
 *   ratio: { value: number, interval: Interval | null, clusters: number } | null, unstableWords: number, words: number, revisions: number, results: number }} Streaming */
/** @typedef {{ id: string, title: string, colour: number, streaming: Streaming | null, whyNot: string | null }} StreamingSystem */
/** @typedef {{ normaliser: string, items: number, leftOut: number, systems: StreamingSystem[] }} StreamingBoard */
/** @typedef {{ feed: string, firstPartial: number | null, whyNoFirstPartial: string | null, final: number | null, whyNoFinal: string | null, flushed: boolean, unstablePartialWordRatio: number | null, whyNoRatio: string | null,
 *   unstableWords: number, words: number, revisions: number, results: number, speech: { start: number, end: number, by: string } | null, normaliser: string }} StreamingScore */
/** @typedef {{ outputId: string, audioSeconds: number, chunkSeconds: number | null, score: StreamingScore, events: import("./streaming-log.js").LogEvent[] }} StreamingLog */
/** @typedef {{ id: string, dataset: string, key: string, hasAudio: boolean, seconds: number | null, referenceText: string, logs: (StreamingLog | null)[] }} StreamingItem */
/** @typedef {{ total: number, offset: number, systems: { id: string, title: string, colour: number }[], items: StreamingItem[] }} StreamingPage */

export {};
