import assert from "node:assert/strict";
import { test } from "node:test";
import { answerRange, answerScales, checkWords, newCheck } from "../../../../wwwroot/js/listening-tests/builder/known-answers.js";

const trial = (/** @type {any} */ design, /** @type {any} */ more = {}) => /** @type {any} */ ({ id: "t", item: "i", design, stimuli: [{ id: "a", condition: "a" }], ...more });

test("only pages with one answer for each scale can have a known answer", () => {
  assert.deepEqual(answerScales(trial("p835")).map(({ id }) => id), ["sig", "bak", "ovrl"]);
  for (const design of ["mushra", "bs1116", "arena", "transcription"]) assert.deepEqual(answerScales(trial(design)), []);
  const scales = [{ id: "natural", minimum: 1, maximum: 7, points: [] }, { id: "alike", minimum: 0, maximum: 5, points: [] }];
  assert.equal(answerScales(trial("likert", { scales })).length, 2);
  assert.deepEqual(answerScales(trial("likert", { scales, stimuli: [{ id: "a" }, { id: "b" }] })), []);
  assert.deepEqual(answerScales(trial("likert")), []);
  assert.equal(answerScales(trial("ab")).length, 1);
  assert.deepEqual(answerScales(trial("ab", { options: { allowTie: false } })), []);
});

test("an answer for all scales must stand on each of them", () => {
  const own = trial("likert", { scales: [{ id: "natural", minimum: 1, maximum: 7 }, { id: "alike", minimum: 0, maximum: 5 }] });
  assert.deepEqual(answerRange(own, undefined), { minimum: 1, maximum: 5 });
  assert.deepEqual(answerRange(own, "natural"), { minimum: 1, maximum: 7 });
});

test("a check begins as the best quality, or as no difference", () => {
  assert.deepEqual(newCheck(trial("acr")), { kind: "gold", expected: 5, tolerance: 0 });
  assert.equal(newCheck(trial("ccr")).expected, 0);
  assert.deepEqual(newCheck(trial("abx")), { kind: "trap", expected: 1, tolerance: 0 });
  assert.equal(checkWords({ kind: "trap", expected: 2, tolerance: 1, scale: "bak" }), "trap: 2 ± 1 on bak");
  assert.equal(checkWords(newCheck(trial("acr"))), "gold clip: 5");
});
