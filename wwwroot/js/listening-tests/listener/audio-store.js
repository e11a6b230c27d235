// @ts-check
/** Audio of this page and the next: fetched ahead, decoded once, tried again when the network fails. */
import { api, ApiError } from "../../ui/api.js";

const retryDelays = [500, 1500, 4000];

/** One context for the whole test, made in a click, as Safari and Firefox want it. @type {AudioContext | null} */
let context = null;

/** Call it in a click or key press. */
export function unlockAudio() {
  context ??= new AudioContext({ latencyHint: "interactive" });
  if (context.state !== "running") void context.resume();
  return context;
}

/** The context, once a click has made it. */
export const audioContext = () => context;

/** @type {Map<string, Promise<ArrayBuffer>>} */
const files = new Map();

/** @param {string} url @param {number} [attempt] @returns {Promise<ArrayBuffer>} */
async function fetchAgain(url, attempt = 0) {
  try {
    return await api.bytes(url);
  } catch (error) {
    if (!(error instanceof ApiError) || !error.isTransient || attempt >= retryDelays.length) throw error;
    await new Promise((resolve) => setTimeout(resolve, retryDelays[attempt]));
    return fetchAgain(url, attempt + 1);
  }
}

/** Fetches ahead of need. @param {string} url @returns {Promise<ArrayBuffer>} */
export function prefetch(url) {
  let file = files.get(url);
  if (!file) {
    file = fetchAgain(url);
    file.catch(() => files.delete(url));
    files.set(url, file);
  }
  return file;
}

/** Forgets everything but these addresses. @param {string[]} urls */
export function keepOnly(urls) {
  for (const url of files.keys()) if (!urls.includes(url)) files.delete(url);
}

/** @param {AudioContext} into @param {string} url @returns {Promise<AudioBuffer>} */
export async function decode(into, url) {
  const bytes = await prefetch(url);
  return into.decodeAudioData(bytes.slice(0));
}

/**
 * One clip after the other with silence between, as one clip.
 * @param {BaseAudioContext} into @param {AudioBuffer[]} clips @param {number} gap seconds
 */
export function sequence(into, clips, gap) {
  const rate = clips[0].sampleRate;
  const silent = Math.round(gap * rate);
  const length = clips.reduce((sum, clip) => sum + clip.length, 0) + silent * (clips.length - 1);
  const joined = into.createBuffer(Math.max(...clips.map((clip) => clip.numberOfChannels)), length, rate);
  let at = 0;
  for (const clip of clips) {
    for (let channel = 0; channel < joined.numberOfChannels; channel++) {
      joined.copyToChannel(clip.getChannelData(Math.min(channel, clip.numberOfChannels - 1)), channel, at);
    }
    at += clip.length + silent;
  }
  return joined;
}

/** Every audio address on a page. @param {import("./types.js").Page | null} page @returns {string[]} */
export function audioOf(page) {
  if (!page) return [];
  const { trial, audio, questions = [], digits } = page;
  // Later triplets depend on answers.
  if (digits) return [`${audio}/${digits.number}`];
  const clips = trial ? [trial.reference, ...trial.stimuli, trial.x] : questions;
  return [...(audio ? [audio] : []), ...clips.flatMap((clip) => (clip ? [clip.audio] : []))];
}
