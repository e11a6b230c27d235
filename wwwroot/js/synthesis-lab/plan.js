// @ts-check
// From the form's choices to the plan of a run.

/** @typedef {import("../live/types.js").System} System */

/** Most conditions of a run that the page makes. */
export const mostConditions = 64;

/**
 * Numbers of a list such as "0.3, 0.7 1".
 * @param {string} text @param {{ name: string, low: number, high: number }} range
 * @returns {{ values: number[], problem: string | null }}
 */
export function numbersOf(text, { name, low, high }) {
  const parts = text.split(/[\s,;]+/u).filter(Boolean);
  const values = [...new Set(parts.map(Number))];
  const wrong = parts.find((part) => !Number.isFinite(Number(part)) || Number(part) < low || Number(part) > high);
  if (wrong !== undefined) return { values: [], problem: `“${wrong}” is no ${name}: write numbers from ${low} to ${high}, such as ${low === 0 ? "0.3, 0.7, 1" : "0.8, 1, 1.2"}.` };
  return { values, problem: null };
}

/**
 * Every chosen system under every setting. Systems that do not sample have no temperature.
 * @param {string[]} chosen @param {System[]} systems @param {number[]} temperatures @param {number[]} rates
 * @returns {{ systemId: string, settings: Record<string, number> }[]}
 */
export function conditionsOf(chosen, systems, temperatures, rates) {
  return chosen.flatMap((systemId) => {
    const samples = systems.find(({ id }) => id === systemId)?.traits?.seeded === true;
    const degrees = samples && temperatures.length > 0 ? temperatures : [null];
    return degrees.flatMap((temperature) => (rates.length > 0 ? rates : [1]).map((rate) => ({
      systemId, settings: { ...(rate === 1 ? {} : { rate }), ...(temperature === null ? {} : { temperature }) },
    })));
  });
}

/**
 * Prompts typed one a line. Empty lines are left out; "key | text" gives a key of one's own.
 * @param {string} text
 * @returns {{ key: string, text: string }[]}
 */
export function promptsOf(text) {
  /** @type {Set<string>} */
  const taken = new Set();
  return text.split(/\r?\n/u).map((line) => line.trim()).filter(Boolean).map((line, index) => {
    const cut = line.indexOf("|");
    const own = cut > 0 ? line.slice(0, cut).trim() : "";
    let key = own || String(index + 1).padStart(2, "0");
    for (let copy = 2; taken.has(key); copy++) key = `${own || String(index + 1).padStart(2, "0")}-${copy}`;
    taken.add(key);
    return { key, text: cut > 0 ? line.slice(cut + 1).trim() : line };
  }).filter(({ text: said }) => said !== "");
}

/**
 * How long a run will take, from how fast the same systems spoke before.
 * @param {{ systemId: string, settings: Record<string, number> }[]} conditions @param {number} takes each prompt's takes @param {number} characters of all prompts
 * @param {{ systemId: string, secondsPerCharacter: number }[]} paces
 * @returns {number | null} seconds; null while a system has not spoken yet
 */
export function estimatedSeconds(conditions, takes, characters, paces) {
  let seconds = 0;
  for (const { systemId, settings } of conditions) {
    const pace = paces.find((each) => each.systemId === systemId);
    if (!pace) return null;
    seconds += (pace.secondsPerCharacter * characters * takes) / (settings.rate ?? 1);
  }
  return seconds;
}
