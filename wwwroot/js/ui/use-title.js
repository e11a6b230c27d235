// @ts-check
import { useEffect } from "/lib/preact-hooks.js";

/**
 * Names the window after what the page shows, so that tabs, bookmarks and the history tell one from another.
 * @param {string | undefined} name nothing while it is not known
 */
export function useTitle(name) {
  useEffect(() => {
    if (name) document.title = `${name} · SpeechScoop`;
  }, [name]);
}
