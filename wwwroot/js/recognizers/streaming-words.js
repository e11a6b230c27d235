// @ts-check
import { milliseconds, number, plural, seconds, withInterval } from "../ui/format.js";

/** @typedef {import("./types.js").StreamingTime} Time */

/** @type {Record<string, string>} */
const feeds = {
  live: "live, as it was spoken",
  "real-time": "recordings at the pace of speech",
  "audio-clock": "recordings as fast as possible, times on the clock of the audio",
  whole: "recordings sent whole at their end, answers piece by piece",
};

/** How audio was fed. @param {string} feed */
export const feedName = (feed) => feeds[feed] ?? feed;

/** What a feed's times are. @param {string} feed */
export const feedNote = (feed) => ({
  live: "Times by the server's clock while people spoke.",
  "real-time": "Each piece came when its last sample would have been spoken; times by the clock, waiting for the processor included.",
  "audio-clock": "Each piece counts as coming when its last sample would have been spoken; what computing took is measured and added. Waiting for the processor is not in it.",
  whole: "The whole recording counts as sent when it would have been spoken to its end: no words can come before.",
})[feed] ?? "";

/** "420 [380, 510] ms". @param {import("./types.js").Estimate | null} estimate */
export const timeWith = (estimate) => (estimate ? `${withInterval(estimate.value, estimate.interval?.low, estimate.interval?.high, (value) => number(value * 1000, 0))}\u202fms` : "–");

/** What lacks a time, and why. @param {Time} time */
export const missing = (time) => time.missing.map(({ reason, logs }) => `${plural(logs, "recording")}: ${reason}`).join("; ");

/** "0.25 [0.1, 0.4]". @param {import("./types.js").Streaming} streaming */
export const ratioWith = ({ ratio }) => (ratio ? withInterval(ratio.value, ratio.interval?.low, ratio.interval?.high, (value) => number(value, 3)) : "–");

/** A time of one recording, or why there is none. @param {number | null} value @param {string | null} whyNot */
export const timeOr = (value, whyNot) => (value === null ? `none: ${whyNot}` : milliseconds(value));

/** Chunks and detector in words. @param {import("./types.js").Streaming} streaming */
export const howFed = ({ chunkSeconds, speechBy }) => [
  chunkSeconds.length > 0 ? `Pieces of ${chunkSeconds.map((length) => milliseconds(length)).join(", ")}` : "Pieces of no fixed length",
  speechBy.length > 0 ? `speech found by ${speechBy.join(", ")}` : "where speech is was not found",
].join(", ");

/** @param {{ start: number, end: number, by: string } | null} speech */
export const speechWords = (speech) => (speech ? `speech from ${seconds(speech.start)} to ${seconds(speech.end)} (${speech.by})` : "where speech is, is not known");
