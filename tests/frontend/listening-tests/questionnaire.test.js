import assert from "node:assert/strict";
import { test } from "node:test";
import { answersToSend, problemOf } from "../../../wwwroot/js/listening-tests/listener/questionnaire.js";

const age = { name: "age", label: "Age", type: "number", minimum: 18, maximum: 99 };

test("a number must be one, and within its limits", () => {
  assert.equal(problemOf(age, "18"), null);
  assert.equal(problemOf(age, "30,5"), null);
  assert.deepEqual(problemOf(age, "17.9"), { key: "problem.atLeast", n: 18 });
  assert.deepEqual(problemOf(age, "100"), { key: "problem.atMost", n: 99 });
  assert.deepEqual(problemOf(age, "old"), { key: "problem.number" });
});

test("an answer that is not optional must be given", () => {
  assert.deepEqual(problemOf(age, " "), { key: "problem.required" });
  assert.deepEqual(problemOf({ name: "c", label: "", type: "choice", choices: ["a"] }, ""), { key: "problem.choice" });
  assert.equal(problemOf({ ...age, optional: true }, ""), null);
});

test("what is sent is trimmed, has a decimal point, and leaves out what was not answered", () => {
  assert.deepEqual(answersToSend([age, { name: "note", label: "", type: "text" }], { age: " 30,5 ", note: "" }), { age: "30.5" });
});
