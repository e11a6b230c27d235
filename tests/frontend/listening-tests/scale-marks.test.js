import assert from "node:assert/strict";
import { test } from "node:test";
import { hasBands, markAt, marksOf } from "../../../wwwroot/js/listening-tests/listener/designs/scale-marks.js";

const point = (value, label) => ({ value, label });
const mushra = { id: "mushra", minimum: 0, maximum: 100, step: 1, continuous: true, points: [point(80, "Excellent"), point(60, "Good"), point(40, "Fair"), point(20, "Poor"), point(0, "Bad")] };
const bs1116 = { id: "bs1116", minimum: 1, maximum: 5, step: 0.1, continuous: true, points: [point(5, "Imperceptible"), point(1, "Very annoying")] };

test("MUSHRA's words name five equal bands", () => {
  assert.equal(hasBands(mushra), true);
  assert.deepEqual(marksOf(mushra).map((mark) => [mark.label, mark.from, mark.to]), [["Bad", 0, 0.2], ["Poor", 0.2, 0.4], ["Fair", 0.4, 0.6], ["Good", 0.6, 0.8], ["Excellent", 0.8, 1]]);
  assert.deepEqual([0, 19, 20, 80, 100].map((value) => markAt(mushra, value)), ["Bad", "Bad", "Poor", "Excellent", "Excellent"]);
});

test("BS.1116's words stand at their grades", () => {
  assert.equal(hasBands(bs1116), false);
  assert.deepEqual(marksOf(bs1116).map((mark) => mark.at), [0, 1]);
  assert.equal(markAt(bs1116, 5), "Imperceptible");
  assert.equal(markAt(bs1116, 4.9), "");
});

test("a slider without words has no marks", () => {
  assert.deepEqual(marksOf({ ...mushra, points: [] }), []);
  assert.equal(markAt({ ...mushra, points: [] }, 50), "");
});
