// @ts-check
import { api, ApiError } from "../../ui/api.js";
import { uploadClip } from "../../ui/upload-clips.js";
import { streamRate } from "./framing.js";

/** One context decodes and plays everything on the page; the first click resumes it. @type {AudioContext | null} */
let shared = null;

/** @returns {AudioContext} */
export function audioContext() {
  shared ??= new AudioContext({ latencyHint: "interactive" });
  if (shared.state !== "running") void shared.resume();
  return shared;
}

/**
 * Decodes a file in the browser; formats that the browser does not know are decoded by the server.
 * @param {Blob & { name?: string }} file
 * @returns {Promise<AudioBuffer>}
 */
export async function decodeFile(file) {
  if (file.size === 0) throw new Error("This file is empty. Choose another one.");
  try {
    return checked(await audioContext().decodeAudioData(await file.arrayBuffer()));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    const clip = await uploadClip(file, file.name ?? "clip");
    return checked(await audioContext().decodeAudioData(await api.bytes(`/api/clips/${clip.sha256}.wav`)));
  }
}

/** @param {AudioBuffer} buffer */
function checked(buffer) {
  if (buffer.length === 0) throw new ApiError("This file holds no audio. Choose another one.", { code: "empty-audio" });
  return buffer;
}

/**
 * The mono 16 kHz samples that a server stream takes.
 * @param {AudioBuffer} buffer
 * @returns {Promise<Float32Array>}
 */
export async function toStreamSamples(buffer) {
  const offline = new OfflineAudioContext(1, Math.max(1, Math.round(buffer.duration * streamRate)), streamRate);
  const source = offline.createBufferSource();
  source.buffer = buffer;
  source.connect(offline.destination);
  source.start();
  return (await offline.startRendering()).getChannelData(0);
}
