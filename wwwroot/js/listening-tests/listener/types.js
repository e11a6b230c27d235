// @ts-check
/**
 * The listener's API as this page reads it.
 *
 * @typedef {"running" | "completed" | "screened-out" | "declined"} Outcome
 * @typedef {{ title: string, language: string, status: "draft" | "open" | "closed" | "full" | "expired", preview: boolean }} LinkInfo
 * @typedef {{ message: string, code?: string | null, redirect?: string | null }} Finish
 * @typedef {{ key: string, title: string, language: string, preview: boolean, position: number, pageCount: number, trialCount: number,
 *   canAddMore: boolean, outcome: Outcome, finish?: Finish | null, headphones?: HeadphoneResult | null, digits?: DigitsState | null }} Session
 * @typedef {{ number: number, count: number, passed?: boolean | null }} DigitsState `number`: of the triplet to hear next, from 1
 * @typedef {{ right: number, passed: boolean, attemptsLeft: number }} HeadphoneResult
 *
 * @typedef {{ name: string, label: string, type: "text" | "long-text" | "number" | "choice", optional?: boolean, minimum?: number | null, maximum?: number | null, choices?: string[] }} Field
 * @typedef {{ value: number, label: string }} Point
 * @typedef {{ id: string, question?: string, minimum: number, maximum: number, step: number, continuous: boolean, points: Point[] }} Scale
 * @typedef {{ shuffleStimuli?: boolean, loop?: boolean, waveform?: boolean, mustPlay?: "none" | "started" | "to-the-end", mustRate?: boolean, allowTie?: boolean, restartOnSwitch?: boolean, comment?: boolean }} TrialOptions
 * @typedef {"acr" | "dcr" | "ccr" | "mushra" | "ab" | "abx" | "bs1116" | "p835" | "likert" | "arena" | "transcription"} Design
 * @typedef {{ label: string, other?: string | null, scale: string, value?: number | null, text?: string | null }} GivenRating
 * @typedef {{ label: string, audio: string }} Clip
 * @typedef {{ design: Design, number: number, count: number, training: boolean, repeat?: boolean, question: string, options: TrialOptions,
 *   reference?: { audio: string } | null, stimuli: Clip[], x?: { audio: string } | null, scales: Scale[], ratings: GivenRating[], started?: string[], whole?: string[] }} TrialPage `started` and `whole`: labels heard in this session so far
 * @typedef {{ index: number, kind: "consent" | "text" | "questionnaire" | "volume" | "headphones" | "digits" | "trial", title: string, text: string, done: boolean,
 *   optional?: boolean, fields?: Field[], audio?: string, defaultVolume?: number, questions?: { audio: string }[], passMark?: number, attemptsLeft?: number,
 *   excludes?: boolean, digits?: DigitsState, trial?: TrialPage }} Page
 *
 * @typedef {GivenRating & { page: number, elapsedSeconds?: number, plays?: number, at?: string }} RatingBody
 * @typedef {{ page: number, answers: Record<string, unknown>, elapsedSeconds?: number }} ResponseBody
 * @typedef {{ type: string, page: number, label?: string, position?: number, at: string, details?: string }} ListenEvent
 */

/** The open reference and ABX's X among the clips of a page. */
export const referenceLabel = "reference";
export const xLabel = "X";
