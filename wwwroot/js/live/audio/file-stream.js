// @ts-check
/** A file as if it were spoken now: heard on the loudspeaker and delivered as frames at the same pace. */
import { audioContext, decodeFile, toStreamSamples } from "./decode.js";
import { Framer, frameSamples, levelOf, streamRate } from "./framing.js";

/**
 * @param {Blob & { name?: string }} file
 * @param {{ audible: boolean, onFrame: (frame: Int16Array) => void, onLevel: (level: import("./microphone.js").Level) => void, onEnd: () => void }} options
 * @returns {Promise<import("./microphone.js").Capture & { seconds: number }>}
 */
export async function openFileStream(file, { audible, onFrame, onLevel, onEnd }) {
  const buffer = await decodeFile(file);
  const samples = await toStreamSamples(buffer);
  const context = audioContext();
  await context.resume();
  const source = context.createBufferSource();
  const gain = context.createGain();
  source.buffer = buffer;
  gain.gain.value = audible ? 1 : 0;
  source.connect(gain).connect(context.destination);

  const framer = new Framer();
  const start = context.currentTime + 0.05;
  let sent = 0;
  let stopped = false;
  source.start(start);

  const tick = () => {
    const due = Math.min(samples.length, Math.floor((context.currentTime - start) * streamRate));
    while (!stopped && sent < due && (due - sent >= frameSamples || due === samples.length)) {
      const portion = samples.subarray(sent, Math.min(sent + frameSamples, due));
      sent += portion.length;
      for (const frame of framer.push(portion)) onFrame(frame);
      onLevel(levelOf(portion));
    }
    if (!stopped && sent === samples.length) void stop().then(onEnd);
  };
  const timer = setInterval(tick, 20);

  const stop = async () => {
    if (stopped) return;
    stopped = true;
    clearInterval(timer);
    for (const frame of framer.flush()) onFrame(frame);
    try {
      source.stop();
    } catch { /* it had not begun */ }
    gain.disconnect();
  };
  return { stop, seconds: samples.length / streamRate };
}
