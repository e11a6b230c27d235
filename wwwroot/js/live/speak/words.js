// @ts-check

/** @typedef {{ vocabulary: string, ownWords: string, hotWords: string }} VocabularyChoice `vocabulary` is "open", "own" or a word list's id */

/** @param {string} text @returns {string[]} distinct words and phrases, one a line or separated by commas */
export function parseWords(text) {
  return [...new Set(text.split(/[\n,;]+/).map((word) => word.replace(/\s+/g, " ").trim().toLowerCase()).filter(Boolean))];
}

/**
 * What the server is told for each chosen system.
 * @param {string[]} chosen ids
 * @param {import("../types.js").System[]} systems
 * @param {VocabularyChoice} choice
 * @param {import("../types.js").WordList[]} lists
 * @returns {{ system: string, words?: string[], hotWords?: string[] }[]}
 */
export function systemsWithWords(chosen, systems, choice, lists) {
  const words = choice.vocabulary === "own" ? parseWords(choice.ownWords) : (lists.find((list) => list.id === choice.vocabulary)?.words ?? []);
  const hotWords = choice.vocabulary === "open" ? parseWords(choice.hotWords) : [];
  return chosen.map((system) => {
    const accepts = systems.find((each) => each.id === system)?.traits?.acceptsWordLists === true;
    return { system, ...(accepts && words.length > 0 ? { words } : {}), ...(accepts && hotWords.length > 0 ? { hotWords } : {}) };
  });
}
