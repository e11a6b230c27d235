import assert from "node:assert/strict";
import { test } from "node:test";
import { alignedWords, errorSummary } from "../../wwwroot/js/live/speak/alignment.js";
import { applyEvent, medianDelay } from "../../wwwroot/js/live/speak/transcript-state.js";

/** Whole text of a column. @param {import("../../wwwroot/js/live/speak/transcript-state.js").Column} column */
const columnText = (column) => column.segments.map((segment) => `${segment.stable} ${segment.unstable}`.trim()).filter(Boolean).join(" ");

const partial = (stable, unstable, more = {}) => ({ type: "partial", label: "A", segment: 0, stable, unstable, audioSeconds: 1, delaySeconds: 0.5, ...more });
const final = (text, more = {}) => ({ type: "final", label: "A", segment: 0, text, audioSeconds: 2, delaySeconds: 0.6, ...more });

test("stable and unstable words are kept apart until the segment is final", () => {
  let columns = applyEvent({}, partial("ask not", "what your"));
  assert.deepEqual(columns.A.segments, [{ final: false, stable: "ask not", unstable: "what your" }]);
  columns = applyEvent(columns, final("ask not what your country"));
  assert.deepEqual(columns.A.segments, [{ final: true, stable: "ask not what your country", unstable: "" }]);
});

test("a late partial never takes back a final text", () => {
  const columns = [final("done"), partial("do", "n")].reduce(applyEvent, {});
  assert.equal(columnText(columns.A), "done");
});

test("a repeated event, as after a reconnect, changes nothing that is shown", () => {
  const once = [partial("one", ""), final("one two"), partial("three", "f", { segment: 1 })].reduce(applyEvent, {});
  const twice = [final("one two"), partial("three", "f", { segment: 1 })].reduce(applyEvent, once);
  assert.equal(columnText(twice.A), columnText(once.A));
  assert.equal(columnText(once.A), "one two three f");
});

test("systems do not mix, and a failure keeps the text of the failed one", () => {
  const columns = [partial("hello", ""), partial("yellow", "", { label: "B" }), { type: "failed", label: "B", message: "The model stopped." }].reduce(applyEvent, {});
  assert.equal(columnText(columns.A), "hello");
  assert.equal(columnText(columns.B), "yellow");
  assert.equal(columns.B.error, "The model stopped.");
  assert.equal(columns.A.error, null);
});

test("the delay shown is the median, and unknown delays do not count", () => {
  const columns = [0.9, Number.NaN, 0.1, -1, 0.5].map((delaySeconds) => partial("a", "", { delaySeconds })).reduce(applyEvent, {});
  assert.deepEqual(columns.A.delays, [0.9, 0.1, 0.5]);
  assert.equal(medianDelay(columns.A.delays), 0.5);
  assert.equal(medianDelay([1, 3]), 2);
  assert.equal(medianDelay([]), null);
});

test("every error has a sign and words besides its colour", () => {
  const words = alignedWords([
    { op: "correct", reference: "ask", hypothesis: "ask" },
    { op: "substitution", reference: "not", hypothesis: "knot" },
    { op: "deletion", reference: "what", hypothesis: null },
    { op: "insertion", reference: null, hypothesis: "uh" },
  ]);
  assert.deepEqual(words.map((word) => word.sign), ["", "S", "D", "I"]);
  assert.deepEqual(words.map((word) => word.spoken), ["ask", "“knot” instead of “not”", "missing “what”", "extra “uh”"]);
});

test("errors are counted in words", () => {
  assert.equal(errorSummary({ substitutions: 2, deletions: 1, insertions: 0 }), "2 substitutions, 1 deletion");
  assert.equal(errorSummary({ substitutions: 0, deletions: 0, insertions: 0 }), "every word correct");
});
