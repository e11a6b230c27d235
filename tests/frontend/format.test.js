import assert from "node:assert/strict";
import { test } from "node:test";
import { bitRate, bytes, clock, milliseconds, number, percent, plural, realTimeFactor, seconds, timeLeft, withInterval } from "../../wwwroot/js/ui/format.js";

const plain = (text) => text.replaceAll("\u202f", " ");

test("what rounds to zero has no sign", () => {
  assert.equal(number(-0.04, 1), "0.0");
  assert.equal(number(-0, 0), "0");
  assert.equal(number(-0.06, 1), "-0.1");
  assert.equal(number(-1000), "-1,000.00");
});

test("numbers carry their unit and as many digits as help", () => {
  assert.equal(plain(percent(0.1234)), "12.3 %");
  assert.equal(plain(seconds(2.345)), "2.35 s");
  assert.equal(seconds(75), "1:15");
  assert.equal(plain(milliseconds(0.3404)), "340 ms");
  assert.equal(plain(milliseconds(12.34)), "12.3 s");
  assert.equal(realTimeFactor(0.0312), "0.031×");
  assert.equal(realTimeFactor(1.5), "1.50×");
  assert.equal(plain(bitRate(1800)), "1.80 kbps");
  assert.equal(plain(bytes(1_234_567)), "1.2 MB");
  assert.equal(plain(bytes(999)), "999 B");
  assert.equal(clock(3723), "1:02:03");
});

test("what is not known is a dash, never zero or NaN", () => {
  for (const show of [number, percent, seconds, milliseconds, realTimeFactor, bitRate, bytes]) {
    assert.equal(show(null), "–");
    assert.equal(show(undefined), "–");
  }
  assert.equal(percent(Number.NaN), "–");
});

test("a value shows its interval where it has one", () => {
  assert.equal(withInterval(3.4, 3.1, 3.7), "3.40 [3.10, 3.70]");
  assert.equal(withInterval(3.4, null, null), "3.40");
  assert.equal(withInterval(null, 1, 2), "–");
});

test("one is singular", () => {
  assert.deepEqual([plural(1, "clip"), plural(2, "clip"), plural(2, "stimulus", "stimuli")], ["1 clip", "2 clips", "2 stimuli"]);
});

test("time left follows from the pace so far, and is not guessed too early", () => {
  assert.equal(timeLeft({ elapsed: 1, from: 0, now: 0.5 }), "");
  assert.equal(timeLeft({ elapsed: 10, from: 0, now: 0.01 }), "");
  assert.equal(timeLeft({ elapsed: 10, from: 0, now: 0.25 }), "about 30 seconds left");
  assert.equal(timeLeft({ elapsed: 10, from: 0.5, now: 0.75 }), "about 10 seconds left");
  assert.equal(timeLeft({ elapsed: 60, from: 0, now: 0.2 }), "about 4:00 left");
  assert.equal(timeLeft({ elapsed: 60, from: 0, now: 1 }), "");
});
