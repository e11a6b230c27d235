// @ts-check

/** Numbers of codebooks that are offered. */
export const offeredCodebooks = [1, 2, 4, 8];

/** Most conditions of one trial, without the hidden reference and anchors. */
export const mostConditions = 9;

/** Bits a second of a number of codebooks. @param {import("../types.js").Traits} traits @param {number} codebooks */
export function bitsPerSecond(traits, codebooks) {
  return traits.codebookSize && traits.frameRate ? codebooks * Math.log2(traits.codebookSize) * traits.frameRate : null;
}

/**
 * Each chosen tokenizer at each chosen number of codebooks that it has.
 * @param {string[]} chosen ids
 * @param {import("../types.js").System[]} systems
 * @param {number[]} codebooks
 * @returns {{ system: string, codebooks: number }[]}
 */
export function requestedConditions(chosen, systems, codebooks) {
  return chosen.flatMap((system) => {
    const most = systems.find((each) => each.id === system)?.traits?.codebooks ?? 1;
    const counts = [...new Set(codebooks.map((count) => Math.min(count, most)))].sort((a, b) => a - b);
    return counts.map((count) => ({ system, codebooks: count }));
  });
}
