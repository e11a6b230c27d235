import assert from "node:assert/strict";
import { test } from "node:test";
import { measuresOf, usualPair } from "../../../wwwroot/js/synthesis-lab/measures.js";

const estimate = (value) => ({ value, low: value - 0.1, high: value + 0.1, prompts: 5 });
const view = (metrics, within = true) => ({
  metrics,
  analysis: {
    failures: [{ condition: "voice", byPrompt: estimate(0.2) }],
    spread: metrics.map(({ id }) => ({ condition: "voice", metric: id, mean: estimate(1), within: within ? estimate(0.5) : null })),
  },
});
const wer = { id: "wer", title: "Word error rate", unit: "" }, pitch = { id: "f0-sd-semitones", title: "F0 SD", unit: "st" };

test("every metric has a mean and a spread, and failures a rate", () => {
  const measures = measuresOf(view([wer, pitch]));
  assert.deepEqual(measures.map(({ id }) => id), ["failure-rate", "wer:mean", "wer:within", "f0-sd-semitones:mean", "f0-sd-semitones:within"]);
  assert.equal(measures[0].write(measures[0].of("voice")), "20.0\u202f% [10.0\u202f%, 30.0\u202f%]");
  assert.equal(measures[3].write(measures[3].of("voice")), "1.00 [0.90, 1.10]");
  assert.equal(measures[3].of("other"), null);
});

test("pitch movement stands against the spread of word errors", () => {
  const pair = usualPair(measuresOf(view([wer, pitch])));
  assert.deepEqual([pair?.x.id, pair?.y.id], ["f0-sd-semitones:mean", "wer:within"]);
});

test("without a recognizer failures stand up, and with one take a prompt means", () => {
  assert.equal(usualPair(measuresOf(view([pitch])))?.y.id, "failure-rate");
  assert.equal(usualPair(measuresOf(view([wer, pitch], false)))?.y.id, "wer:mean");
});

test("where nothing was measured there is nothing to set against failures", () => assert.equal(usualPair(measuresOf(view([]))), null));
