import assert from "node:assert/strict";
import { test } from "node:test";
import { measures, ordered } from "../../../wwwroot/js/comparisons/measures.js";
import { fitName, plotFrame } from "../../../wwwroot/js/plots/plot-frame.js";
import { fixedAxis } from "../../../wwwroot/js/plots/axis.js";
import { pValue } from "../../../wwwroot/js/plots/p-value.js";
import { recipeEntries } from "../../../wwwroot/js/comparisons/recipe.js";

const system = (/** @type {string} */ id, /** @type {any} */ rest = {}) => ({ id, title: id, colour: 0, ...rest });

test("the best comes first by each measure's own sense of better, the unmeasured always last", () => {
  const rows = [system("none"), system("high", { mos: { mean: 4 } }), system("low", { mos: { mean: 2 } })];
  assert.deepEqual(ordered(rows, measures.mos, true).map(({ id }) => id), ["high", "low", "none"]);
  assert.deepEqual(ordered(rows, measures.mos, false).map(({ id }) => id), ["low", "high", "none"]);
  const timed = [system("slow", { realTimeFactor: { median: 0.9 } }), system("none"), system("fast", { realTimeFactor: { median: 0.1 } })];
  assert.deepEqual(ordered(timed, measures.realTimeFactor, true).map(({ id }) => id), ["fast", "slow", "none"]);
});

test("every number says what it rests on", () => {
  const rated = system("a", { mos: { mean: 3.456, low: 3.1, high: 3.8, n: 24, listeners: 3 } });
  assert.equal(measures.mos.main(rated), "3.46");
  assert.equal(measures.mos.detail(rated), "3.10–3.80 · n = 24");
  assert.equal(measures.mos.detail(system("b", { mos: { mean: 3, low: null, high: null, n: 1, listeners: 1 } })), "no interval · n = 1");
  const scored = system("c", { wer: { value: 0.123, low: 0.1, high: 0.15, n: 1, words: 200 } });
  assert.equal(measures.wer.detail(scored), "10.0–15.0 · 1 recording, 200 words");
});

test("a range names its unit once", () => {
  const timed = system("a", { delay: { median: 0.52, low: 0.49, high: 0.561, n: 24 }, realTimeFactor: { median: 0.041, low: 0.038, high: 0.12, n: 3 } });
  assert.equal(measures.delay.detail(timed), "490–561 · n = 24");
  assert.equal(measures.realTimeFactor.detail(timed), "0.038–0.12 · n = 3");
});

test("what was not measured shows nothing rather than zero", () => {
  for (const measure of Object.values(measures)) {
    assert.equal(measure.value(system("a")), null);
    assert.equal(measure.main(system("a")), "");
    assert.equal(measure.detail(system("a")), "");
  }
});

test("a plot keeps its drawing inside its width, wide and narrow", () => {
  const row = { title: "A system with a very long name, in its third variant", figure: "3.46 (3.10–3.80 · n = 24)" };
  for (const width of [320, 390, 640, 1400]) {
    const frame = plotFrame({ width, rows: [row, row, row], axis: fixedAxis(1, 5, 4) });
    assert.ok(frame.left < frame.right && frame.right <= width, `width ${width}`);
    assert.equal(frame.x(1), frame.left);
    assert.equal(frame.x(5), frame.right);
    assert.ok(frame.y(2) < frame.bottom && frame.axisY < frame.height);
    // On 640 px a name of 49 characters would leave no room for the drawing.
    assert.equal(frame.stacked, width < 1400);
  }
  for (const width of [320, 640]) assert.equal(plotFrame({ width, rows: [{ ...row, title: "A system" }], axis: fixedAxis(1, 5, 4) }).stacked, width < 620);
});

test("long names are cut with an ellipsis", () => {
  assert.equal(fitName("short", 200), "short");
  assert.equal(fitName("a very long name of a system", 80), "a very lo…");
});

test("p values stop at a thousandth", () => {
  assert.equal(pValue(0.0004), "p < 0.001");
  assert.equal(pValue(0.0311), "p = 0.031");
  assert.equal(pValue(0.62), "p = 0.62");
});

test("a recipe reads as one flat list in its own order", () => {
  assert.deepEqual(recipeEntries({ normaliser: "english/1", bootstrap: { bootstrapSeed: 7, resamples: 10000 }, extra: null }),
    ["normaliser english/1", "bootstrap bootstrap seed 7", "bootstrap resamples 10000"]);
});
