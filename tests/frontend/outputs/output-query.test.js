import assert from "node:assert/strict";
import { test } from "node:test";
import { askedOf, outputsAddress, readOutputFilters, settingsInWords, writeOutputFilters } from "../../../wwwroot/js/outputs/output-query.js";

const output = (/** @type {any} */ rest) => ({ id: "1", trialId: "2", createdAt: "", system: { id: "s", title: "S", colour: 0 }, kind: /** @type {const} */ ("synthesizer"), hasAudio: true, kept: true, ...rest });

test("a search survives the address", () => {
  const filters = { kind: "synthesizer", system: "scoop-voice-parallel", search: "five & six", all: true };
  assert.deepEqual(readOutputFilters(writeOutputFilters(filters)), filters);
  assert.equal(writeOutputFilters(readOutputFilters("?kind=nonsense")), "");
});

test("only kept outputs are asked for unless all are wanted", () => {
  const filters = { kind: "", system: "", search: "  ", all: false };
  assert.equal(outputsAddress(filters), "/api/outputs?kept=true&limit=30");
  assert.equal(outputsAddress({ ...filters, all: true }, "id-1"), "/api/outputs?before=id-1&limit=30");
});

test("an output says what was asked of it", () => {
  assert.deepEqual(askedOf(output({ prompt: "Hello." })), { term: "Text", words: "Hello." });
  assert.deepEqual(askedOf(output({ reference: "hello", clipName: "a.wav" })), { term: "Reference", words: "hello" });
  assert.deepEqual(askedOf(output({ clipName: "a.wav" })), { term: "Recording", words: "a.wav" });
  assert.equal(askedOf(output({})).words, "microphone, not kept");
});

test("settings that say nothing are left out", () => {
  assert.equal(settingsInWords(output({ settings: { codebooks: 4, hotWords: [], words: ["one", "two"], rate: null } })), "codebooks 4 · words: 2");
  assert.equal(settingsInWords(output({ settings: null })), "");
});
