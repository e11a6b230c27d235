// @ts-check
/** The page's own words in the test's language. What the experimenter wrote, and scales, come from the server. */

/** @typedef {Extract<keyof typeof import("./words/en.js").words, string>} WordKey */

export const languages = ["en", "de", "fr", "es", "zh", "ja"];

/** @type {Record<string, string>} */
let known = {};

/** @param {string} language one of `languages`; others read English @returns {Promise<string>} the language used */
export async function useLanguage(language) {
  const chosen = languages.includes(language) ? language : "en";
  known = (await import(`./words/${chosen}.js`)).words;
  return chosen;
}

/**
 * One of the words; an ellipsis until a language is read.
 * @param {WordKey} key
 * @param {Record<string, string | number>} [values] for `{name}` in the words
 * @returns {string}
 */
export function t(key, values = {}) {
  return (known[key] ?? "…").replace(/\{(\w+)\}/g, (whole, /** @type {string} */ name) => (name in values ? String(values[name]) : whole));
}
