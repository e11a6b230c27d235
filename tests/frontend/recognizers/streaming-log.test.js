import assert from "node:assert/strict";
import { test } from "node:test";
import { lengthOf, marksOf, shownAt } from "../../../wwwroot/js/recognizers/streaming-log.js";

const event = (kind, wall, text = "", segment = 0) => ({ kind, audio: wall, wall, segment, text });
const log = [event("partial", 1, "I scream"), event("partial", 1.5, "ice cream"), event("final", 2, "Ice cream,"), event("partial", 3, "is good", 1), event("end", 4), event("final", 4.2, "is good", 1)];
const text = (time) => shownAt(log, time).map(({ words, final }) => `${words.map((word) => (word.changes ? `(${word.text})` : word.text)).join(" ")}${final ? "." : ""}`);

test("words stand as they did, and those that a later result changes are marked", () => {
  assert.deepEqual(text(0.9), []);
  assert.deepEqual(text(1), ["(I) (scream)"]);
  assert.deepEqual(text(1.6), ["ice cream"]);
  assert.deepEqual(text(3.5), ["Ice cream,.", "is good"]);
  assert.deepEqual(text(Infinity), ["Ice cream,.", "is good."]);
});

test("a result that changes a word is a revision; case and punctuation are none", () => {
  assert.deepEqual(marksOf(log).map(({ kind }) => kind), ["partial", "revision", "final", "partial", "end", "final"]);
});

test("a replay is as long as the audio or the last event", () => {
  assert.equal(lengthOf([{ audioSeconds: 4, events: log }, null]), 4.2);
  assert.equal(lengthOf([{ audioSeconds: 5, events: [] }]), 5);
  assert.equal(lengthOf([null]), 0);
});
