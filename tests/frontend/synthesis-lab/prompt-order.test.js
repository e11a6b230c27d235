import assert from "node:assert/strict";
import { test } from "node:test";
import { sortedPrompts } from "../../../wwwroot/js/synthesis-lab/prompt-order.js";

const cell = (prompt, failed, best, typical, worst) => ({ prompt, condition: "voice", takes: 4, failed, failures: [], bestValue: best, typicalValue: typical, worstValue: worst });
const view = (direction) => ({
  prompts: [{ key: "a" }, { key: "b" }, { key: "c" }, { key: "d" }],
  metrics: [{ id: "m", direction }], ranking: "m",
  analysis: { cells: [cell("a", 1, 0.1, 0.2, 0.3), cell("b", 3, 0, 0.1, 0.9), cell("c", 0, 0.4, 0.5, 0.5)] },
});
const keys = (order, direction = "lower-is-better") => sortedPrompts(view(direction), order).map(({ key }) => key).join("");

test("prompts stand as the dataset has them unless asked otherwise", () => assert.equal(keys("given"), "abcd"));

test("most failures come first, prompts without takes last", () => assert.equal(keys("failures"), "bacd"));

test("the worst typical take comes first, whichever way the metric points", () => {
  assert.equal(keys("value"), "cabd");
  assert.equal(keys("value", "higher-is-better"), "bacd");
});

test("the widest distance between best and worst comes first", () => assert.equal(keys("spread"), "bacd"));
