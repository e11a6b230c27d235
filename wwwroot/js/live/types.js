// @ts-check
import { systemProperty } from "../ui/system-mark.js";

/**
 * What the server answers on the live bench (JSON over HTTP).
 *
 * @typedef {{ sampleRate?: number | null, lookAheadSeconds?: number | null, streaming?: boolean | null, acceptsWordLists?: boolean | null, seeded?: boolean | null, codebooks?: number | null, codebookSize?: number | null, frameRate?: number | null }} Traits
 * @typedef {{ id: string, packId: string, kind: "recognizer" | "synthesizer" | "tokenizer", family: string, title: string, description: string, languages: string[], status: string, problems: string[], traits: Traits, colour: number }} System
 * @typedef {{ id: string, title: string, words: string[] }} WordList
 * @typedef {{ wer: number | null, cer: number | null, substitutions: number, deletions: number, insertions: number, referenceWords: number, alignment: import("./speak/alignment.js").AlignmentStep[] }} Score
 * @typedef {{ id: string, title: string, colour: number, role: "system" | "reference" | "anchor35" | "anchor70" }} StimulusSystem
 * @typedef {{ codebooks: number, frames: number, codes: number[][] | null }} Tokens
 * @typedef {{ label: string, status: "queued" | "running" | "done" | "failed" | "cancelled", progress?: number, progressText?: string | null, error?: string | null, outputId?: string | null, kept?: boolean,
 *   seconds?: number | null, processingSeconds?: number | null, realTimeFactor?: number | null, firstAudioSeconds?: number | null, delaySeconds?: number | null, bitRate?: number | null, text?: string | null, streaming?: import("../recognizers/types.js").StreamingScore | null,
 *   tokens?: Tokens | null, score?: Score | null, system?: StimulusSystem | null, settings?: Record<string, unknown> | null }} Stimulus
 * @typedef {{ stimulus: string, scale: "acr" | "mushra" | "preference", value: number, other?: string | null }} GivenRating
 * @typedef {{ id: string, kind: "recognition" | "synthesis" | "reconstruction", blind: boolean, revealed: boolean, createdAt: string, text?: string | null, reference?: string | null, clip?: string | null, source?: string | null,
 *   seconds?: number | null, status: "running" | "done" | "cancelled", stimuli: Stimulus[], ratings: GivenRating[] }} LiveTrial
 */

/** Whether names, colours and figures must stay hidden. @param {Pick<LiveTrial, "blind" | "revealed">} trial */
export const isHidden = (trial) => trial.blind && !trial.revealed;

/** The custom property of a stimulus' colour; grey while blind. @param {Stimulus} stimulus */
export const stimulusColour = (stimulus) => systemProperty(stimulus.system?.role === "system" ? stimulus.system.colour : -1);
