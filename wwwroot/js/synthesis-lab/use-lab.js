// @ts-check
import { useCallback, useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { createHubConnection, ensureStarted } from "../ui/signalr.js";

/** @typedef {import("./types.js").LabView} LabView */

/**
 * A run's analysis; the previous one stays until the next is there.
 * @param {string} id @param {string} metric what ranks takes; empty for the usual one
 */
export function useLab(id, metric) {
  const [state, setState] = useState(/** @type {{ view: LabView | null, problem: string | null, loading: boolean }} */ ({ view: null, problem: null, loading: true }));
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    const stop = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    api.get(`/api/synthesis-lab/${encodeURIComponent(id)}${metric ? `?metric=${encodeURIComponent(metric)}` : ""}`, { signal: stop.signal }).then(
      (view) => setState({ view, problem: null, loading: false }),
      (error) => stop.signal.aborted || setState((before) => ({ ...before, problem: messageOf(error), loading: false })),
    );
    return () => stop.abort();
  }, [id, metric, attempt]);
  return { ...state, again };
}

/**
 * Calls back whenever outputs of a run were made or measured, and after a connection came back.
 * @param {string} id @param {() => void} changed
 */
export function useRunChanges(id, changed) {
  useEffect(() => {
    const hub = createHubConnection("/hubs/runs");
    const watch = () => hub.invoke("Watch", id);
    hub.on("Changed", changed);
    hub.onreconnected(() => void watch().then(changed, () => {}));
    ensureStarted(hub).then(watch).catch(() => {}); // the page still shows what it has read; the header says that it is not connected
    return () => void hub.stop();
  }, [id, changed]);
}
