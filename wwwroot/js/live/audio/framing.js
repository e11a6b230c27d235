// @ts-check
/** Audio as it goes to the server: 16 kHz mono, 16-bit little-endian, in frames of 20 ms. */

export const streamRate = 16_000;
export const frameSamples = 320;

/** @param {number} value −1..1, limited to that range */
export function toInt16(value) {
  return Math.max(-32768, Math.min(32767, Math.round(value * 32768)));
}

/** Cuts samples that arrive in any portions into frames of equal length. */
export class Framer {
  /** @param {number} [size] samples a frame */
  constructor(size = frameSamples) {
    this.size = size;
    this.frame = new Int16Array(size);
    this.filled = 0;
  }

  /**
   * @param {Float32Array} samples −1..1
   * @returns {Int16Array[]} the frames that became full
   */
  push(samples) {
    const frames = [];
    for (const sample of samples) {
      this.frame[this.filled++] = toInt16(sample);
      if (this.filled < this.size) continue;
      frames.push(this.frame);
      this.frame = new Int16Array(this.size);
      this.filled = 0;
    }
    return frames;
  }

  /** What is left of the last frame, not padded. @returns {Int16Array[]} none or one */
  flush() {
    if (this.filled === 0) return [];
    const rest = this.frame.slice(0, this.filled);
    this.filled = 0;
    return [rest];
  }
}

/**
 * Level of samples for a meter.
 * @param {Float32Array} samples
 * @returns {{ peak: number, rms: number }} linear, 0..1
 */
export function levelOf(samples) {
  let peak = 0;
  let power = 0;
  for (const sample of samples) {
    peak = Math.max(peak, Math.abs(sample));
    power += sample * sample;
  }
  return { peak, rms: samples.length === 0 ? 0 : Math.sqrt(power / samples.length) };
}

/** @param {number} linear @returns {number} decibels re full scale, not below −100 */
export function decibels(linear) {
  return linear <= 1e-5 ? -100 : 20 * Math.log10(linear);
}
