// @ts-check
/**
 * What the hub said of each system so far, as plain data: a pure function from state and event to state.
 *
 * @typedef {{ final: boolean, stable: string, unstable: string }} Segment
 * @typedef {{ segments: Segment[], audioSeconds: number, delaySeconds: number | null, delays: number[], processingSeconds: number | null, finished: boolean, error: string | null }} Column
 * @typedef {Record<string, Column>} Columns by label
 * @typedef {{ type: "partial", label: string, segment: number, stable: string, unstable: string, audioSeconds: number, delaySeconds: number }
 *   | { type: "final", label: string, segment: number, text: string, audioSeconds: number, delaySeconds: number }
 *   | { type: "finished", label: string, audioSeconds: number, processingSeconds: number }
 *   | { type: "failed", label: string, message: string }} TranscriptEvent
 */

/** @returns {Column} */
export const emptyColumn = () => ({ segments: [], audioSeconds: 0, delaySeconds: null, delays: [], processingSeconds: null, finished: false, error: null });

/**
 * @param {Columns} columns
 * @param {TranscriptEvent} event
 * @returns {Columns}
 */
export function applyEvent(columns, event) {
  const column = columns[event.label] ?? emptyColumn();
  return { ...columns, [event.label]: nextColumn(column, event) };
}

/** @param {Column} column @param {TranscriptEvent} event @returns {Column} */
function nextColumn(column, event) {
  switch (event.type) {
    case "partial":
      if (column.segments[event.segment]?.final) return column; // a late partial never takes back a final
      return { ...timed(column, event), segments: withSegment(column.segments, event.segment, { final: false, stable: event.stable, unstable: event.unstable }) };
    case "final":
      return { ...timed(column, event), segments: withSegment(column.segments, event.segment, { final: true, stable: event.text, unstable: "" }) };
    case "finished":
      return { ...column, audioSeconds: event.audioSeconds, processingSeconds: event.processingSeconds, finished: true };
    case "failed":
      return { ...column, error: event.message, finished: true };
  }
}

/** @param {Column} column @param {{ audioSeconds: number, delaySeconds: number }} event */
function timed(column, { audioSeconds, delaySeconds }) {
  const known = Number.isFinite(delaySeconds) && delaySeconds >= 0;
  return { ...column, audioSeconds, ...(known ? { delaySeconds, delays: [...column.delays, delaySeconds] } : {}) };
}

/** @param {Segment[]} segments @param {number} index @param {Segment} segment */
function withSegment(segments, index, segment) {
  const next = segments.slice();
  while (next.length < index) next.push({ final: false, stable: "", unstable: "" });
  next[index] = segment;
  return next;
}

/** Median of the delays, seconds; null where there are none. @param {number[]} delays */
export function medianDelay(delays) {
  if (delays.length === 0) return null;
  const sorted = delays.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
