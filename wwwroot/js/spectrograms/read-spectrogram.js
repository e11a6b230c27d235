// @ts-check
import { api } from "../ui/api.js";

/** @typedef {import("./image.js").SpectrogramImage} SpectrogramImage */

/** Images read last, by address: going back and forth asks once. @type {Map<string, Promise<SpectrogramImage>>} */
const known = new Map();
const mostKnown = 60;

/**
 * The address of a part of a clip's spectrogram, or of its difference to a reference.
 * @param {{ clip: string, reference?: string, view: import("./view.js").View, width: number, height: number, window: number, floor?: number }} wanted window in seconds, floor in dBFS
 */
export function spectrogramAddress({ clip, reference, view, width, height, window, floor }) {
  const query = new URLSearchParams({
    from: view.from.toFixed(5), to: view.to.toFixed(5), low: view.low.toFixed(2), high: view.high.toFixed(2),
    width: String(width), height: String(height), window: String(window), ...(reference && { reference }), ...(reference && floor !== undefined && { floor: String(floor) }),
  });
  return `/api/clips/${clip}/spectrogram${reference ? "-difference" : ""}?${query}`;
}

/** @param {string} address @returns {Promise<SpectrogramImage>} */
export function readSpectrogram(address) {
  const found = known.get(address);
  if (found) return found;
  const reading = api.response(address).then(async (response) => {
    const axes = JSON.parse(response.headers.get("Spectrogram-Axes") ?? "{}");
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { bytes, axes };
  });
  known.set(address, reading);
  reading.catch(() => known.delete(address));
  if (known.size > mostKnown) known.delete(/** @type {string} */ (known.keys().next().value));
  return reading;
}
