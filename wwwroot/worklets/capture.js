// @ts-check
/** Microphone → 16 kHz mono 16-bit frames of 20 ms, each with its level. "stop" flushes what is inside and ends. */
import { Framer, levelOf, streamRate } from "../js/live/audio/framing.js";
import { StreamResampler } from "../js/live/audio/resampler.js";

const { AudioWorkletProcessor, registerProcessor, sampleRate } = /** @type {any} */ (globalThis);

class CaptureProcessor extends AudioWorkletProcessor {
  constructor() {
    super();
    this.resampler = new StreamResampler(sampleRate, streamRate);
    this.framer = new Framer();
    this.running = true;
    /** @type {MessagePort} */ (this.port).onmessage = () => this.stop();
  }

  stop() {
    if (!this.running) return;
    this.running = false;
    const rest = this.resampler.flush();
    this.send(this.framer.push(rest), rest);
    this.send(this.framer.flush(), rest);
    this.port.postMessage({ type: "ended" });
  }

  /** @param {Int16Array[]} frames @param {Float32Array} samples of which the level is told */
  send(frames, samples) {
    if (frames.length === 0) return;
    const level = levelOf(samples);
    for (const frame of frames) this.port.postMessage({ type: "frame", frame, level }, [frame.buffer]);
  }

  /** @param {Float32Array[][]} inputs */
  process([channels]) {
    if (!this.running) return false;
    if (!channels || channels.length === 0) return true;
    const mono = channels[0].slice();
    for (const channel of channels.slice(1)) for (let i = 0; i < mono.length; i++) mono[i] += channel[i];
    if (channels.length > 1) for (let i = 0; i < mono.length; i++) mono[i] /= channels.length;
    this.send(this.framer.push(this.resampler.process(mono)), mono);
    return true;
  }
}

registerProcessor("capture", CaptureProcessor);
