// @ts-check
/** The page's own words in the test's language. What the experimenter wrote, and scales, come from the server. */
import { words as english } from "./words/en.js";

/** @typedef {Extract<keyof typeof english, string>} WordKey */

export const languages = ["en", "de", "fr", "es", "zh", "ja"];

/** @type {Record<string, string>} */
let known = english;

/** @param {string} language one of `languages`; others read English @returns {Promise<string>} the language used */
export async function useLanguage(language) {
  const chosen = languages.includes(language) ? language : "en";
  known = chosen === "en" ? english : (await import(`./words/${chosen}.js`)).words;
  return chosen;
}

/**
 * @param {WordKey} key
 * @param {Record<string, string | number>} [values] for `{name}` in the words
 * @returns {string}
 */
export function t(key, values = {}) {
  return (known[key] ?? english[key]).replace(/\{(\w+)\}/g, (whole, /** @type {string} */ name) => (name in values ? String(values[name]) : whole));
}
