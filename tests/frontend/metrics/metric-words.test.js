import assert from "node:assert/strict";
import { test } from "node:test";
import { checksInWords, difference, directionInWords, exact, findMetrics, groupMetrics, needsInWords, validityInWords } from "../../../wwwroot/js/metrics/metric-words.js";

const validity = { lowestSampleRate: 1, highestSampleRate: 768_000, bandHz: null, shortestSeconds: 0, alignsItself: false, domains: /** @type {string[]} */ ([]) };
const metric = (/** @type {string} */ id, /** @type {any} */ more = {}) =>
  ({ id, title: id.toUpperCase(), group: "waveform", version: "1", unit: "", needs: [], direction: "higher-is-better", identity: null, source: "", blindTo: "", validity, ...more });
const value = (/** @type {string} */ id, /** @type {boolean} */ passed) =>
  ({ metric: id, signals: "voice", basis: /** @type {const} */ ("numpy"), expected: 1, got: 1, difference: 0, tolerance: 0, passed, notValid: null });

test("metrics stand by group in a fixed order", () => {
  const groups = groupMetrics([metric("f0", { group: "pitch" }), metric("snr"), metric("stoi", { group: "intelligibility" })]);
  assert.deepEqual(groups.map(({ group }) => group), ["waveform", "intelligibility", "pitch"]);
});

test("a search finds by every word, and may leave out what needs more than the clip", () => {
  const all = [metric("mel-dac", { needs: ["reference"], source: "Descript" }), metric("mel"), metric("loudness", { unit: "LUFS" })];
  assert.deepEqual(findMetrics(all, "MEL descript", false).map(({ id }) => id), ["mel-dac"]);
  assert.deepEqual(findMetrics(all, "lufs", false).map(({ id }) => id), ["loudness"]);
  assert.deepEqual(findMetrics(all, "", true).map(({ id }) => id), ["mel", "loudness"]);
});

test("needs and direction are words", () => {
  assert.equal(needsInWords(metric("a")), "the clip alone");
  assert.equal(needsInWords(metric("a", { needs: ["reference", "text"] })), "a clip and its reference and its text");
  assert.equal(directionInWords(metric("a", { identity: "Infinity" })), "higher is better, at best ∞");
  assert.equal(directionInWords(metric("a", { direction: "lower-is-better", identity: 0 })), "lower is better, at best 0");
  assert.equal(directionInWords(metric("a", { direction: "neutral", identity: 0 })), "describes, does not judge");
});

test("validity leaves out what does not limit", () => {
  assert.deepEqual(validityInWords(metric("a")), ["any sound", "any sample rate"]);
  assert.deepEqual(validityInWords(metric("a", { validity: { ...validity, lowestSampleRate: 8000, highestSampleRate: 48_000, bandHz: 4280, shortestSeconds: 0.4, alignsItself: true, domains: ["speech", "singing"] } })),
    ["speech, singing", "8\u202fkHz to 48\u202fkHz", "hears up to 4.28\u202fkHz", "from 0.4\u202fs", "aligns by itself"]);
});

test("numbers keep what matters, and infinities have their sign", () => {
  assert.equal(exact(13.129209463620501), "13.129209");
  assert.equal(exact(-0.0000000001), "0");
  assert.equal(exact(-17.9587494), "−17.958749");
  assert.equal(exact("Infinity"), "∞");
  assert.equal(exact(null), "–");
  assert.equal(difference(0), "0");
  assert.equal(difference(0.0572), "0.057");
  assert.equal(difference(2.8e-7), "3·10⁻⁷");
  assert.equal(difference(null), "–");
});

test("the state of all metrics fits in a sentence", () => {
  const all = [metric("a"), metric("b"), metric("c")];
  assert.equal(checksInWords(all.slice(0, 1), [value("a", true)]), "1 of 1 metrics give here what they should.");
  assert.equal(checksInWords(all, [value("a", true), value("b", true), value("b", false)]), "1 of 3 metrics give here what they should, 1 do not, 1 without golden values on the built-in signals.");
});
