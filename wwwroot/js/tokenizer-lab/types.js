// @ts-check
// What /api/tokenizer-lab answers.

/** @typedef {{ id: string, title: string, colour: number }} SystemReference */
/** @typedef {{ settings: Record<string, number>, phrase: string, bitRate: number | null }} Option */
/** @typedef {{ id: string, title: string, description: string, colour: number, isBaseline: boolean, usable: boolean, problems: string[], options: Option[] }} LabSystem */

/** @typedef {{ total: number, queued: number, running: number, done: number, failed: number, cancelled: number, measured: number }} Progress */
/** @typedef {{ id: string, title: string, status: "queued" | "running" | "paused" | "done" | "cancelled", imported: boolean, datasetId: string, datasetName: string, createdAt: string, progress: Progress }} LabRun */
/**
 * @typedef {object} Condition
 * @property {string} id @property {SystemReference} system @property {string | null} version
 * @property {string} phrase settings in words @property {string} title system and settings
 * @property {number | null} bitRate @property {number | null} realTimeFactor
 * @property {number} done @property {number} failed @property {string | null} problem
 */
/**
 * @typedef {object} Metric
 * @property {string} id @property {string} title @property {string} group @property {string} unit
 * @property {"higher-is-better" | "lower-is-better" | "neutral"} direction
 * @property {string} version @property {string} source @property {string} blindTo @property {number | null} identity
 * @property {number} measured outputs with a value @property {number} refused outputs for which it is not valid @property {string[]} reasons
 */
/** @typedef {{ itemId: string, key: string, domain: string, seconds: number, recording: string | null, isSection: boolean }} Clip */
/** @typedef {{ used: number, utilisation: number, entropyBits: number, perplexity: number, efficiency: number, repeatRate: number | null }} Codebook */
/** @typedef {{ condition: string, domain: string | null, clips: number, codebookSize: number, frames: number, nominalBitRate: number, entropyBitRate: number, reachableUtilisation: number, codebooks: Codebook[] }} CodebookUse */
/** @typedef {{ run: LabRun, conditions: Condition[], domains: { name: string, clips: number }[], metrics: Metric[], clips: Clip[], outputs: { id: string, itemId: string, condition: string }[], codebookUse: CodebookUse[], codebookProblem: string | null }} Overview */

/**
 * @typedef {object} Point
 * @property {string} condition
 * @property {number | null} bitRate @property {number | null} lowestBitRate @property {number | null} highestBitRate
 * @property {number | null} mean @property {number | null} low @property {number | null} high
 * @property {number} n @property {number} exact @property {number} refused @property {string[]} reasons
 */
/** @typedef {{ domain: string | null, clips: number, sameClips: boolean, points: Point[] }} Panel */
/** @typedef {{ outputId: string, itemId: string, key: string, domain: string, condition: string, bitRate: number | null, value: number | null }} Worst */
/** @typedef {{ metric: Metric, panels: Panel[], worst: Worst[], worstOf: number }} MetricAnalysis */

/** @typedef {{ codebooks: number, frames: number, codes: number[][], codebookSize: number, frameRate: number, survival: number[] | null }} Tokens */
/** @typedef {{ outputId: string, condition: string, clip: string | null, bitRate: number | null, error: string | null, tokens: Tokens | null, values: Record<string, number | null>, refusals: Record<string, string> }} ItemOutput */
/** @typedef {{ itemId: string, key: string, domain: string, text: string | null, original: string, sampleRate: number, seconds: number, outputs: ItemOutput[] }} Item */

export {};
