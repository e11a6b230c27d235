import assert from "node:assert/strict";
import { test } from "node:test";
import { fixedAxis } from "../../../wwwroot/js/plots/axis.js";
import { fitName, plotFrame, roomForName, tickLabels } from "../../../wwwroot/js/plots/plot-frame.js";

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

test("labels of an axis never touch; its ends are always written", () => {
  const milliseconds = (value) => `${value.toLocaleString("en")} ms`;
  for (const width of [260, 320, 390, 900]) {
    const wide = fixedAxis(0, 1000, 5);
    const labels = tickLabels(plotFrame({ width, rows: rows("Codec one"), axis: wide }), wide, milliseconds);
    const written = labels.filter(({ text }) => text !== "");
    assert.equal(written.at(0).text, "0 ms");
    assert.equal(written.at(-1).text, "1,000 ms");
    if (width === 900) assert.equal(written.length, labels.length);
    const ends = written.map(({ x, anchor, text }) => {
      const room = 6.7 * text.length, from = anchor === "start" ? x : anchor === "end" ? x - room : x - room / 2;
      return [from, from + room];
    });
    for (let i = 1; i < ends.length; i++) assert.ok(ends[i][0] > ends[i - 1][1], `${width} px: ${written[i - 1].text} and ${written[i].text}`);
  }
});
