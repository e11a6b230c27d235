import assert from "node:assert/strict";
import { test } from "node:test";
import { outputsOf, usualConditions } from "../../../wwwroot/js/tokenizer-lab/test-plan.js";
import { curvesOf, rowsOf } from "../../../wwwroot/js/tokenizer-lab/curves.js";
import { kilobits, rateAxis } from "../../../wwwroot/js/tokenizer-lab/rate-axis.js";
import { pointWords } from "../../../wwwroot/js/tokenizer-lab/words.js";

const condition = (id, system, done = 1) => ({ id, title: id, done, system: { id: system, title: system, colour: 2 } });
const point = (id, bitRate, mean, more = {}) => ({ condition: id, bitRate, mean, low: mean - 1, high: mean + 1, n: 3, exact: 0, refused: 0, reasons: [], ...more });
const conditions = [condition("codec?8", "codec"), condition("codec?2", "codec"), condition("filter", "baseline/low-pass")];

test("a system's bit rates make one curve, and what has no bit rate a dashed line across", () => {
  const drawn = curvesOf({ points: [point("codec?8", 3600, 9), point("codec?2", 900, 4), point("filter", null, 12)] }, conditions);
  assert.deepEqual(drawn.curves.map((curve) => [curve.id, Boolean(curve.dashed), curve.points.map(({ y }) => y)]), [["filter", true, [12, 12]], ["codec", false, [4, 9]]]);
  const [from, to] = drawn.curves[0].points.map(({ x }) => drawn.x.at(x));
  assert.ok(from > 0 && from < 0.06 && to > 0.94 && to < 1);
  assert.ok(drawn.y.low <= 3 && drawn.y.high >= 13);
});

test("points without a mean are not drawn, and without any bit rate there are rows instead", () => {
  const none = point("codec?8", 3600, null, { low: null, high: null, refused: 3, reasons: ["no speech"] });
  assert.equal(curvesOf({ points: [none] }, conditions), null);
  assert.equal(curvesOf({ points: [point("filter", null, 12)] }, conditions), null);
  assert.deepEqual(rowsOf({ points: [point("filter", null, 12), none] }, conditions).map(({ id, value }) => [id, value]), [["filter", 12]]);
  assert.equal(pointWords(none), "not valid");
  assert.match(pointWords(point("x", 1, null, { exact: 1 })), /^infinite: 1 of 3 clips/u);
  assert.equal(pointWords(point("x", 1, 2)), "2.00 [1.00, 3.00]");
});

test("the axis of bit rates has few round ticks over one decade and over many", () => {
  assert.deepEqual(rateAxis([900, 3600]).ticks, [1000, 2000]);
  assert.deepEqual(rateAxis([6000, 24_000]).ticks, [5000, 10_000, 20_000]);
  assert.deepEqual(rateAxis([900, 384_000]).ticks, [1000, 3000, 10_000, 30_000, 100_000, 300_000]);
  assert.deepEqual(rateAxis([450, 1_536_000]).ticks, [1000, 10_000, 100_000, 1_000_000]);
  assert.equal(rateAxis([]), null);
  const axis = rateAxis([1000, 100_000]);
  assert.ok(Math.abs(axis.at(10_000) - 0.5) < 1e-9);
  assert.deepEqual([450, 1000, 12_345].map(kilobits), ["0.45", "1", "12.345"]);
});

test("a listening test begins without the filters that its anchors are, and takes the very outputs chosen", () => {
  const overview = { conditions: [...conditions, condition("failed", "codec", 0)], outputs: [{ id: "1", itemId: "a", condition: "codec?8" }, { id: "2", itemId: "b", condition: "codec?8" }, { id: "3", itemId: "a", condition: "filter" }] };
  assert.deepEqual(usualConditions(overview), ["codec?8", "codec?2"]);
  assert.deepEqual(outputsOf(overview, ["codec?8", "codec?2"], ["a"]), ["1"]);
});
