// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyRow, money, toPrice, toRow } from "../../../wwwroot/js/vendors/money.js";

test("amounts below one keep three digits that count", () => {
  assert.equal(money(12.5, "EUR"), "12.50\u202fEUR");
  assert.equal(money(0.00433, "USD"), "0.00433\u202fUSD");
  assert.equal(money(0, "EUR"), "0.00\u202fEUR");
  assert.equal(money(null, "EUR"), "–");
});

test("a price survives the form", () => {
  const price = { vendor: "acme", perMinute: 0.0043, granularitySeconds: 1, minimumSeconds: 10, minimumCharge: 0, currency: "USD", source: "https://acme.example", date: "2026-11-01" };
  assert.deepEqual(toPrice(toRow(price)), price);
});

test("an empty price is not known, and what is no number is named", () => {
  assert.equal(toPrice(emptyRow("acme")).perMinute, null);
  assert.equal(toPrice({ ...emptyRow("acme"), perMinute: "0,006" }).perMinute, 0.006);
  assert.throws(() => toPrice({ ...emptyRow("acme"), minimumSeconds: "ten" }), /shortest billed time of acme is “ten”/u);
});
