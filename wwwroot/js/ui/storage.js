// @ts-check
/** localStorage that never throws: private windows and full disks fall back to memory for this page. */

/** @type {Map<string, string>} */
const memory = new Map();

/**
 * @param {string} key
 * @returns {string | null}
 */
export function readText(key) {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

/**
 * @param {string} key
 * @param {string | null} value null removes
 * @returns {boolean} whether the value survives a reload
 */
export function writeText(key, value) {
  if (value === null) memory.delete(key);
  else memory.set(key, value);
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/**
 * @template T
 * @param {string} key
 * @param {T} fallback returned when nothing is stored or it is not JSON
 * @returns {T}
 */
export function readJson(key, fallback) {
  const text = readText(key);
  if (text === null) return fallback;
  try {
    return JSON.parse(text) ?? fallback;
  } catch {
    return fallback;
  }
}

/**
 * @param {string} key
 * @param {unknown} value
 */
export function writeJson(key, value) {
  return writeText(key, JSON.stringify(value));
}
