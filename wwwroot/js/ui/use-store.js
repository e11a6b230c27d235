// @ts-check
import { useEffect, useState } from "/lib/preact-hooks.js";

/**
 * Renders again whenever the store changes.
 * @template T
 * @param {import("./store.js").Store<T>} store
 * @returns {T}
 */
export function useStore(store) {
  const [, render] = useState({});
  useEffect(() => {
    let seen = store.get();
    const changed = () => {
      if (Object.is(seen, store.get())) return;
      seen = store.get();
      render({});
    };
    render({});
    return store.subscribe(changed);
  }, [store]);
  return store.get();
}
