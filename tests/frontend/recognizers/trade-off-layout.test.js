// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { frontOf, placeNames } from "../../../wwwroot/js/recognizers/trade-off-layout.js";

const frame = { left: 0, right: 400, top: 0, bottom: 300 };

test("the front steps from the best on the left down to the right", () => {
  assert.equal(frontOf([{ x: 200, y: 250 }, { x: 50, y: 100 }], 400, 0), "M50 0V100H200V250H400");
  assert.equal(frontOf([], 400, 0), "");
});

test("names stand right of their points, and left of those at the right edge", () => {
  const [left, right] = placeNames([{ id: "a", title: "Acme", x: 40, y: 60 }, { id: "b", title: "Bolt", x: 390, y: 200 }], frame);
  assert.deepEqual([left.anchor, right.anchor], ["start", "end"]);
});

test("names cover neither each other nor points, and none is forced where there is no room", () => {
  const points = Array.from({ length: 12 }, (_, i) => ({ id: String(i), title: "A rather long name of a system", x: 200 + (i % 2), y: 150 }));
  const placed = placeNames(points, frame);
  assert.ok(placed.length < points.length);
  assert.ok(placed.every(({ text }) => text.length <= 22));
  assert.equal(new Set(placed.map(({ x, y }) => `${x} ${y}`)).size, placed.length);
});
