// @ts-check
/**
 * The audio of one utterance as it was sent, kept so that it can be sent again from any sample after the connection
 * broke. Frames stay until the server says that it has them and they are older than the kept span.
 */
export class AudioJournal {
  /** @param {number} [keepSamples] samples kept behind the newest even when acknowledged */
  constructor(keepSamples = 16_000 * 120) {
    this.keepSamples = keepSamples;
    /** @type {{ start: number, samples: Int16Array }[]} */
    this.frames = [];
    this.length = 0;
    this.ended = false;
  }

  /** @param {Int16Array} samples */
  append(samples) {
    this.frames.push({ start: this.length, samples });
    this.length += samples.length;
  }

  /**
   * Frames from a sample on; the first is cut where the sample lies inside it.
   * @param {number} sample
   * @returns {Int16Array[]}
   */
  from(sample) {
    if (sample < (this.frames[0]?.start ?? this.length)) throw new RangeError(`Audio before sample ${this.frames[0]?.start ?? this.length} is no longer kept; ${sample} was asked for.`);
    return this.frames
      .filter((frame) => frame.start + frame.samples.length > sample)
      .map((frame) => (frame.start < sample ? frame.samples.slice(sample - frame.start) : frame.samples));
  }

  /** Forgets old audio that the server has. @param {number} received samples that the server has */
  acknowledge(received) {
    const limit = Math.min(received, this.length - this.keepSamples);
    const first = this.frames.findIndex((frame) => frame.start + frame.samples.length > limit);
    if (first > 0) this.frames.splice(0, first);
  }
}

/** The bytes of a frame as the hub takes them (little-endian, as every browser's machine is). @param {Int16Array} samples */
export function frameBytes(samples) {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}
