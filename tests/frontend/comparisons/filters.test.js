import assert from "node:assert/strict";
import { test } from "node:test";
import { comparisonAddress, isNarrowed, NO_FILTERS, readFilters, writeFilters } from "../../../wwwroot/js/comparisons/filters.js";

test("filters survive the address", () => {
  const filters = { kind: /** @type {const} */ ("tokenizer"), from: "2026-01-31", to: "2026-02-28", listener: "Ann & Bob", source: "microphone", blindOnly: false };
  assert.deepEqual(readFilters(writeFilters(filters)), filters);
});

test("the plain page has a plain address", () => {
  assert.equal(writeFilters(NO_FILTERS), "");
  assert.deepEqual(readFilters(""), NO_FILTERS);
});

test("an address that makes no sense falls back to no filter", () => {
  assert.deepEqual(readFilters("?kind=toaster&from=2026-02-30&to=yesterday"), NO_FILTERS);
});

test("a filter's last day counts whole", () => {
  const address = new URL(comparisonAddress({ ...NO_FILTERS, from: "2026-03-01", to: "2026-03-01" }), "http://localhost");
  const length = Date.parse(String(address.searchParams.get("to"))) - Date.parse(String(address.searchParams.get("from")));
  assert.equal(length, 24 * 3600 * 1000);
});

test("blind ratings only is the default and is not a narrowing", () => {
  assert.equal(isNarrowed(NO_FILTERS), false);
  assert.equal(isNarrowed({ ...NO_FILTERS, listener: "Ann" }), true);
  assert.match(comparisonAddress(NO_FILTERS, ".csv"), /^\/api\/comparisons\/recognizer\.csv\?blindOnly=true$/);
});
