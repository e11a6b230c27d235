// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf } from "../../../wwwroot/js/ui/text-of.js";

test("UTF-8 is read with and without a mark, UTF-16 with one", async () => {
  assert.equal(await textOf("a.csv", new Blob(["\u{feff}häuser,1"])), "häuser,1");
  assert.equal(await textOf("a.csv", new Blob(["häuser,1"])), "häuser,1");
  assert.equal(await textOf("a.csv", new Blob([new Uint8Array([0xff, 0xfe, 0xe4, 0x00])])), "ä");
  assert.equal(await textOf("a.csv", new Blob([new Uint8Array([0xfe, 0xff, 0x00, 0xe4])])), "ä");
});

test("other encodings are an error with file, line and cure", async () => {
  await assert.rejects(textOf("prices.csv", new Blob(["one\ntwo\n", new Uint8Array([0x68, 0xe4, 0x0a])])), /^Error: prices\.csv, line 3: .*Save it as UTF-8\.$/);
  await assert.rejects(textOf("odd.csv", new Blob([new Uint8Array([0xff, 0xfe, 0x00, 0xd8])])), /odd\.csv: The file begins as UTF-16/);
});
