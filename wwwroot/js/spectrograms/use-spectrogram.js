// @ts-check
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";
import { messageOf } from "../ui/api.js";
import { readSpectrogram } from "./read-spectrogram.js";

/** How long a view must rest before it is asked for. */
const restMs = 90;

/** @typedef {{ image: import("./image.js").SpectrogramImage | null, arrivedAt: number, problem: string, isReading: boolean }} State arrivedAt: on the page's clock, ms */

/**
 * The newest image of an address that may change quickly; the one before stays until it is there.
 * @param {string | null} address null while it is not known what to show
 */
export function useSpectrogram(address) {
  const [state, setState] = useState(/** @type {State} */ ({ image: null, arrivedAt: 0, problem: "", isReading: true }));
  const first = useRef(true);
  useEffect(() => {
    if (!address) return undefined;
    let isOld = false;
    setState((now) => ({ ...now, isReading: true, problem: "" }));
    const timer = setTimeout(() => readSpectrogram(address).then(
      (image) => isOld || setState({ image, arrivedAt: performance.now(), problem: "", isReading: false }),
      (error) => isOld || setState((now) => ({ ...now, problem: messageOf(error), isReading: false })),
    ), first.current ? 0 : restMs);
    first.current = false;
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [address]);
  return state;
}
