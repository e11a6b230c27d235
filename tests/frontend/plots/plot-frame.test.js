import assert from "node:assert/strict";
import { test } from "node:test";
import { fixedAxis } from "../../../wwwroot/js/plots/axis.js";
import { fitName, plotFrame, roomForName } from "../../../wwwroot/js/plots/plot-frame.js";

const rows = (...titles) => titles.map((title) => ({ title, figure: "3.46 (3.10–3.80)" }));
const axis = fixedAxis(0, 5, 5);

test("short names stand beside their rows, on narrow screens above", () => {
  assert.equal(plotFrame({ width: 900, rows: rows("Codec one"), axis }).stacked, false);
  assert.equal(plotFrame({ width: 390, rows: rows("Codec one"), axis }).stacked, true);
});

test("a pair of long names stands above its row and is not cut", () => {
  const pair = "Scoop voice, predicting the next token − Scoop voice, parallel";
  const frame = plotFrame({ width: 760, rows: rows(pair, "A − B"), axis });
  assert.equal(frame.stacked, true);
  assert.equal(fitName(pair, roomForName(frame)), pair);
});

test("names beside their rows are never cut either", () => {
  for (const title of ["A", "A system with a name", "A system with a longer name of words"]) {
    const frame = plotFrame({ width: 900, rows: rows(title), axis });
    assert.equal(fitName(title, roomForName(frame)), title);
    assert.ok(frame.right > frame.left + 200);
  }
});
