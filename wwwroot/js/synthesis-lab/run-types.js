// @ts-check
// What the API of runs returns, as far as the laboratory reads it.

/** @typedef {{ total: number, done: number, failed: number, cancelled: number, running: number, queued: number, measured: number }} Progress */
/** @typedef {"queued" | "running" | "paused" | "done" | "cancelled"} Status */
/** @typedef {{ id: string, title: string, kind: string, status: Status, imported: boolean, dataset: { id: string, name: string, kind: string, items: number }, plan: any, progress: Progress, secondsPerOutput: number | null, secondsLeft: number | null, createdAt: string }} Run */
/** @typedef {{ id: string, name: string, kind: "recordings" | "prompts", description: string, items: number }} Dataset */

/** Words for a run's state. @type {Record<Status, readonly [words: string, tone: "good" | "warn" | "bad" | "accent" | undefined]>} */
export const statusWords = { queued: ["Waiting", undefined], running: ["Running", "accent"], paused: ["Paused", "warn"], done: ["Done", "good"], cancelled: ["Cancelled", "warn"] };
