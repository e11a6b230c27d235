import assert from "node:assert/strict";
import { test } from "node:test";
import { axisAround, axisFromZero, fixedAxis, logAxis, valueAxis } from "../../../wwwroot/js/plots/axis.js";

test("the opinion scale has a tick at each grade", () => {
  assert.deepEqual(fixedAxis(1, 5, 4).ticks, [1, 2, 3, 4, 5]);
  assert.equal(fixedAxis(1, 5).at(3), 0.5);
});

test("an axis from zero ends on a round tick that holds the largest value", () => {
  const axis = axisFromZero([0.31, null, 0.42]);
  assert.equal(axis.low, 0);
  assert.ok(axis.high >= 0.42);
  assert.equal(axis.ticks.at(-1), axis.high);
  assert.deepEqual(axis.ticks, [0, 0.1, 0.2, 0.3, 0.4, 0.5]);
});

test("an axis without values still has a length", () => {
  const axis = axisFromZero([null]);
  assert.ok(axis.high > axis.low);
  assert.ok(axis.ticks.length >= 2);
});

test("a value outside an axis is drawn at its end", () => {
  assert.equal(fixedAxis(0, 100).at(140), 1);
  assert.equal(fixedAxis(0, 100).at(-3), 0);
});

test("a logarithmic axis holds all values within whole decades", () => {
  const axis = logAxis([0.012, 0.31]);
  assert.ok(axis);
  assert.deepEqual(axis.ticks, [0.01, 0.1, 1]);
  assert.ok(Math.abs(axis.at(0.1) - 0.5) < 1e-12);
  assert.equal(logAxis([0, -1]), null);
});

test("an axis of values has a tick at each, none at its very ends, and needs two", () => {
  const axis = valueAxis([1800, 450, 450]);
  assert.ok(axis);
  assert.deepEqual(axis.ticks, [450, 1800]);
  assert.ok(axis.at(450) > 0.05 && axis.at(1800) < 0.95);
  assert.equal(valueAxis([900, 900]), null);
});

test("an axis around values ends on round ticks that hold them, even a single one", () => {
  const axis = axisAround([0.61, 0.93]);
  assert.ok(axis.low > 0.5 && axis.low <= 0.61 && axis.high >= 0.93 && axis.high <= 1);
  assert.equal(axis.ticks[0], axis.low);
  assert.equal(axis.ticks.at(-1), axis.high);
  for (const value of [0.5, 0, -3]) {
    const one = axisAround([value]);
    assert.ok(one.low < one.high && one.low <= value && value <= one.high);
  }
});
