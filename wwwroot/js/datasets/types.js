// @ts-check
// What the API of datasets returns.

/** @typedef {"recordings" | "prompts"} DatasetKind */
/** @typedef {{ id: string, name: string, kind: DatasetKind, description: string, createdAt: string, items: number, texts: number, seconds: number | null, runs: number }} Dataset */
/** @typedef {{ place: string, message: string }} Problem */
/** @typedef {{ key: string, file: string | null, start: number | null, end: number | null, seconds: number | null, text: string | null, language: string | null, speaker: string | null, attributes: Record<string, string> }} PlannedItem */
/** @typedef {{ kind: DatasetKind, format: string, items: number, texts: number, seconds: number | null, attributes: { name: string, items: number, values: string[] }[], first: PlannedItem[], problems: Problem[], moreProblems: number, notes: string[] }} Preview */
/** @typedef {{ id: string, key: string, position: number, hasAudio: boolean, clipName: string | null, start: number | null, end: number | null, seconds: number | null, text: string | null, language: string | null, speaker: string | null, attributes: Record<string, string> }} Item */
/** @typedef {{ total: number, offset: number, items: Item[] }} ItemPage */
/** @typedef {{ id: string, title: string, description: string, prompts: number, first: string }} PromptList */

export {};
