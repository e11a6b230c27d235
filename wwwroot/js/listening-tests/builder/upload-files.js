// @ts-check
import { api } from "../../ui/api.js";

/** @typedef {import("./folder-files.js").Chosen} Chosen */

/** How many files are on their way at once. */
const atOnce = 3;

/**
 * Uploads files as clips, a few at a time.
 * @param {Chosen[]} files
 * @param {(done: number) => void} onProgress takes the number of files done
 * @param {AbortSignal} signal
 * @param {(name: string, blob: Blob, signal: AbortSignal) => Promise<{ sha256: string }>} [send]
 * @returns {Promise<{ name: string, sha256: string }[]>} in the order of the files
 */
export async function uploadFiles(files, onProgress, signal, send = sendClip) {
  /** @type {{ name: string, sha256: string }[]} */
  const stored = new Array(files.length);
  let next = 0;
  let done = 0;
  const work = async () => {
    while (next < files.length) {
      const index = next++;
      signal.throwIfAborted();
      const { name, file } = files[index];
      if (!file) throw new Error(`${name} cannot be read. Choose it again.`);
      const clip = await send(name, file, signal);
      stored[index] = { name, sha256: clip.sha256 };
      onProgress(++done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, files.length) }, work));
  return stored;
}

/** @param {string} name @param {Blob} blob @param {AbortSignal} signal @returns {Promise<{ sha256: string }>} */
const sendClip = (name, blob, signal) => api.upload(`/api/clips?name=${encodeURIComponent(name)}`, blob, { signal });
