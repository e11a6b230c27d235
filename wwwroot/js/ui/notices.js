// @ts-check
import { html } from "/lib/htm-preact.js";
import { Notice } from "./components.js";
import { createStore } from "./store.js";
import { useStore } from "./use-store.js";

/** @typedef {{ id: string, tone: "info" | "good" | "warn" | "bad", title?: string, text: string }} PageNotice */

/** Messages that concern the whole page, under its header. */
export const notices = createStore(/** @type {PageNotice[]} */ ([]));

/**
 * Shows a message, or replaces the one with the same id.
 * @param {PageNotice} notice
 */
export function notify(notice) {
  notices.update((all) => [...all.filter((each) => each.id !== notice.id), notice]);
}

/** @param {string} id */
export function dismiss(id) {
  notices.update((all) => (all.some((each) => each.id === id) ? all.filter((each) => each.id !== id) : all));
}

export function PageNotices() {
  return useStore(notices).map(
    (notice) => html`<${Notice} key=${notice.id} tone=${notice.tone} title=${notice.title} onClose=${() => dismiss(notice.id)}>${notice.text}<//>`,
  );
}
