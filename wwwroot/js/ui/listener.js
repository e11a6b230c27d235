// @ts-check
import { newId } from "./ids.js";
import { readText, writeText } from "./storage.js";
import { createStore } from "./store.js";

const nameKey = "speechscoop-listener";
const sessionKey = "speechscoop-session";

/** The name under which this browser's ratings are stored; "anonymous" until somebody gives one. */
export const listenerName = createStore(readText(nameKey) || "anonymous");

/** @param {string} name */
export function setListenerName(name) {
  const cleaned = name.replace(/\s+/g, " ").trim().slice(0, 80) || "anonymous";
  writeText(nameKey, cleaned);
  listenerName.set(cleaned);
}

/** Id of this sitting: one browser tab from its opening to its closing. */
export function listeningSession() {
  try {
    const known = sessionStorage.getItem(sessionKey);
    if (known) return known;
    const made = newId();
    sessionStorage.setItem(sessionKey, made);
    return made;
  } catch {
    return (fallbackSession ??= newId());
  }
}

/** @type {string | undefined} */
let fallbackSession;
