import assert from "node:assert/strict";
import { test } from "node:test";
import { bitRate, count, counted, duration, fixed, interval, percent, pValue, realTimeFactor, size } from "../../../wwwroot/js/comparisons/numbers.js";

test("a missing number is a dash, whatever its unit", () => {
  for (const write of [percent, duration, realTimeFactor, bitRate, size, count, pValue]) {
    assert.equal(write(null), "–");
    assert.equal(write(Number.NaN), "–");
  }
  assert.equal(fixed(undefined, 2), "–");
});

test("negative numbers carry a true minus sign, and a rounded zero carries none", () => {
  assert.equal(fixed(-1.25, 1), "−1.3");
  assert.equal(fixed(-0.001, 2), "0.00");
});

test("shares below ten percent keep a decimal", () => {
  assert.equal(percent(0.0731), "7.3 %");
  assert.equal(percent(0.0996), "10 %");
  assert.equal(percent(1.25), "125 %");
  assert.equal(percent(0), "0.0 %");
});

test("durations choose their unit so that rounding never shows a thousand milliseconds", () => {
  assert.equal(duration(0.042), "42 ms");
  assert.equal(duration(0.9999), "1.00 s");
  assert.equal(duration(12.34), "12.3 s");
  assert.equal(duration(125), "2 min 05 s");
});

test("rates and sizes read as the field writes them", () => {
  assert.equal(bitRate(450), "450 bit/s");
  assert.equal(bitRate(1800), "1.80 kbit/s");
  assert.equal(size(999), "999 B");
  assert.equal(size(999_600), "1.0 MB");
  assert.equal(size(24_300_000), "24 MB");
  assert.equal(realTimeFactor(0.0123), "0.012");
  assert.equal(count(1234567), "1\u2009234\u2009567");
  assert.equal(counted(1, "rating"), "1 rating");
  assert.equal(counted(0, "rating"), "0 ratings");
});

test("p values stop at a thousandth", () => {
  assert.equal(pValue(0.0004), "p < 0.001");
  assert.equal(pValue(0.0311), "p = 0.031");
  assert.equal(pValue(0.62), "p = 0.62");
});

test("an interval without both ends is nothing", () => {
  assert.equal(interval(3.1, 3.92, (value) => fixed(value, 2)), "3.10 to 3.92");
  assert.equal(interval(null, 3.92, String), "");
});
