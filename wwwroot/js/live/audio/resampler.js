// @ts-check
/**
 * Streaming resampler: polyphase windowed sinc (Kaiser, β = 8, 24 zero crossings a side at the lower of the two rates;
 * stop band below −80 dB). Runs in the microphone's AudioWorklet, so it uses nothing of a page.
 */

const zeroCrossings = 24;
const beta = 8;
const passBand = 0.92; // the cut-off as a share of the lower Nyquist frequency

/** Modified Bessel function of the first kind, order 0, by its power series. @param {number} x */
function bessel0(x) {
  let sum = 1;
  let term = 1;
  for (let k = 1; k < 60 && term > 1e-12 * sum; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

/** @param {number} a @param {number} b @returns {number} */
const greatestDivisor = (a, b) => (b === 0 ? a : greatestDivisor(b, a % b));

export class StreamResampler {
  /**
   * @param {number} from sample rate of the input, hertz (a whole number)
   * @param {number} to sample rate of the output, hertz (a whole number)
   */
  constructor(from, to) {
    if (!(Number.isInteger(from) && Number.isInteger(to) && from > 0 && to > 0)) throw new RangeError(`Sample rates must be whole numbers above 0, not ${from} and ${to}.`);
    const divisor = greatestDivisor(from, to);
    this.up = to / divisor;
    this.down = from / divisor;
    const scale = Math.min(1, to / from) * passBand;
    this.half = Math.ceil(zeroCrossings / scale);
    this.phases = Array.from({ length: this.up }, (_, phase) => this.#taps(phase / this.up, scale));
    this.history = new Float32Array(this.half); // silence before the first sample, so that output 0 stands for input 0
    this.position = 0; // of the next output sample, in units of 1/up input samples after history[half]
    this.flushed = false;
  }

  /** Taps for an output that lies `fraction` of an input sample after an input sample. @param {number} fraction @param {number} scale */
  #taps(fraction, scale) {
    const taps = new Float32Array(2 * this.half);
    let sum = 0;
    for (let i = 0; i < taps.length; i++) {
      const distance = i - (this.half - 1) - fraction;
      const x = Math.PI * scale * distance;
      const edge = distance / this.half;
      taps[i] = Math.abs(edge) >= 1 ? 0 : (x === 0 ? 1 : Math.sin(x) / x) * bessel0(beta * Math.sqrt(1 - edge * edge));
      sum += taps[i];
    }
    return taps.map((tap) => tap / sum);
  }

  /**
   * @param {Float32Array} input the next samples
   * @returns {Float32Array} the samples that they complete
   */
  process(input) {
    if (this.up === this.down) return input.slice();
    const samples = new Float32Array(this.history.length + input.length);
    samples.set(this.history);
    samples.set(input, this.history.length);
    const available = Math.max(0, samples.length - 2 * this.half); // how many input positions have all their taps
    const count = Math.max(0, Math.ceil((available * this.up - this.position) / this.down));
    const output = new Float32Array(count);
    for (let n = 0; n < count; n++) {
      const start = Math.floor(this.position / this.up) + 1;
      const taps = this.phases[this.position % this.up];
      let sum = 0;
      for (let i = 0; i < taps.length; i++) sum += taps[i] * samples[start + i];
      output[n] = sum;
      this.position += this.down;
    }
    this.position -= available * this.up;
    this.history = samples.slice(available);
    return output;
  }

  /** The last samples, whose right-hand taps are silence. @returns {Float32Array} */
  flush() {
    if (this.up === this.down || this.flushed) return new Float32Array(0);
    this.flushed = true;
    return this.process(new Float32Array(this.half));
  }
}
