// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { deviationFor, itemsOf, pairWords } from "../../../../wwwroot/js/listening-tests/builder/pilot.js";

const around = (/** @type {number} */ value) => ({ value, low: value / 2, high: value * 2 });
const pair = {
  design: "mushra", scale: "mushra", a: "a", titleA: "A", b: "b", titleB: "B", items: 4,
  spread: { listeners: 12, itemsPerListener: 4, mean: 5, deviation: around(5), cautious: 6.5, between: around(4), residual: around(6) },
};

test("the pilot's own number of items gives the deviation that was measured", () => {
  assert.equal(itemsOf(pair), 4);
  assert.deepEqual(deviationFor(pair, 4), { deviation: 5, cautious: 6.5 });
});

test("more items shrink what is within a listener only", () => {
  const many = deviationFor(pair, 9);
  assert.ok(Math.abs(many.deviation - Math.sqrt(16 + 4)) < 1e-12);
  assert.ok(Math.abs(many.cautious / many.deviation - 1.3) < 1e-12);
  assert.ok(deviationFor(pair, 1e9).deviation >= 4);
});

test("one item for each listener leaves the deviation as it is and says so", () => {
  const single = { ...pair, spread: { ...pair.spread, itemsPerListener: 1, between: null, residual: null } };
  assert.deepEqual(deviationFor(single, 7), { deviation: 5, cautious: 6.5 });
  assert.match(pairWords(single), /cannot be told/u);
  assert.match(pairWords(pair), /5\.00 \(2\.50–10\.00\) from 12 listeners with 4 items each/u);
});
