// @ts-check
import { notify } from "./notices.js";
import { mendedWords, uploadClips } from "./upload-clips.js";

/**
 * Uploads files as clips, and says on the page which of them were not whole.
 * @param {{ name: string, file?: Blob | null }[]} files
 * @param {(done: number) => void} onProgress takes the number of files done
 * @param {AbortSignal} signal
 */
export async function uploadAndTell(files, onProgress, signal) {
  /** @type {string[]} */
  const mended = [];
  const stored = await uploadClips(files, onProgress, signal, undefined, (warning) => mended.push(warning));
  if (mended.length > 0) notify({ id: "mended-files", tone: "warn", title: "Not every file was whole", text: mendedWords(mended) });
  return stored;
}
