import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, cautions, listed, preferenceAnswers } from "../../../wwwroot/js/comparisons/answer.js";
import { overlap, rank } from "../../../wwwroot/js/comparisons/ranking.js";

const comparison = (/** @type {any} */ kind, /** @type {any[]} */ systems, /** @type {any[]} */ preferences = []) =>
  ({ kind, systems, preferences, filters: { listeners: [], sources: [] }, counts: {}, recipe: {} });
const recognizer = (/** @type {string} */ id, /** @type {number} */ value, /** @type {number} */ half, n = 20, words = 400) =>
  ({ id, title: id.toUpperCase(), colour: 0, wer: { value, low: value - half, high: value + half, n, words } });
const synthesizer = (/** @type {string} */ id, /** @type {number} */ mean, /** @type {number | null} */ half, n = 20, listeners = 4) =>
  ({ id, title: id.toUpperCase(), colour: 0, mos: { mean, low: half == null ? null : mean - half, high: half == null ? null : mean + half, n, listeners } });

test("the lowest word error rate leads when its interval overlaps no other", () => {
  const found = answer(comparison("recognizer", [recognizer("a", 0.31, 0.03), recognizer("b", 0.12, 0.02)]));
  assert.equal(found.outcome, "clear");
  assert.equal(found.headline, "B leads by 19.0 points of word error rate: its interval overlaps no other.");
  assert.deepEqual(found.leaders, ["b"]);
});

test("overlapping intervals are too close to call, and only those that overlap are named", () => {
  const found = answer(comparison("recognizer", [recognizer("a", 0.14, 0.03), recognizer("b", 0.12, 0.02), recognizer("c", 0.5, 0.05)]));
  assert.equal(found.outcome, "tie");
  assert.equal(found.headline, "Too close to call between B and A: their intervals overlap.");
});

test("a few ratings name the system that has too few, however far apart the means are", () => {
  const found = answer(comparison("synthesizer", [synthesizer("a", 4.8, 0.1), synthesizer("b", 1.2, null, 1)]));
  assert.equal(found.outcome, "thin");
  assert.match(found.headline, /not enough ratings, n = 1 for B/);
});

test("a system with too little data is left out by name, and the others are still ranked", () => {
  const found = answer(comparison("recognizer", [recognizer("a", 0.31, 0.03), recognizer("b", 0.12, 0.02), recognizer("c", 0.01, 0.01, 2)]));
  assert.equal(found.outcome, "clear");
  assert.deepEqual(found.leaders, ["b"]);
  assert.match(found.reasons.join(" "), /Left out with fewer than 5 scored recordings: C \(n = 2\)\./);
});

test("one system alone leads nothing", () => {
  const found = answer(comparison("synthesizer", [synthesizer("a", 4.8, 0.1)]));
  assert.equal(found.outcome, "alone");
  assert.match(found.headline, /nothing to compare it with/);
});

test("nothing measured gives an answer without numbers", () => {
  const found = answer(comparison("tokenizer", []));
  assert.equal(found.outcome, "none");
  assert.deepEqual(found.reasons, []);
});

test("the hidden reference and the anchors never lead", () => {
  const box = (/** @type {number} */ mean) => ({ median: mean, q1: mean, q3: mean, low: mean, high: mean, mean, meanLow: mean - 1, meanHigh: mean + 1, n: 12, outliers: [] });
  const found = answer(comparison("tokenizer", [
    { id: "reference", title: "Hidden reference", colour: 0, role: "reference", mushra: box(99) },
    { id: "a", title: "A", colour: 1, role: "system", mushra: box(70) },
    { id: "b", title: "B", colour: 2, mushra: box(40) },
  ]));
  assert.equal(found.headline, "A leads by 30 MUSHRA points: its interval overlaps no other.");
});

