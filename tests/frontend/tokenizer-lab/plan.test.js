import assert from "node:assert/strict";
import { test } from "node:test";
import { conditionsOf, keysOf, usualChoices, usualMetrics } from "../../../wwwroot/js/tokenizer-lab/plan.js";

const option = (settings, phrase) => ({ settings, phrase, bitRate: null });
const codec = { id: "codec", isBaseline: false, usable: true, options: Array.from({ length: 9 }, (_, i) => option({ codebooks: i + 1 }, `${i + 1} codebooks`)) };
const muLaw = { id: "baseline/mu-law", isBaseline: true, usable: true, options: [option({ bits: 4 }, "4 bits"), option({ bits: 8 }, "8 bits")] };
const opus = { id: "baseline/opus", isBaseline: true, usable: false, options: [option({ kbps: 12 }, "12 kbit/s")] };

test("a run begins with doubling codebooks, all of them, and the usual baselines that can be used", () => {
  const chosen = usualChoices([codec, muLaw, opus]);
  assert.deepEqual(conditionsOf([codec, muLaw, opus], chosen), [
    ...[1, 2, 4, 8, 9].map((codebooks) => ({ systemId: "codec", settings: { codebooks } })), { systemId: "baseline/mu-law", settings: { bits: 8 } },
  ]);
});

test("a run begins with metrics that compare with the original and point one way", () => {
  const metric = (id, needs, direction = "higher-is-better") => ({ id, needs, direction });
  assert.deepEqual(usualMetrics([metric("si-sdr", ["reference"]), metric("dnsmos", ["pack"]), metric("delay", ["reference"], "neutral"), metric("wer", ["reference", "text"])]), ["si-sdr"]);
});

test("every file gets a key of its own, without folder and ending", () =>
  assert.deepEqual(keysOf(["a/one.wav", "b\\one.flac", "two.tar.gz", ".wav", "one 2.wav"]), ["one", "one 2", "two.tar", "clip", "one 2 2"]));
