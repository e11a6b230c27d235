import assert from "node:assert/strict";
import { test } from "node:test";
import { leftOut, restsOn } from "../../../wwwroot/js/comparisons/evidence.js";

const none = { ratings: 0, listeners: 0, sessions: 0, outputs: 0, measurements: 0, supersededRatings: 0, openRatings: 0, sameConditionRatings: 0, otherRecipeMeasurements: 0, hiddenRatings: 0 };

test("a comparison says what it rests on", () => {
  assert.equal(restsOn({ ...none, ratings: 24, listeners: 3, sessions: 1, outputs: 30 }), "Rests on 24 ratings by 3 listeners in 1 sitting, 30 outputs.");
  assert.equal(restsOn(none), "");
});

test("what is left out is counted with its reason", () => {
  assert.deepEqual(leftOut(none), []);
  assert.deepEqual(leftOut({ ...none, hiddenRatings: 1, openRatings: 2 }), ["1 rating of a trial that is not revealed yet", "2 ratings given while names were visible"]);
});
