// @ts-check
// From the choices of the form to what is sent.

/** @typedef {import("./types.js").LabSystem} LabSystem */
/** @typedef {import("./types.js").Option} Option */
/** @typedef {{ id: string, title: string, group: string, needs: string[], direction: string, validity: { domains: string[] } }} Metric */

/** What recordings may be of. */
export const domains = /** @type {const} */ ([["speech", "Speech"], ["singing", "Singing"], ["music", "Music"], ["environment", "Environment"], ["animal", "Animal"], ["", "Unknown"]]);

/** Names a choice of settings. @param {LabSystem} system @param {Option} option */
export const choiceId = (system, option) => `${system.id} ${JSON.stringify(option.settings)}`;

/** Of a tokenizer's codebook counts: 1, 2, 4, 8 … and all. @param {Option[]} options */
const doubling = (options) => options.filter((_, index) => Number.isInteger(Math.log2(index + 1)) || index === options.length - 1);

/** Baselines that a run begins with, by their settings. @type {Record<string, string[]>} */
const usualBaselines = { "baseline/mu-law": ["8 bits"], "baseline/low-pass": ["3.5 kHz", "7 kHz"], "baseline/opus": ["6 kbit/s", "12 kbit/s", "24 kbit/s"] };

/** What a run begins with. @param {LabSystem[]} systems @returns {string[]} ids of choices */
export const usualChoices = (systems) => systems.filter(({ usable }) => usable).flatMap((system) => (system.isBaseline
  ? system.options.filter(({ phrase }) => usualBaselines[system.id]?.includes(phrase)) : doubling(system.options)).map((option) => choiceId(system, option)));

/** Conditions of a run's plan. @param {LabSystem[]} systems @param {string[]} chosen */
export const conditionsOf = (systems, chosen) => systems.flatMap((system) => system.options.filter((option) => chosen.includes(choiceId(system, option))).map((option) => ({ systemId: system.id, settings: option.settings })));

/** Metrics that compare with the original; what a run begins with. @param {Metric[]} metrics */
export const usualMetrics = (metrics) => metrics.filter(({ needs, direction }) => needs.includes("reference") && !needs.includes("text") && !needs.includes("pack") && direction !== "neutral").map(({ id }) => id);

/**
 * A key for each name: without folder and ending, and no two alike.
 * @param {string[]} names
 */
export function keysOf(names) {
  /** @type {Set<string>} */
  const taken = new Set();
  return names.map((name) => {
    const stem = (name.split(/[/\\]/).pop() ?? "").replace(/\.[^.]+$/u, "").trim() || "clip";
    let key = stem;
    for (let count = 2; taken.has(key); count++) key = `${stem} ${count}`;
    taken.add(key);
    return key;
  });
}
