// @ts-check
/**
 * Envelopes of switching and looping: 5 ms raised cosine out, then 5 ms in, never a cross-fade (ITU-R BS.1534-3), so
 * that at no moment two stimuli sound together and no edge clicks.
 */

/** Length of one fade, seconds. */
export const fadeSeconds = 0.005;

/** @param {number} points at least 2 @returns {Float32Array} from 0 to 1 */
export function fadeInCurve(points) {
  return Float32Array.from({ length: points }, (_, i) => 0.5 - 0.5 * Math.cos((Math.PI * i) / (points - 1)));
}

/** @param {number} points at least 2 @returns {Float32Array} from 1 to 0 */
export function fadeOutCurve(points) {
  return fadeInCurve(points).reverse();
}

/**
 * When the fades of a switch happen. A switch that is asked for while another runs waits for its end: curves never overlap.
 * @param {number} now seconds on the audio clock
 * @param {number} busyUntil end of the last planned fade
 * @param {number} [lead] seconds between asking and the first fade
 * @returns {{ out: number, in: number, end: number }} start of the fade out, start of the fade in, and its end
 */
export function planSwitch(now, busyUntil, lead = 0.004) {
  const out = Math.max(now + lead, busyUntil);
  return { out, in: out + fadeSeconds, end: out + 2 * fadeSeconds };
}

/**
 * The samples of a loop with faded edges: played over and over they keep to the sample and do not click.
 * @param {Float32Array} samples one channel of the whole clip
 * @param {number} start first sample of the loop
 * @param {number} end sample after the last
 * @param {number} sampleRate hertz
 * @returns {Float32Array} exactly `end − start` samples; silence where the clip is shorter
 */
export function renderLoop(samples, start, end, sampleRate) {
  const loop = new Float32Array(end - start);
  loop.set(samples.subarray(start, Math.min(end, samples.length)));
  const fade = Math.min(Math.round(fadeSeconds * sampleRate), Math.floor(loop.length / 2));
  for (let i = 0; i < fade; i++) {
    const gain = 0.5 - 0.5 * Math.cos((Math.PI * i) / fade);
    loop[i] *= gain;
    loop[loop.length - 1 - i] *= gain;
  }
  return loop;
}

/** Where a loop is. @param {number} elapsed seconds since its start @param {number} offset seconds into the loop at that time @param {number} length seconds */
export function loopPosition(elapsed, offset, length) {
  return length <= 0 ? 0 : (((offset + elapsed) % length) + length) % length;
}
