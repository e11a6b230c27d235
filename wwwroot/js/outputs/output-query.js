// @ts-check
// What the list shows, in the address: so that a search can be linked and gone back to.

/** @typedef {{ kind: string, system: string, search: string, all: boolean }} OutputFilters `all`: also outputs that nobody kept. */

/**
 * An output as the API lists it.
 * @typedef {object} Output
 * @property {string} id @property {string | null} [trialId] @property {string | null} [runId] @property {string} createdAt
 * @property {{ id: string, title: string, colour: number }} system
 * @property {"recognizer" | "synthesizer" | "tokenizer"} kind
 * @property {string | null} [prompt] @property {string | null} [reference] @property {string | null} [clipName] @property {string | null} [text]
 * @property {boolean} hasAudio @property {number | null} [seconds] @property {number | null} [realTimeFactor]
 * @property {boolean} kept @property {Record<string, unknown> | null} [settings]
 */

export const kinds = /** @type {const} */ ([["recognizer", "Recognizers"], ["synthesizer", "Synthesizers"], ["tokenizer", "Tokenizers"]]);

/** @param {string} search @returns {OutputFilters} */
export function readOutputFilters(search) {
  const query = new URLSearchParams(search);
  const kind = query.get("kind") ?? "";
  return { kind: kinds.some(([id]) => id === kind) ? kind : "", system: query.get("system") ?? "", search: query.get("search") ?? "", all: query.get("show") === "all" };
}

/** @param {OutputFilters} filters */
export function writeOutputFilters({ kind, system, search, all }) {
  const query = new URLSearchParams({ ...(kind && { kind }), ...(system && { system }), ...(search && { search }), ...(all && { show: "all" }) }).toString();
  return query && `?${query}`;
}

/** The API address of a page of outputs. @param {OutputFilters} filters @param {string} [before] where the page before ended */
export function outputsAddress({ kind, system, search, all }, before) {
  const query = new URLSearchParams({ ...(kind && { kind }), ...(system && { system }), ...(search.trim() && { search: search.trim() }), ...(!all && { kept: "true" }), ...(before && { before }), limit: "30" });
  return `/api/outputs?${query}`;
}

/** What an output answers, in a line. @param {Output} output */
export function askedOf(output) {
  if (output.prompt) return { term: "Text", words: output.prompt };
  if (output.reference) return { term: "Reference", words: output.reference };
  if (output.clipName) return { term: "Recording", words: output.clipName };
  return { term: "Recording", words: "microphone, not kept" };
}

/** Settings in words, without those that say nothing. @param {Output} output */
export function settingsInWords(output) {
  return Object.entries(output.settings ?? {}).flatMap(([name, value]) => {
    if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return [];
    const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
    return [Array.isArray(value) ? `${words}: ${value.length}` : typeof value === "object" ? words : `${words} ${value}`];
  }).join(" · ");
}
