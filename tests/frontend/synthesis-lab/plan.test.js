import assert from "node:assert/strict";
import { test } from "node:test";
import { conditionsOf, estimatedSeconds, numbersOf, promptsOf } from "../../../wwwroot/js/synthesis-lab/plan.js";

const systems = [{ id: "samples", traits: { seeded: true } }, { id: "same", traits: {} }];
const range = { name: "temperature", low: 0, high: 2 };

test("numbers are read from a list, each once", () => {
  assert.deepEqual(numbersOf("0.3, 0.7; 1  0.3", range), { values: [0.3, 0.7, 1], problem: null });
  assert.deepEqual(numbersOf("", range), { values: [], problem: null });
});

test("what is no number, or out of range, is named", () => {
  assert.match(numbersOf("0.3, hot", range).problem ?? "", /“hot” is no temperature: write numbers from 0 to 2/u);
  assert.match(numbersOf("0.3, 2.5", range).problem ?? "", /“2.5”/u);
  assert.deepEqual(numbersOf("0.3, hot", range).values, []);
});

test("settings make a grid; what does not sample has no temperature", () => {
  assert.deepEqual(conditionsOf(["samples", "same"], systems, [0.5, 1], [1, 1.2]), [
    { systemId: "samples", settings: { temperature: 0.5 } },
    { systemId: "samples", settings: { rate: 1.2, temperature: 0.5 } },
    { systemId: "samples", settings: { temperature: 1 } },
    { systemId: "samples", settings: { rate: 1.2, temperature: 1 } },
    { systemId: "same", settings: {} },
    { systemId: "same", settings: { rate: 1.2 } },
  ]);
});

test("without settings each system speaks once as it is", () => {
  assert.deepEqual(conditionsOf(["samples"], systems, [], []), [{ systemId: "samples", settings: {} }]);
});

test("prompts get numbers, or the name before a bar, and no name twice", () => {
  assert.deepEqual(promptsOf(" One. \n\nhard | Two | three.\nhard | Four.\n| Five."), [
    { key: "01", text: "One." },
    { key: "hard", text: "Two | three." },
    { key: "hard-2", text: "Four." },
    { key: "04", text: "| Five." },
  ]);
  assert.deepEqual(promptsOf(" \n name | \n"), []);
});

test("the time follows from how fast the systems spoke before, and is unknown without that", () => {
  const conditions = [{ systemId: "samples", settings: {} }, { systemId: "samples", settings: { rate: 2 } }];
  assert.equal(estimatedSeconds(conditions, 4, 100, [{ systemId: "samples", secondsPerCharacter: 0.01 }]), 4 + 2);
  assert.equal(estimatedSeconds([...conditions, { systemId: "same", settings: {} }], 4, 100, [{ systemId: "samples", secondsPerCharacter: 0.01 }]), null);
});
