// @ts-check
import { useCallback, useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../../ui/api.js";

/** @typedef {import("./types.js").ResultsView} ResultsView */
/** @typedef {import("./types.js").Coverage} Coverage */

/**
 * A test's results and coverage; the previous ones stay until the next are there.
 * @param {string} id @param {string} screening a profile's id; empty for the design's usual one
 */
export function useResults(id, screening) {
  const [state, setState] = useState(/** @type {{ view: ResultsView | null, coverage: Coverage | null, problem: string | null, loading: boolean }} */ ({ view: null, coverage: null, problem: null, loading: true }));
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    if (!id) return undefined;
    const stop = new AbortController();
    const address = `/api/listening-tests/${encodeURIComponent(id)}`;
    setState((before) => ({ ...before, loading: true }));
    Promise.all([
      api.get(`${address}/results${screening ? `?screening=${encodeURIComponent(screening)}` : ""}`, { signal: stop.signal }),
      api.get(`${address}/coverage`, { signal: stop.signal }),
    ]).then(
      ([view, coverage]) => setState({ view, coverage, problem: null, loading: false }),
      (error) => stop.signal.aborted || setState((before) => ({ ...before, problem: messageOf(error), loading: false })),
    );
    return () => stop.abort();
  }, [id, screening, attempt]);
  return { ...state, again };
}
