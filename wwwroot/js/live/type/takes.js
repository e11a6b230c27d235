// @ts-check

/**
 * What the server is asked to synthesise: each chosen system once, a seeded one as often as takes are asked for.
 * @param {string[]} chosen ids
 * @param {import("../types.js").System[]} systems
 * @param {{ seed: number, takes: number, rate: number, temperature: number }} settings
 * @returns {{ system: string, seed: number, rate: number, temperature?: number }[]}
 */
export function requestedTakes(chosen, systems, { seed, takes, rate, temperature }) {
  return chosen.flatMap((system) => {
    const seeded = systems.find((each) => each.id === system)?.traits?.seeded === true;
    return Array.from({ length: seeded ? takes : 1 }, (_, take) => ({ system, seed: seed + take, rate, ...(seeded ? { temperature } : {}) }));
  });
}

/** Most clips of one trial. */
export const mostTakes = 8;

/** Longest text that the server takes. */
const longestText = 20_000;

/** Why a text cannot be spoken, or null. @param {string} text */
export function textProblem(text) {
  if (text.trim() === "") return "Type what shall be spoken.";
  if (text.length > longestText) return `The text has ${text.length.toLocaleString("en-GB")} characters; at most ${longestText.toLocaleString("en-GB")} can be spoken at once. Shorten it.`;
  return null;
}
