// @ts-check
// What the API of the synthesis laboratory returns.

/** @typedef {{ value: number, low: number | null, high: number | null, prompts: number }} PromptEstimate */
/** @typedef {{ low: number, high: number }} Interval */
/** @typedef {{ rate: number, interval: Interval, failed: number, takes: number }} FailureRate */
/** @typedef {{ condition: string, metric: string, mean: PromptEstimate, within: PromptEstimate | null, between: number | null, icc: number | null, iccLow: number | null, iccHigh: number | null, prompts: number, takes: number }} MetricSpread */
/** @typedef {{ condition: string, all: FailureRate, byPrompt: PromptEstimate, kinds: { kind: string, rate: FailureRate }[] }} FailureSummary */
/** @typedef {{ k: number, anyPasses: PromptEstimate, allPass: PromptEstimate }} SuccessPoint */
/** @typedef {{ condition: string, metric: string, takes: number, best: number, typical: number, worst: number, bias: PromptEstimate }} DemoBias */
/** @typedef {{ largestDifference: number, snrDb: number | null, lengthDifference: number }} WaveformDifference */
/** @typedef {{ prompt: string, seed: number, first: string, second: string, sameBits: boolean, waveform: WaveformDifference | null }} RepeatedPair */
/** @typedef {{ condition: string, pairs: number, sameBits: number, sameLength: number, largestDifference: number | null, lowestSnrDb: number | null, metrics: { metric: string, largest: number, mean: number, pairs: number }[], details: RepeatedPair[] }} Determinism */
/** @typedef {{ p5: number, median: number, p95: number, medianLow: number | null, medianHigh: number | null, n: number }} Percentiles */
/** @typedef {{ condition: string, realTimeFactor: Percentiles, timesRealTime: Percentiles, firstAudioSeconds: Percentiles | null, processingSeconds: Percentiles, audioSeconds: Percentiles, totalProcessingSeconds: number, totalAudioSeconds: number }} Speed */
/** @typedef {{ prompt: string, condition: string, takes: number, failed: number, failures: string[], best: string | null, typical: string | null, worst: string | null, bestValue: number | null, typicalValue: number | null, worstValue: number | null }} Cell */

/**
 * @typedef {object} Analysis
 * @property {number} takes @property {number} repetitions
 * @property {MetricSpread[]} spread
 * @property {FailureSummary[]} failures
 * @property {{ condition: string, points: SuccessPoint[] }[]} success
 * @property {DemoBias[]} demoBias
 * @property {Determinism[]} determinism
 * @property {Speed[]} speed
 * @property {Cell[]} cells
 * @property {string} intervalRecipe
 */

/** @typedef {{ id: string, title: string, systemId: string, settings: string, colour: number, version: string | null }} LabCondition */
/** @typedef {{ key: string, text: string | null, speaker: string | null, attributes: Record<string, string> }} LabPrompt */
/** @typedef {{ id: string, title: string, unit: string, direction: "higher-is-better" | "lower-is-better" | "neutral", version: string, recipe: string }} LabMetric */
/** @typedef {{ id: string, title: string, note: string }} FailureKind */

/**
 * @typedef {object} LabView
 * @property {{ id: string, title: string, status: string, imported: boolean, dataset: string, takes: number, recognizer: string | null, outputs: number, left: number }} run
 * @property {LabCondition[]} conditions
 * @property {LabPrompt[]} prompts
 * @property {LabMetric[]} metrics
 * @property {string | null} ranking id of the metric that ranks takes
 * @property {FailureKind[]} failureKinds
 * @property {Analysis} analysis
 * @property {string[]} exports
 * @property {string} application
 */

/**
 * @typedef {object} LabTake
 * @property {string} id @property {number} take @property {number | null} seed @property {boolean} repeats
 * @property {string | null} clip SHA-256
 * @property {string | null} heard What the recognizer wrote down.
 * @property {string | null} error
 * @property {number | null} audioSeconds @property {number | null} processingSeconds @property {number | null} firstAudioSeconds
 * @property {Record<string, number>} measurements
 * @property {Record<string, string>} notMeasured Reasons by metric.
 * @property {{ kind: string, reason: string }[]} failures
 * @property {"best" | "typical" | "worst" | null} place
 */

/** @typedef {{ prompt: LabPrompt, condition: string, takes: LabTake[] }} CellView */

export {};
