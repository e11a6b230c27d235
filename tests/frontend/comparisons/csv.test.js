import assert from "node:assert/strict";
import { test } from "node:test";
import { csv, csvField } from "../../../wwwroot/js/comparisons/csv.js";

test("fields with commas, quotes or line breaks are quoted", () => {
  assert.equal(csvField('a "b", c'), '"a ""b"", c"');
  assert.equal(csvField("two\nlines"), '"two\nlines"');
});

test("text that a spreadsheet would run as a formula is defused, numbers are not", () => {
  assert.equal(csvField("=SUM(A1)"), "'=SUM(A1)");
  assert.equal(csvField("@now"), "'@now");
  assert.equal(csvField(-1.5), "-1.5");
});

test("missing values are empty fields", () => {
  assert.equal(csv(["a", "b"], [[null, 0]]), "a,b\r\n,0\r\n");
});
