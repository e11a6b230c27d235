// @ts-check
// What the API of runs returns.

/** @typedef {"recognition" | "synthesis" | "reconstruction"} RunKind */
/** @typedef {"queued" | "running" | "paused" | "done" | "cancelled"} RunStatus */
/** @typedef {{ total: number, queued: number, running: number, done: number, failed: number, cancelled: number, measured: number }} RunProgress */
/** @typedef {{ system: { id: string, title: string, colour: number }, settings: Record<string, unknown>, phrases: string[] }} Condition */
/** @typedef {{ cpu: string, cores: number, os: string, runtime: string, onnxRuntime: string, app: string }} Environment */
/** @typedef {{ conditions: { systemId: string, settings?: Record<string, unknown> }[], takes: number, sameSeed: boolean, metrics: string[], recognizer?: string | null, concurrency?: number | null }} Plan */
/** @typedef {{ id: string, title: string, kind: RunKind, status: RunStatus, dataset: { id: string, name: string, kind: "recordings" | "prompts", items: number }, plan: Plan, conditions: Condition[], environment: Environment | null, seed: number, imported: boolean, progress: RunProgress, secondsPerOutput: number | null, secondsLeft: number | null, createdAt: string, startedAt: string | null, finishedAt: string | null }} Run */
/** @typedef {{ id: string, position: number, condition: number, take: number, seed: number | null, status: string, item: { id: string, key: string, text: string | null, speaker: string | null, hasAudio: boolean, attributes: Record<string, string> }, text: string | null, hasAudio: boolean, audioSeconds: number | null, processingSeconds: number | null, realTimeFactor: number | null, bitRate: number | null, error: string | null, attempts: number, measurements: Record<string, number>, notMeasured: Record<string, string> }} RunOutput */
/** @typedef {{ total: number, offset: number, outputs: RunOutput[] }} OutputPage */
/** @typedef {{ condition: number, total: number, done: number, failed: number, audioSeconds: number | null, processingSeconds: number | null, realTimeFactor: number | null, firstResultSeconds: number | null, bitRate: number | null, metrics: Record<string, { count: number, value: number, mean: number, errors: number | null, referenceLength: number | null }> }} Summary */
/** @typedef {{ id: string, title: string, group: string, unit: string, direction: string, needs: string[] }} Metric */

/** Words for a run's state. @type {Record<RunStatus, readonly [words: string, tone: "good" | "warn" | "bad" | "accent" | undefined]>} */
export const statusWords = { queued: ["Waiting", undefined], running: ["Running", "accent"], paused: ["Paused", "warn"], done: ["Done", "good"], cancelled: ["Cancelled", "warn"] };

/** Words for what a run does. @type {Record<RunKind, string>} */
export const kindWords = { recognition: "Recognition", synthesis: "Synthesis", reconstruction: "Reconstruction" };

/** Where a run is analysed; null where only this page shows it. @param {Run} run */
export const laboratoryOf = (run) => (run.kind === "synthesis" ? `/synthesis-lab?run=${encodeURIComponent(run.id)}` : run.kind === "reconstruction" ? `/tokenizer-lab?run=${encodeURIComponent(run.id)}` : null);

/** A condition in words. @param {Condition} condition */
export const conditionWords = ({ system, phrases }) => [system.title, ...phrases].join(", ");
