// @ts-check
import { useState } from "/lib/preact-hooks.js";
import { readJson, writeJson } from "../ui/storage.js";

/**
 * State of a form that this browser remembers.
 * @template {object} T
 * @param {string} name
 * @param {T} defaults
 * @returns {[T, (change: Partial<T>) => void]}
 */
export function usePreferences(name, defaults) {
  const key = `speechscoop-live-${name}`;
  const [value, setValue] = useState(() => ({ ...defaults, ...readJson(key, {}) }));
  const change = (/** @type {Partial<T>} */ part) => setValue((/** @type {T} */ known) => {
    const next = { ...known, ...part };
    writeJson(key, next);
    return next;
  });
  return [value, change];
}
