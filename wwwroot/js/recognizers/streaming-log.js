// @ts-check
// What an event log says at a point in time. No DOM: tested by itself.

/** @typedef {{ kind: "partial" | "final" | "endpoint" | "end", audio: number, wall: number, segment: number, text: string }} LogEvent */
/** @typedef {{ text: string, changes: boolean }} ShownWord A word, and whether a later result changes it or takes it back. */
/** @typedef {{ wall: number, kind: "partial" | "revision" | "final" | "end", text: string }} LogMark */

/** @param {string} text */
const wordsOf = (text) => text.split(/\s+/u).filter(Boolean);

/** Case and punctuation are no change, as for the normalisers that the measures use. @param {string} word */
const plain = (word) => word.toLocaleLowerCase("en").replace(/[\p{P}\p{S}]/gu, "");

/** How many words at the start are the same. @param {string[]} one @param {string[]} other */
function kept(one, other) {
  let count = 0;
  while (count < one.length && count < other.length && plain(one[count]) === plain(other[count])) count += 1;
  return count;
}

/** @param {LogEvent} event */
const hasText = (event) => event.kind === "partial" || event.kind === "final";

/**
 * The words as a reader saw them at a time.
 * @param {LogEvent[]} events in order of arrival @param {number} time seconds since the first sample was spoken
 * @returns {{ words: ShownWord[], final: boolean }[]} segments in order
 */
export function shownAt(events, time) {
  /** @type {Map<number, { now: LogEvent | null, next: LogEvent | null }>} */
  const segments = new Map();
  for (const event of events) {
    if (!hasText(event)) continue;
    const segment = segments.get(event.segment) ?? { now: null, next: null };
    if (event.wall <= time) segment.now = event;
    else segment.next ??= event;
    segments.set(event.segment, segment);
  }
  return [...segments].sort(([one], [other]) => one - other).flatMap(([, { now, next }]) => {
    if (!now || !now.text) return [];
    const words = wordsOf(now.text);
    const stable = next ? kept(words, wordsOf(next.text)) : words.length;
    return [{ words: words.map((text, index) => ({ text, changes: index >= stable })), final: now.kind === "final" }];
  });
}

/**
 * What to draw on a line of time. A revision is a result that changes or takes back an earlier word.
 * @param {LogEvent[]} events
 * @returns {LogMark[]}
 */
export function marksOf(events) {
  /** @type {Map<number, string[]>} */
  const before = new Map();
  /** @type {LogMark[]} */
  const marks = [];
  for (const { kind, wall, segment, text } of events) {
    if (kind === "endpoint") continue;
    if (kind === "end") {
      marks.push({ wall, kind, text });
      continue;
    }
    const words = wordsOf(text);
    const last = before.get(segment) ?? [];
    before.set(segment, words);
    marks.push({ wall, text, kind: kind === "final" ? kind : kept(last, words) < last.length ? "revision" : kind });
  }
  return marks;
}

/** The last moment of some logs. @param {({ audioSeconds: number, events: LogEvent[] } | null)[]} logs */
export const lengthOf = (logs) => Math.max(0, ...logs.map((log) => (log ? Math.max(log.audioSeconds, log.events.at(-1)?.wall ?? 0) : 0)));
