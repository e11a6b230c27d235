// @ts-check
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { outputsAddress } from "./output-query.js";

/** @typedef {import("./output-query.js").Output} Output */
/** @typedef {{ items: Output[] | null, next: string | null, problem: string, isReading: boolean, problems: Record<string, string> }} State `problems`: by output */

/** @type {State} */
const nothing = { items: null, next: null, problem: "", isReading: true, problems: {} };

/**
 * The outputs that match, page by page, and keeping them or not.
 * @param {import("./output-query.js").OutputFilters} filters
 */
export function useOutputs(filters) {
  const [state, setState] = useState(nothing);
  const [asked, setAsked] = useState(0);
  const address = outputsAddress(filters);
  const current = useRef(address);
  current.current = address;

  /** @param {string} from @param {Output[]} before @param {AbortSignal} [signal] */
  const read = (from, before, signal) => {
    setState((now) => ({ ...now, isReading: true, problem: "" }));
    return api.get(from, { signal }).then(
      (page) => current.current === address && setState({ ...nothing, items: [...before, ...page.items], next: page.next ?? null, isReading: false }),
      (error) => signal?.aborted || setState((now) => ({ ...now, isReading: false, problem: messageOf(error) })),
    );
  };

  useEffect(() => {
    const stop = new AbortController();
    read(address, [], stop.signal);
    return () => stop.abort();
  }, [address, asked]);

  /** @param {Output} output @param {boolean} kept */
  const keep = async (output, kept) => {
    try {
      if (kept) await api.put(`/api/outputs/${output.id}/keep`, {});
      else await api.delete(`/api/outputs/${output.id}/keep`);
      setState((now) => ({ ...now, items: now.items?.map((each) => (each.id === output.id ? { ...each, kept } : each)) ?? null, problems: { ...now.problems, [output.id]: "" } }));
    } catch (error) {
      setState((now) => ({ ...now, problems: { ...now.problems, [output.id]: messageOf(error) } }));
    }
  };

  return { ...state, keep, more: () => state.next && read(outputsAddress(filters, state.next), state.items ?? []), retry: () => setAsked((count) => count + 1) };
}
