import assert from "node:assert/strict";
import { test } from "node:test";
import { StreamResampler } from "../../wwwroot/js/live/audio/resampler.js";

const tone = (frequency, rate, count, amplitude = 0.5) => Float32Array.from({ length: count }, (_, i) => amplitude * Math.sin((2 * Math.PI * frequency * i) / rate));

function resample(input, from, to, portion = input.length) {
  const resampler = new StreamResampler(from, to);
  const parts = [];
  for (let at = 0; at < input.length; at += portion) parts.push(resampler.process(input.subarray(at, at + portion)));
  parts.push(resampler.flush());
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

/** Largest difference, leaving out the edges where the filter sees silence. */
const worst = (a, b, edge) => Math.max(...a.slice(edge, b.length - edge).map((value, i) => Math.abs(value - b[i + edge])));

for (const from of [48_000, 44_100, 96_000, 8_000, 22_050]) {
  test(`a tone keeps its level and place from ${from} Hz to 16 kHz`, () => {
    const output = resample(tone(1000, from, from), from, 16_000);
    assert.equal(output.length, 16_000);
    assert.ok(worst(output, tone(1000, 16_000, 16_000), 200) < 1e-3);
  });
}

test("a tone above half the output rate is taken out", () => {
  const output = resample(tone(9000, 48_000, 48_000), 48_000, 16_000).slice(200, -200);
  assert.ok(Math.max(...output.map(Math.abs)) < 0.5 * 10 ** (-70 / 20));
});

test("portions of any size give the same samples as the whole", () => {
  const input = tone(440, 44_100, 10_000);
  const whole = resample(input, 44_100, 16_000);
  for (const portion of [1, 128, 441, 9_999]) assert.deepEqual(resample(input, 44_100, 16_000, portion), whole);
});

test("equal rates pass samples through", () => {
  const input = tone(440, 16_000, 500);
  assert.deepEqual(resample(input, 16_000, 16_000, 128), input);
});

test("a rate of nothing is refused by name", () => {
  assert.throws(() => new StreamResampler(0, 16_000), /0 and 16000/);
});