test("a preference whose exact interval excludes one half decides between two systems that opinion scores cannot", () => {
  const preferences = [{ a: "a", b: "b", winsA: 2, winsB: 16, ties: 1, n: 19, share: 2 / 18, low: 0.014, high: 0.347, pValue: 0.0013 }];
  const found = answer(comparison("synthesizer", [synthesizer("a", 3.1, 0.4), synthesizer("b", 3.4, 0.4)], preferences));
  assert.equal(found.outcome, "clear");
  assert.equal(found.headline, "B is preferred to A: 16 to 2, 1 undecided.");
  assert.match(found.reasons[0], /^89.% of decided choices, exact 95.% interval 65.% to 99.%, sign test p = 0\.001\.$/);
  assert.match(found.reasons.join(" "), /Too close to call/);
});

test("five choices in a row are not yet a preference", () => {
  const [found] = preferenceAnswers(comparison("synthesizer", [], [{ a: "a", b: "b", winsA: 5, winsB: 0, ties: 0, n: 5, share: 1, low: 0.478, high: 1, pValue: 0.0625 }]));
  assert.equal(found.outcome, "thin");
  assert.match(found.reasons[0], /Fewer than six/);
});

test("a single listener and unequal material are pointed out", () => {
  assert.match(cautions(comparison("synthesizer", [synthesizer("a", 4, 0.2, 9, 1), synthesizer("b", 3, 0.2, 9, 1)]))[0], /one listener/);
  assert.match(cautions(comparison("recognizer", [recognizer("a", 0.2, 0.1, 9, 100), recognizer("b", 0.3, 0.1, 9, 200)]))[0], /not scored on the same words \(100 to 200\)/);
  assert.deepEqual(cautions(comparison("recognizer", [recognizer("a", 0.2, 0.1), recognizer("b", 0.3, 0.1)])), []);
});

test("a hidden reference that listeners missed is pointed out", () => {
  const reference = (/** @type {number} */ mean) => ({ id: "reference", title: "Hidden reference", colour: -1, role: "reference", mushra: { median: mean, q1: mean, q3: mean, low: mean, high: mean, mean, meanLow: null, meanHigh: null, n: 2, listeners: 2, outliers: [] } });
  assert.match(cautions(comparison("tokenizer", [reference(62)]))[0], /hidden reference was rated 62/);
  assert.deepEqual(cautions(comparison("tokenizer", [reference(96)])), []);
});

test("different bit rates are pointed out, equal ones are not", () => {
  const at = (/** @type {string} */ id, /** @type {number} */ rate) => ({ id, title: id, colour: 0, mos: { mean: 3, low: 2, high: 4, n: 9, listeners: 3 }, bitRate: { median: rate, low: null, high: null, n: 1 } });
  assert.match(cautions(comparison("tokenizer", [at("a", 450), at("b", 1800)]))[0], /Bit rates differ \(0\.45.kbps to 1\.80.kbps\)/);
  assert.deepEqual(cautions(comparison("tokenizer", [at("a", 450), at("b", 450)])), []);
});

test("touching intervals overlap, missing ones cannot be told apart", () => {
  const score = (/** @type {number | null} */ low, /** @type {number | null} */ high) => ({ id: "", title: "", value: 0, low, high, n: 9 });
  assert.equal(overlap(score(1, 2), score(2, 3)), true);
  assert.equal(overlap(score(1, 2), score(2.01, 3)), false);
  assert.equal(overlap(score(null, null), score(2, 3)), true);
});

test("equal values rank the better supported first", () => {
  const score = (/** @type {string} */ id, /** @type {number} */ n) => ({ id, title: id, value: 3, low: 2, high: 4, n });
  assert.deepEqual(rank([score("few", 6), score("many", 60)], { higherIsBetter: true, least: 5 }).order.map(({ id }) => id), ["many", "few"]);
});

test("names are listed as one says them", () => {
  assert.deepEqual([[], ["A"], ["A", "B"], ["A", "B", "C"]].map(listed), ["", "A", "A and B", "A, B and C"]);
});
