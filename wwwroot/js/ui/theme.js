// @ts-check
import { readText, writeText } from "./storage.js";
import { createStore } from "./store.js";

/** @typedef {"auto" | "light" | "dark"} Theme */

const key = "speechscoop-theme";
const known = readText(key);

/** The chosen theme; "auto" follows the system. Changed also by the system's own switch, so that canvases repaint. */
export const theme = createStore(/** @type {Theme} */ (known === "light" || known === "dark" ? known : "auto"));

/** Counts every change of what is really shown. */
export const themeChanges = createStore(0);

/** @param {Theme} next */
export function setTheme(next) {
  if (next === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  writeText(key, next === "auto" ? null : next);
  theme.set(next);
  themeChanges.update((count) => count + 1);
}

globalThis.matchMedia?.("(prefers-color-scheme: dark)").addEventListener("change", () => themeChanges.update((count) => count + 1));
