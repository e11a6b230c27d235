// @ts-check
import { useChanges } from "../ui/use-changes.js";

/**
 * Calls back whenever a run has changed, and after a connection came back.
 * @param {string} id a run's id, or "all" @param {() => void} changed
 */
export const useRunChanges = (id, changed) => useChanges("/hubs/runs", id, changed);
