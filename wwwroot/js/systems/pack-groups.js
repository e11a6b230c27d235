// @ts-check
// Packs as the page shows them, by task.

/** @typedef {"ready" | "broken" | "unavailable"} Status */

/**
 * @typedef {object} Pack
 * @property {string} id @property {string} version @property {string} title @property {string} description
 * @property {string} task @property {string} family @property {string[]} languages @property {string} licence
 * @property {number} bytes @property {Status} status @property {string[]} problems
 * @property {{ passed: boolean, message: string, realTimeFactor: number } | null} selfTest
 * @property {boolean} hasCard
 */

/**
 * @typedef {object} System
 * @property {string} id @property {string} packId @property {string} kind @property {string} family @property {string} title @property {string} description
 * @property {Status} status @property {string[]} problems @property {Record<string, unknown> | null} settings
 * @property {number} bytes @property {number} colour
 * @property {{ sampleRate?: number | null, lookAheadSeconds?: number | null, streaming?: boolean | null, codebooks?: number | null, codebookSize?: number | null, frameRate?: number | null }} traits
 */

const tasks = [
  ["recognizer", "Recognizers", "Speech in, text out."],
  ["synthesizer", "Synthesizers", "Text in, speech out."],
  ["tokenizer", "Tokenizers", "Audio in, tokens out and back."],
];

/** What the page says of each state. @type {Record<Status, { tone: "good" | "warn" | "bad", words: string }>} */
export const statuses = {
  ready: { tone: "good", words: "Ready" },
  unavailable: { tone: "warn", words: "Program not installed" },
  broken: { tone: "bad", words: "Broken" },
};

/** Broken packs come first, since they need somebody; then models, then wrapped programs, last those without their program. @param {Pack} pack */
const place = (pack) => (pack.status === "broken" ? 0 : pack.status === "unavailable" ? 3 : pack.family === "command" ? 2 : 1);

/**
 * Packs by task, in a fixed order of tasks; within a task by what they need of the reader, else as they came.
 * @param {Pack[]} packs
 * @returns {{ task: string, title: string, note: string, packs: Pack[] }[]}
 */
export function groupPacks(packs) {
  const known = tasks.map(([task]) => task);
  const groups = tasks.map(([task, title, note]) => ({ task, title, note, packs: packs.filter((pack) => pack.task === task) }));
  groups.push({ task: "other", title: "Other models", note: "Used by the pages themselves, such as voice activity and quality.", packs: packs.filter((pack) => !known.includes(pack.task)) });
  return groups.filter((group) => group.packs.length > 0)
    .map((group) => ({ ...group, packs: [...group.packs].sort((a, b) => place(a) - place(b)) }));
}

/** One sentence on the state of all packs. @param {Pack[]} packs */
export function packsInWords(packs) {
  const count = (/** @type {Status} */ status) => packs.filter((pack) => pack.status === status).length;
  const [ready, broken, missing] = [count("ready"), count("broken"), count("unavailable")];
  const parts = [`${ready} of ${packs.length} packs ready`];
  if (missing) parts.push(`${missing} waiting for a program that is not installed`);
  if (broken) parts.push(`${broken} broken`);
  return `${parts.join(", ")}.`;
}

/** Whether a ready pack's self test has still to tell. @param {Pack[]} packs */
export const isTesting = (packs) => packs.some((pack) => pack.status === "ready" && pack.selfTest === null);

/** Ready systems of a kind, models before wrapped programs. @param {System[]} systems @param {string} kind */
export function readySystems(systems, kind) {
  const ready = systems.filter((system) => system.kind === kind && system.status === "ready");
  return [...ready.filter(({ family }) => family !== "command"), ...ready.filter(({ family }) => family === "command")];
}

/** A system's settings and traits as "name value" pairs. @param {System} system */
export function systemFacts(system) {
  const { traits } = system;
  /** @type {string[]} */
  const facts = [];
  if (traits.sampleRate) facts.push(`${traits.sampleRate / 1000} kHz`);
  if (traits.streaming) facts.push("streaming");
  if (traits.lookAheadSeconds) facts.push(`looks ahead ${Math.round(traits.lookAheadSeconds * 1000)} ms`);
  if (traits.codebooks && traits.codebookSize) facts.push(`1 to ${traits.codebooks} codebooks of ${traits.codebookSize}`);
  if (traits.frameRate) facts.push(`${traits.frameRate} frames a second`);
  for (const [name, value] of Object.entries(system.settings ?? {})) {
    const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
    if (Array.isArray(value)) facts.push(`${words}: ${value.length}`);
    else if (value !== null && typeof value !== "object" && value !== name) facts.push(`${words} ${value}`);
  }
  return facts;
}
