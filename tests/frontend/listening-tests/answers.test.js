import assert from "node:assert/strict";
import { test } from "node:test";
import { answersOf, heardOn, missingOf, pairRating } from "../../../wwwroot/js/listening-tests/listener/answers.js";

const trial = (design, labels, scales, more = {}) => ({ design, stimuli: labels.map((label) => ({ label, audio: label })), scales: scales.map((id) => ({ id })), options: {}, reference: null, x: null, ratings: [], ...more });
const heard = (...labels) => ({ started: (label) => labels.includes(label), finished: () => false });
const mushra = trial("mushra", ["A", "B"], ["mushra"], { reference: { audio: "r" } });

test("every sound, the open reference among them, must be played and every slider moved", () => {
  assert.deepEqual(missingOf(mushra, new Map(), heard()), [
    { kind: "play", label: "reference" }, { kind: "play", label: "A" }, { kind: "play", label: "B" },
    { kind: "rate", label: "A", scale: "mushra" }, { kind: "rate", label: "B", scale: "mushra" },
  ]);
  const answers = answersOf(mushra, [{ label: "A", scale: "mushra", value: 0 }, { label: "B", scale: "mushra", value: 100 }]);
  assert.deepEqual(missingOf(mushra, answers, heard("reference", "A", "B")), []);
});

test("a page that demands nothing may be left at once", () => {
  assert.deepEqual(missingOf({ ...mushra, options: { mustPlay: "none", mustRate: false } }, new Map(), heard()), []);
});

test("where sounds must be played to the end, starting them is not enough", () => {
  const strict = { ...mushra, options: { mustPlay: "to-the-end", mustRate: false } };
  assert.deepEqual(missingOf(strict, new Map(), heard("reference", "A", "B")).map((entry) => entry.kind), ["play-to-end", "play-to-end", "play-to-end"]);
});

test("the newest of several ratings of one stimulus is the answer", () => {
  const answers = answersOf(mushra, [{ label: "A", scale: "mushra", value: 20 }, { label: "A", scale: "mushra", value: 80 }]);
  assert.equal(answers.get("A/mushra").value, 80);
  assert.equal(answers.size, 1);
});

test("a preference names the first sound against the second, whichever is better", () => {
  const ab = trial("ab", ["A", "B"], ["preference"]);
  assert.deepEqual(pairRating(ab, "preference", -1), { label: "A", other: "B", scale: "preference", value: -1 });
  assert.deepEqual(missingOf(ab, answersOf(ab, [pairRating(ab, "preference", 0)]), heard("A", "B")), []);
});

test("a comparison rates the second sound against the first", () => {
  assert.deepEqual(pairRating(trial("ccr", ["A", "B"], ["ccr"]), "ccr", 2), { label: "B", other: "A", scale: "ccr", value: 2 });
});

test("ABX names the sound that X is said to be and leaves being right to the server", () => {
  const abx = trial("abx", ["A", "B"], ["abx"], { x: { audio: "x" } });
  assert.deepEqual(pairRating(abx, "abx", "B"), { label: "B", other: "A", scale: "abx" });
  const changed = answersOf(abx, [pairRating(abx, "abx", "B"), pairRating(abx, "abx", "A")]);
  assert.equal(changed.size, 1);
  assert.deepEqual(missingOf(abx, changed, heard("A", "B")), [{ kind: "play", label: "X" }]);
});

test("a transcription of nothing but spaces is missing", () => {
  const typed = trial("transcription", ["A"], ["transcription"]);
  assert.deepEqual(missingOf(typed, answersOf(typed, [{ label: "A", scale: "transcription", text: "  " }]), heard("A")), [{ kind: "rate", label: "A", scale: "transcription" }]);
});

test("who comes back to a page need not play again what the server knows to be played, but all the rest", () => {
  const answers = answersOf(mushra, [{ label: "A", scale: "mushra", value: 20 }, { label: "B", scale: "mushra", value: 20 }]);
  const now = heard("B");
  assert.deepEqual(missingOf(mushra, answers, heardOn({ started: ["A"] }, now)), [{ kind: "play", label: "reference" }]);
  const strict = { ...mushra, options: { mustPlay: "to-the-end", mustRate: false } };
  assert.deepEqual(missingOf(strict, answers, heardOn({ started: ["A", "reference"], whole: ["A"] }, now)).map(({ label }) => label), ["reference", "B"]);
});
