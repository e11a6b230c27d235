// @ts-check
import { useLayoutEffect, useRef, useState } from "/lib/preact-hooks.js";

/**
 * The width of an element in whole px, measured before the first paint and followed afterwards. Plots are drawn at
 * their real size, so that their text never shrinks with them.
 * @param {number} guess width until the element is there
 */
export function useWidth(guess) {
  const element = useRef(/** @type {HTMLElement | null} */ (null));
  const [width, setWidth] = useState(guess);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const measure = () => setWidth(Math.max(240, Math.floor(target.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return /** @type {const} */ ([element, width]);
}
