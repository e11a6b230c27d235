import assert from "node:assert/strict";
import { test } from "node:test";
import { groupPacks, isTesting, packsInWords, systemFacts } from "../../../wwwroot/js/systems/pack-groups.js";

const pack = (/** @type {string} */ id, /** @type {string} */ task, /** @type {any} */ status, /** @type {any} */ selfTest = null) =>
  ({ id, version: "1", title: id, description: "", task, family: "", languages: [], licence: "", bytes: 0, status, problems: [], selfTest, hasCard: false });

test("packs stand by task, broken ones first, programs after models, unknown tasks at the end", () => {
  const groups = groupPacks([pack("vad", "voice-activity", "ready"), { ...pack("p", "recognizer", "ready"), family: "command" }, pack("a", "recognizer", "ready"), pack("b", "recognizer", "broken"), pack("t", "tokenizer", "unavailable")]);
  assert.deepEqual(groups.map(({ task, packs }) => [task, packs.map(({ id }) => id)]), [["recognizer", ["b", "a", "p"]], ["tokenizer", ["t"]], ["other", ["vad"]]]);
});

test("the state of all packs fits in a sentence", () => {
  assert.equal(packsInWords([pack("a", "recognizer", "ready")]), "1 of 1 packs ready.");
  assert.equal(packsInWords([pack("a", "recognizer", "ready"), pack("b", "recognizer", "broken"), pack("c", "recognizer", "unavailable")]),
    "1 of 3 packs ready, 1 waiting for a program that is not installed, 1 broken.");
});

test("only ready packs have self tests to wait for", () => {
  assert.equal(isTesting([pack("a", "recognizer", "ready")]), true);
  assert.equal(isTesting([pack("a", "recognizer", "ready", { passed: false, message: "", realTimeFactor: 0 }), pack("b", "recognizer", "broken")]), false);
});

test("a system's facts leave out what does not apply and count its lists", () => {
  const system = /** @type {any} */ ({ traits: { sampleRate: 16000, streaming: true, lookAheadSeconds: 0.42, codebooks: null }, settings: { decoder: "lexicon", model: "model", hotWords: ["a", "b"], languageModelWeight: 0.5 } });
  assert.deepEqual(systemFacts(system), ["16 kHz", "streaming", "looks ahead 420 ms", "decoder lexicon", "hot words: 2", "language model weight 0.5"]);
  assert.deepEqual(systemFacts(/** @type {any} */ ({ traits: {}, settings: null })), []);
});
