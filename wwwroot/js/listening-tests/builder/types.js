// @ts-check
/**
 * A listening test as the owner's API gives it.
 *
 * @typedef {"acr" | "dcr" | "ccr" | "mushra" | "ab" | "abx" | "bs1116" | "p835" | "likert" | "arena" | "transcription"} Design
 * @typedef {"draft" | "open" | "closed"} TestStatus
 * @typedef {{ running: number, completed: number, screenedOut: number, declined: number }} SessionCounts
 * @typedef {{ severity: "error" | "warning", place: string, code: string, message: string, cure: string }} Problem
 * @typedef {{ severity: "info" | "warning" | "error", code: string, stimulus?: string, message: string, cure: string }} Finding
 * @typedef {{ id: string, role: string, sourceSampleRate?: number, sourceSeconds?: number, sourceLufs?: number, bandwidthHz?: number, delayMilliseconds?: number, gainDb: number, seconds?: number, lufs?: number, truePeakDb?: number }} StimulusFigures
 * @typedef {{ key: string, trial: string, item: string, clips: Record<string, string>, findings: Finding[], stimuli: StimulusFigures[] }} TrialRecord
 * @typedef {{ preparedAt: string, trials: TrialRecord[] }} Report
 * @typedef {{ id: string, title: string, role: "system" | "reference" | "anchor35" | "anchor70" }} Condition
 * @typedef {{ id: string, condition: string, role?: string, source?: string, clip?: string, transcript?: string, provenance?: Record<string, any> }} Stimulus
 * @typedef {{ value: number, label: string }} ScalePoint
 * @typedef {{ id: string, question?: string, minimum: number, maximum: number, step?: number, continuous?: boolean, points: ScalePoint[] }} Scale
 * @typedef {{ kind: "trap" | "gold", expected: number, tolerance?: number, scale?: string }} TrialCheck
 * @typedef {{ id: string, design: Design, item: string, title?: string, question?: string, scales?: Scale[], stimuli: Stimulus[], options?: Record<string, any>, check?: TrialCheck, group?: string }} Trial
 * @typedef {{ name: string, label: string, type: "text" | "long-text" | "number" | "choice", optional?: boolean, minimum?: number, maximum?: number, choices?: string[] }} QuestionnaireField
 * @typedef {{ kind: "consent" | "text" | "questionnaire" | "volume" | "headphones" | "digits" | "trials", title?: string, text?: string, optional?: boolean, fields?: QuestionnaireField[], defaultVolume?: number,
 *   questions?: number, passMark?: number, attempts?: number, excludes?: boolean, triplets?: number, passSrtDb?: number, clips?: Record<string, string>, voice?: string | null, training?: boolean, order?: string, perListener?: number | null, quota?: number | null, repeats?: number, trials?: Trial[] }} Section
 * @typedef {{ title: string, notes?: string, language: string, seed: number, conditions: Condition[], sections: Section[], finish?: Record<string, any>, preparation: Record<string, any>, rules?: Record<string, any> }} Definition
 * @typedef {{ id: string, lineage: string, version: number, title: string, status: TestStatus, hash?: string | null, definition: Definition, problems: Problem[], report?: Report | null,
 *   createdAt: string, changedAt: string, publishedAt?: string | null, closedAt?: string | null, sessions: SessionCounts }} Test
 * @typedef {{ id: string, lineage: string, version: number, title: string, status: TestStatus, designs: Design[], conditions: number, trials: number, createdAt: string, changedAt: string, publishedAt?: string | null, sessions: SessionCounts }} TestSummary
 * @typedef {{ state: "none" | "queued" | "running" | "done" | "cancelled" | "failed", done: number, total: number, message?: string | null }} Preparation
 * @typedef {{ token: string, path: string, label: string, preview: boolean, maximumSessions?: number | null, createdAt: string, expiresAt?: string | null, revokedAt?: string | null, works: boolean }} Link
 */
export {};
