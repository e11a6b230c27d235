// @ts-check
/** Numbers as people read them. Every function gives "–" for a value that is not known. */

const none = "–";
const thin = "\u202f"; // narrow no-break space between a number and its unit

/** What rounds to zero has no sign. @param {number | null | undefined} value @param {number} digits */
export function number(value, digits = 2) {
  return value === null || value === undefined || !Number.isFinite(value)
    ? none
    : value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits }).replace(/^-(?=[0.]+$)/u, "");
}

/** 0.123 → "12.3 %". @param {number | null | undefined} share @param {number} [digits] */
export function percent(share, digits = 1) {
  return share === null || share === undefined || !Number.isFinite(share) ? none : `${number(share * 100, digits)}${thin}%`;
}

/** "0.42 s", "1:05", "2:03:07". @param {number | null | undefined} value seconds */
export function seconds(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return none;
  return value < 60 ? `${number(value, value < 10 ? 2 : 1)}${thin}s` : clock(value);
}

/** "0:05", "12:30", "1:02:03". @param {number} value seconds */
export function clock(value) {
  const whole = Math.max(0, Math.floor(value));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = String(rest).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

/** "340 ms", from ten seconds on "12.3 s". @param {number | null | undefined} value seconds */
export function milliseconds(value) {
  if (value && value >= 10) return seconds(value);
  return value === null || value === undefined || !Number.isFinite(value) ? none : `${number(value * 1000, 0)}${thin}ms`;
}

/** Real-time factor: processing time through audio time. @param {number | null | undefined} value */
export function realTimeFactor(value) {
  return value === null || value === undefined || !Number.isFinite(value) ? none : `${number(value, value < 0.1 ? 3 : 2)}×`;
}

/** 1800 → "1.8 kbps". @param {number | null | undefined} bitsPerSecond */
export function bitRate(bitsPerSecond) {
  return bitsPerSecond === null || bitsPerSecond === undefined ? none : `${number(bitsPerSecond / 1000, bitsPerSecond < 10_000 ? 2 : 0)}${thin}kbps`;
}

/** 1,234,567 → "1.2 MB". @param {number | null | undefined} count */
export function bytes(count) {
  if (count === null || count === undefined || !Number.isFinite(count)) return none;
  const units = ["B", "kB", "MB", "GB"];
  let size = count;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${number(size, unit === 0 || size >= 100 ? 0 : 1)}${thin}${units[unit]}`;
}

/** "3.42 [3.10, 3.74]". @param {number | null | undefined} value @param {number | null | undefined} low @param {number | null | undefined} high @param {(value: number) => string} [show] */
export function withInterval(value, low, high, show = (each) => number(each)) {
  if (value === null || value === undefined) return none;
  return low === null || low === undefined || high === null || high === undefined ? show(value) : `${show(value)} [${show(low)}, ${show(high)}]`;
}

/** Local date and time of an ISO instant. @param {string} instant */
export function dateTime(instant) {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? none : date.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

/** "1 word", "3 words". @param {number} count @param {string} one @param {string} [many] */
export function plural(count, one, many = `${one}s`) {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

/**
 * How long work still takes, from how fast it went so far.
 * @param {{ elapsed: number, from: number, now: number }} progress elapsed seconds since `from`; shares done, 0..1
 * @returns {string} "" while too little is known
 */
export function timeLeft({ elapsed, from, now }) {
  const done = now - from;
  if (elapsed < 2 || done < 0.02 || now >= 1) return "";
  const left = ((1 - now) / done) * elapsed;
  return left < 1.5 ? "about a second left" : left < 60 ? `about ${Math.round(left)} seconds left` : `about ${clock(left)} left`;
}
