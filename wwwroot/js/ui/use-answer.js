// @ts-check
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "./api.js";

/**
 * What an address answers, and nothing of the address before; nothing is asked for an empty one.
 * @template T
 * @param {string} address
 * @returns {{ found: T | null, problem: string, waiting: boolean }}
 */
export function useAnswer(address) {
  const [state, setState] = useState(/** @type {{ of: string, found: T | null, problem: string }} */ ({ of: "", found: null, problem: "" }));
  useEffect(() => {
    if (!address) return undefined;
    const stop = new AbortController();
    api.get(address, { signal: stop.signal }).then(
      (found) => setState({ of: address, found, problem: "" }),
      (error) => stop.signal.aborted || setState({ of: address, found: null, problem: messageOf(error) }),
    );
    return () => stop.abort();
  }, [address]);
  return state.of === address ? { ...state, waiting: false } : { found: null, problem: "", waiting: address !== "" };
}
