import assert from "node:assert/strict";
import { test } from "node:test";
import { fadeInCurve, fadeOutCurve, fadeSeconds, loopPosition, planSwitch, renderLoop } from "../../../wwwroot/js/playback/envelope.js";

test("a fade is a raised cosine from silence to full, without a step", () => {
  const curve = fadeInCurve(65);
  assert.equal(curve[0], 0);
  assert.equal(curve[64], 1);
  assert.ok(Math.abs(curve[32] - 0.5) < 1e-6);
  assert.ok(curve.every((value, i) => i === 0 || (value >= curve[i - 1] && value - curve[i - 1] < 0.025)));
  assert.deepEqual([...fadeOutCurve(65)], [...curve].reverse());
});

test("the old stimulus is silent before the new one begins", () => {
  const plan = planSwitch(10, 0);
  assert.ok(plan.out > 10);
  assert.ok(plan.in >= plan.out + fadeSeconds);
  assert.ok(Math.abs(plan.end - plan.in - fadeSeconds) < 1e-9);
});

test("quick switches never overlap", () => {
  let busy = 0;
  for (let i = 0; i < 50; i++) {
    const plan = planSwitch(10 + i * 0.001, busy);
    assert.ok(plan.out >= busy);
    busy = plan.end;
  }
});

test("a rendered loop has exactly the samples of its region and silent edges", () => {
  const rate = 16_000;
  const samples = new Float32Array(rate).fill(0.8);
  const loop = renderLoop(samples, 1000, 9000, rate);
  assert.equal(loop.length, 8000);
  assert.equal(loop[0], 0);
  assert.equal(loop[7999], 0);
  assert.equal(loop[80], samples[0]);
  assert.equal(loop[4000], samples[0]);
  const steps = loop.map((value, i) => Math.abs(value - loop.at(i - 1)));
  assert.ok(Math.max(...steps) < 0.8 * 0.02);
});

test("a clip shorter than the loop is filled with silence, so that all loops have one length", () => {
  const loop = renderLoop(new Float32Array(100).fill(1), 0, 300, 1000);
  assert.equal(loop.length, 300);
  assert.equal(loop[50], 1);
  assert.ok(loop.slice(100).every((value) => value === 0));
});

test("the place in a loop wraps around", () => {
  assert.equal(loopPosition(0.5, 1, 2), 1.5);
  assert.equal(loopPosition(2.5, 1, 2), 1.5);
  assert.equal(loopPosition(3, 0, 0), 0);
});
