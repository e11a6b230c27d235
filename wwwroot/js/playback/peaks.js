// @ts-check

/**
 * Smallest and largest samples of equal spans.
 * @param {Float32Array} samples
 * @param {number} count
 * @returns {import("../ui/waveform.js").Peaks}
 */
export function peaksOf(samples, count) {
  const min = new Float32Array(count);
  const max = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const end = Math.max(Math.floor((i * samples.length) / count) + 1, Math.floor(((i + 1) * samples.length) / count));
    for (let n = Math.floor((i * samples.length) / count); n < end && n < samples.length; n++) {
      min[i] = Math.min(min[i], samples[n]);
      max[i] = Math.max(max[i], samples[n]);
    }
  }
  return { min, max };
}
