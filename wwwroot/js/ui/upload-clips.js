// @ts-check
import { api } from "./api.js";
import { bytes } from "./format.js";

/** @typedef {{ sha256: string, name: string, sampleRate: number, channels: number, seconds: number }} Clip as the server stored it */

/** Largest file that the server takes, bytes. */
const largestUpload = 200_000_000;

/** @typedef {{ sha256: string, warnings?: string[] }} Stored */

/** How many files are on their way at once. */
const atOnce = 3;

/**
 * Uploads files as clips, a few at a time.
 * @param {{ name: string, file?: Blob | null }[]} files
 * @param {(done: number) => void} onProgress takes the number of files done
 * @param {AbortSignal} signal
 * @param {(name: string, blob: Blob, signal: AbortSignal) => Promise<Stored>} [send]
 * @param {(warning: string) => void} [onMended] takes a sentence for each thing that the server mended in a file
 * @returns {Promise<{ name: string, sha256: string }[]>} in the order of the files
 */
export async function uploadClips(files, onProgress, signal, send = (name, blob, stop) => uploadClip(blob, name, stop), onMended = () => {}) {
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
      clip.warnings?.forEach(onMended);
      onProgress(++done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, files.length) }, work));
  return stored;
}

/**
 * What was mended, in one message: the first files in whole.
 * @param {string[]} warnings
 */
export function mendedWords(warnings, shown = 3) {
  return `${warnings.slice(0, shown).join(" ")}${warnings.length > shown ? ` And ${warnings.length - shown} more.` : ""}`;
}

/**
 * Uploads an audio file of any format.
 * @param {Blob} blob @param {string} name @param {AbortSignal} [signal] @returns {Promise<Clip>}
 */
export async function uploadClip(blob, name, signal) {
  if (blob.size > largestUpload) throw new Error(`${name} has ${bytes(blob.size)}; at most ${bytes(largestUpload)} are taken. Cut it, or save it as FLAC, Ogg or MP3.`);
  return api.upload(`/api/clips?name=${encodeURIComponent(name)}`, blob, { signal });
}
