// @ts-check
import { useCallback, useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "./api.js";

/**
 * What an address of the API answers; the previous answer stays until the next is there.
 * @template T
 * @param {string | null} address null, or an empty one, reads nothing
 * @param {number} [version] another one reads again
 * @returns {{ value: T | null, problem: string, isReading: boolean, again: () => void }}
 */
export function useRead(address, version = 0) {
  const [state, setState] = useState(/** @type {{ value: T | null, problem: string, isReading: boolean }} */ ({ value: null, problem: "", isReading: true }));
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (!address) return undefined;
    const stop = new AbortController();
    setState((now) => ({ ...now, isReading: true }));
    api.get(address, { signal: stop.signal }).then(
      (value) => setState({ value, problem: "", isReading: false }),
      (error) => stop.signal.aborted || setState((now) => ({ ...now, problem: messageOf(error), isReading: false })),
    );
    return () => stop.abort();
  }, [address, version, asked]);
  return { ...state, again: useCallback(() => setAsked((count) => count + 1), []) };
}
