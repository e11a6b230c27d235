import assert from "node:assert/strict";
import { test } from "node:test";
import { viewAfterKey } from "../../../wwwroot/js/spectrograms/gestures.js";
import { boxView, clampView, isWhole, panView, wholeView, zoomView } from "../../../wwwroot/js/spectrograms/view.js";

const extent = { seconds: 10, hertz: 24_000 };
const whole = wholeView(extent);

test("zooming keeps the point under the pointer where it is", () => {
  const view = zoomView(whole, extent, { time: 4, frequency: 2, x: 0.3, y: 0.25 });
  assert.ok(Math.abs(view.from + 0.3 * (view.to - view.from) - 3) < 1e-9);
  assert.ok(Math.abs(view.high - 0.25 * (view.high - view.low) - 18_000) < 1e-6);
  assert.ok(Math.abs(view.to - view.from - 2.5) < 1e-9);
});

test("zooming out ends with everything, and in with 20 ms and 200 Hz", () => {
  let view = zoomView(whole, extent, { time: 1000, frequency: 1000 });
  assert.ok(Math.abs(view.to - view.from - 0.02) < 1e-9 && Math.abs(view.high - view.low - 200) < 1e-6);
  for (let i = 0; i < 30; i++) view = zoomView(view, extent, { time: 0.5, frequency: 0.5, x: 0.9, y: 0.1 });
  assert.ok(isWhole(view, extent));
});

test("no view leaves the sound", () => {
  assert.deepEqual(panView(zoomView(whole, extent, { time: 2 }), extent, 5, 5), { from: 5, to: 10, low: 0, high: 24_000 });
  assert.deepEqual(clampView({ from: -3, to: 20, low: -1, high: 1e6 }, extent), whole);
});

test("a sound shorter than the closest view is shown whole", () =>
  assert.deepEqual(zoomView({ from: 0, to: 0.01, low: 0, high: 100 }, { seconds: 0.01, hertz: 100 }, { time: 2, frequency: 2 }), { from: 0, to: 0.01, low: 0, high: 100 }));

test("a box becomes the view, whichever corner it was begun at", () => {
  const expected = { from: 2, to: 4, low: 6_000, high: 12_000 };
  assert.deepEqual(boxView(whole, extent, [0.2, 0.5], [0.4, 0.75]), expected);
  assert.deepEqual(boxView(whole, extent, [0.4, 0.75], [0.2, 0.5]), expected);
});

test("keys move, zoom and show everything again; others do nothing", () => {
  const closer = viewAfterKey("+", whole, extent);
  assert.ok(closer && closer.to - closer.from < 7);
  const higher = viewAfterKey("ArrowUp", viewAfterKey("]", whole, extent), extent);
  assert.ok(higher && higher.low > 0);
  assert.deepEqual(viewAfterKey("Home", higher, extent), whole);
  assert.equal(viewAfterKey("a", whole, extent), null);
});
