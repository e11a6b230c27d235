import assert from "node:assert/strict";
import { test } from "node:test";
import { addSection, changeSection, moveSection, readPoints, removeSection, writePoints } from "../../../../wwwroot/js/listening-tests/builder/draft-edits.js";

const draft = /** @type {any} */ ({ title: "T", language: "en", seed: 1, conditions: [], preparation: {}, sections: [{ kind: "consent" }, { kind: "volume" }, { kind: "trials", trials: [] }] });
const kinds = (/** @type {any} */ definition) => definition.sections.map((/** @type {any} */ section) => section.kind).join(" ");

test("sections are added before the trials, moved, changed and taken out, and the draft before stays as it was", () => {
  assert.equal(kinds(addSection(draft, "headphones")), "consent volume headphones trials");
  assert.equal(kinds(moveSection(draft, 2, -1)), "consent trials volume");
  assert.equal(moveSection(draft, 0, -1), draft);
  assert.equal(moveSection(draft, 2, 1), draft);
  assert.equal(kinds(removeSection(draft, 0)), "volume trials");
  assert.equal(changeSection(draft, 0, { text: "Hello" }).sections[0].text, "Hello");
  assert.equal(kinds(draft), "consent volume trials");
  assert.equal(draft.sections[0].text, undefined);
});

test("labels are lines, and what is no label is named", () => {
  assert.deepEqual(readPoints("5 = Excellent\n\n-1: Worse = bad\n−2 = Worst\n0.5 = Half"), {
    points: [{ value: 5, label: "Excellent" }, { value: -1, label: "Worse = bad" }, { value: -2, label: "Worst" }, { value: 0.5, label: "Half" }], problem: "" });
  assert.match(readPoints("five = Excellent").problem, /five = Excellent/);
  assert.match(readPoints("5 = ").problem, /5 =/);
  assert.match(readPoints("5 = a\n5 = b").problem, /twice/);
  assert.equal(writePoints(readPoints("5 = a\n4 = b").points), "5 = a\n4 = b");
});
