import assert from "node:assert/strict";
import { test } from "node:test";
import { between, pixels, stopsOf } from "../../../wwwroot/js/spectrograms/colours.js";
import { bandsOf, byteOf, csvOf, levelAt, loudestOf, reachOf } from "../../../wwwroot/js/spectrograms/image.js";
import { fixedAxis } from "../../../wwwroot/js/plots/axis.js";
import { differenceInWords, digitsOf, frequency, levelsInWords, signedDb } from "../../../wwwroot/js/spectrograms/words.js";

const axes = { from: 0, to: 2, low: 0, high: 8000, width: 4, height: 8, windowSeconds: 0.02, lowestDb: -120, stepDb: 0.5, sampleRate: 16_000, seconds: 2 };
/** Silence but for −20 dBFS in the rows from 4 kHz down. */
const half = { axes, bytes: Uint8Array.from({ length: 32 }, (_, i) => (i < 16 ? 0 : 200)) };

/** WCAG's relative luminance. */
const luminance = (rgb) => {
  const [red, green, blue] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

test("levels get lighter all the way, so that they read without colour", () => {
  for (const [palette, dark, sign] of [["heat", false, 1], ["heat", true, 1], ["ink", false, -1], ["ink", true, 1]]) {
    const lights = Array.from({ length: 256 }, (_, i) => sign * luminance(between(stopsOf(palette, dark), i / 255)));
    assert.ok(lights.every((light, i) => i === 0 || light >= lights[i - 1]), `${palette} ${dark}`);
    assert.ok(lights[255] - lights[0] > 0.7);
  }
});

test("differences go away from the page's colour on both sides, one blue, one orange", () => {
  for (const dark of [false, true]) {
    const stops = stopsOf("difference", dark);
    const away = (share) => Math.abs(luminance(between(stops, share)) - luminance(between(stops, 0.5)));
    for (const [near, far] of [[0.4, 0.2], [0.2, 0], [0.6, 0.8], [0.8, 1]]) assert.ok(away(far) > away(near));
    const [quieter, louder] = [between(stops, 0.2), between(stops, 0.8)];
    assert.ok(quieter[2] > quieter[0] && louder[0] > louder[2]);
  }
});

test("bytes outside the range have the colours of its ends", () => {
  const colours = pixels([[0, 0, 0], [255, 255, 255]], 100, 200);
  assert.equal(colours[0], 0xff000000);
  assert.equal(colours[150], 0xff808080);
  assert.equal(colours[255], 0xffffffff);
});

test("an image knows its loudest level, how high it reaches, and the level at a place", () => {
  assert.equal(loudestOf(half), -20);
  assert.equal(reachOf(half), 4000);
  assert.equal(levelAt(half, 0.5, 0.9), -20);
  assert.equal(levelAt(half, 2, -1), -120);
  assert.equal(byteOf(axes, -20), 200);
  assert.match(levelsInWords(half), /−20.dBFS.*up to 4.kHz/u);
  assert.equal(levelsInWords({ axes, bytes: new Uint8Array(32) }), "Silent.");
});

test("a difference is told band by band, the lowest first", () => {
  const image = { axes: { ...axes, lowestDb: -64 }, bytes: Uint8Array.from({ length: 32 }, (_, i) => (i < 8 ? 108 : 128)) };
  const bands = bandsOf(image);
  assert.deepEqual(bands.map((band) => [band.low, band.meanDb, band.sizeDb]), [[0, 0, 0], [2000, 0, 0], [4000, 0, 0], [6000, -10, 10]]);
  assert.match(differenceInWords(image), /−10.0.dB \(size 10.0\) at 6.kHz–8.kHz/u);
  assert.equal(differenceInWords({ axes: image.axes, bytes: new Uint8Array(32).fill(128) }), "No difference.");
});

test("the table behind an image has a row a frequency and a column a moment", () => {
  const lines = csvOf(half, "level_dbfs").trim().split("\n");
  assert.equal(lines[1], "hertz\\seconds,0.2500,0.7500,1.2500,1.7500");
  assert.equal(lines[2], "7500.0,-120,-120,-120,-120");
  assert.equal(lines[9], "500.0,-20,-20,-20,-20");
});

test("frequencies and differences are written as people write them", () => {
  assert.deepEqual([frequency(850), frequency(3500), frequency(24_000)].map((words) => words.replace("\u202f", " ")), ["850 Hz", "3.5 kHz", "24 kHz"]);
  assert.deepEqual([signedDb(3), signedDb(-12.4), signedDb(0.01)].map((words) => words.replace("\u202f", " ")), ["+3 dB", "−12 dB", "0 dB"]);
});

test("ticks have the decimals that tell them apart, also where there is only one or none", () => {
  for (const [low, high] of [[0, 30], [0, 3], [0.5, 0.6], [0.5, 0.52], [0.667, 3.333], [1.9, 2.02]]) {
    const axis = fixedAxis(low, high, 2);
    assert.ok(Number.isInteger(digitsOf(axis)) && digitsOf(axis) >= 0 && digitsOf(axis) <= 3, `${low}..${high}: ${digitsOf(axis)} for ${axis.ticks}`);
    assert.equal(new Set(axis.ticks.map((tick) => tick.toFixed(digitsOf(axis)))).size, axis.ticks.length);
  }
  assert.equal(digitsOf({ low: 1.1, high: 1.9, ticks: [], at: () => 0 }), 1);
});
