// @ts-check
// How the comparison writes numbers. Every page of it uses these, so that a value reads the same in the answer, the plot and the table.

/** What a value without data shows. */
export const NONE = "–";

/** A number with a fixed count of decimals and a true minus sign.
 * @param {number | null | undefined} value @param {number} decimals */
export function fixed(value, decimals) {
  if (value == null || !Number.isFinite(value)) return NONE;
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** A share 0..1 as a percentage; one decimal below 10 %.
 * @param {number | null | undefined} share */
export function percent(share) {
  if (share == null || !Number.isFinite(share)) return NONE;
  return `${fixed(share * 100, Math.abs(share) < 0.0995 ? 1 : 0)} %`;
}

/** Seconds as ms, s or min, with about three digits.
 * @param {number | null | undefined} seconds */
export function duration(seconds) {
  if (seconds == null || !Number.isFinite(seconds)) return NONE;
  const size = Math.abs(seconds);
  if (size < 0.9995) return `${fixed(seconds * 1000, 0)} ms`;
  if (size < 99.95) return `${fixed(seconds, size < 9.995 ? 2 : 1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}

/** A real-time factor: processing seconds for each second of audio.
 * @param {number | null | undefined} factor */
export function realTimeFactor(factor) {
  if (factor == null || !Number.isFinite(factor)) return NONE;
  return fixed(factor, factor < 0.0995 ? 3 : 2);
}

/** Bits a second as bit/s or kbit/s.
 * @param {number | null | undefined} bitsPerSecond */
export function bitRate(bitsPerSecond) {
  if (bitsPerSecond == null || !Number.isFinite(bitsPerSecond)) return NONE;
  return bitsPerSecond < 1000 ? `${fixed(bitsPerSecond, 0)} bit/s` : `${fixed(bitsPerSecond / 1000, bitsPerSecond < 9995 ? 2 : 1)} kbit/s`;
}

/** Bytes as kB or MB (powers of ten).
 * @param {number | null | undefined} bytes */
export function size(bytes) {
  if (bytes == null || !Number.isFinite(bytes)) return NONE;
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${fixed(bytes / 1000, 0)} kB`;
  return `${fixed(bytes / 1e6, bytes < 9.95e6 ? 1 : 0)} MB`;
}

/** A whole number with thin spaces between thousands.
 * @param {number | null | undefined} count */
export function count(count) {
  if (count == null || !Number.isFinite(count)) return NONE;
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, "\u2009");
}

/** A p value the way papers write it.
 * @param {number | null | undefined} p */
export function pValue(p) {
  if (p == null || !Number.isFinite(p)) return NONE;
  return p < 0.001 ? "p < 0.001" : `p = ${fixed(p, p < 0.0995 ? 3 : 2)}`;
}

/** An interval in words: "3.10 to 3.92"; empty where there is none.
 * @param {number | null | undefined} low @param {number | null | undefined} high @param {(value: number) => string} write */
export function interval(low, high, write) {
  if (low == null || high == null || !Number.isFinite(low) || !Number.isFinite(high)) return "";
  return `${write(low)} to ${write(high)}`;
}

/** "1 rating", "5 ratings".
 * @param {number} n @param {string} one @param {string} [many] */
export function counted(n, one, many = `${one}s`) {
  return `${count(n)} ${n === 1 ? one : many}`;
}
