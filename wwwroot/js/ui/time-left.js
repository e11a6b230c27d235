// @ts-check
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";
import { timeLeft } from "./format.js";

/**
 * Time left of work that a page watches, in words; counted from when the page first saw it.
 * @param {number} value share done, 0..1
 * @param {string} work another work starts the count anew
 */
export function useTimeLeft(value, work) {
  const seen = useRef({ work: "", at: 0, value: 0 });
  const [, tick] = useState(0);
  if (seen.current.work !== work) seen.current = { work, at: performance.now(), value };
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [work]);
  return timeLeft({ elapsed: (performance.now() - seen.current.at) / 1000, from: seen.current.value, now: value });
}
