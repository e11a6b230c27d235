// @ts-check
import { useCallback, useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";

/** What the address asks for; names of the query are those of the API. */
const names = /** @type {const} */ (["datasets", "systems", "normaliser", "alignment", "slice", "references", "terms", "criteria", "latency", "weights"]);

/** @typedef {Partial<Record<typeof names[number], string>>} Choice */

/** @returns {Choice} */
function read() {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(names.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : [])));
}

/** The query of a choice, for the API and for links. @param {Choice} choice @param {Record<string, string | number>} [more] */
export function queryOf(choice, more = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...choice, ...more })) if (value !== "" && value !== undefined) query.set(name, String(value));
  return query.toString();
}

/** The part of a choice that figures depend on: not what is only weighed, listed or drawn from them. @param {Choice} choice @returns {Choice} */
export function scoredOf({ terms, criteria, latency, weights, ...scored }) {
  return scored;
}

/** What the board compares, kept in the address so that it can be sent to others. @returns {[Choice, (change: Choice) => void]} */
export function useChoice() {
  const [choice, setChoice] = useState(read);
  useEffect(() => {
    const back = () => setChoice(read());
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  const change = useCallback((/** @type {Choice} */ changes) => setChoice((before) => {
    const next = { ...before, ...changes };
    history.replaceState(null, "", `${location.pathname}?${queryOf(next)}`);
    return next;
  }), []);
  return [choice, change];
}

/**
 * What the API answers; the previous answer stays until the next is there.
 * @template T
 * @param {string | null} path null: nothing is asked
 * @returns {{ answer: T | null, problem: string | null, loading: boolean, again: () => void }}
 */
export function useAnswer(path) {
  const [state, setState] = useState(/** @type {{ answer: T | null, problem: string | null, loading: boolean }} */ ({ answer: null, problem: null, loading: true }));
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    api.get(path, { signal: stop.signal }).then(
      (answer) => setState({ answer, problem: null, loading: false }),
      (error) => stop.signal.aborted || setState((before) => ({ ...before, problem: messageOf(error), loading: false })),
    );
    return () => stop.abort();
  }, [path, attempt]);
  return { ...state, again };
}
