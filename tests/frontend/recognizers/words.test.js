// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { pValue, rate } from "../../../wwwroot/js/recognizers/words.js";

test("a rate stands with its interval, and what is not known with a dash", () => {
  assert.equal(rate(0.1234, { low: 0.1, high: 0.15 }), "12.3\u202f% [10.0, 15.0]");
  assert.equal(rate(null, null), "–");
  assert.equal(pValue(0.0004), "< 0.001");
});
