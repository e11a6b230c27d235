import assert from "node:assert/strict";
import { test } from "node:test";
import { Framer, decibels, levelOf, toInt16 } from "../../wwwroot/js/live/audio/framing.js";
import { AudioJournal, frameBytes } from "../../wwwroot/js/live/audio/journal.js";
import { wavBlob } from "../../wwwroot/js/live/audio/wav.js";

const ramp = (count, from = 0) => Int16Array.from({ length: count }, (_, i) => from + i);

test("samples beyond full scale are limited, not wrapped", () => {
  assert.deepEqual([2, 1, 0.5, 0, -0.5, -1, -2].map(toInt16), [32767, 32767, 16384, 0, -16384, -32768, -32768]);
});

test("frames have equal length whatever the portions, and the rest comes at the end", () => {
  const input = Float32Array.from({ length: 1000 }, (_, i) => i / 32768);
  for (const portion of [1, 128, 320, 777]) {
    const framer = new Framer(320);
    const frames = [];
    for (let at = 0; at < input.length; at += portion) frames.push(...framer.push(input.subarray(at, at + portion)));
    frames.push(...framer.flush());
    assert.deepEqual(frames.map((frame) => frame.length), [320, 320, 320, 40]);
    assert.deepEqual(frames.flatMap((frame) => [...frame]), [...ramp(1000)]);
    assert.deepEqual(framer.flush(), []);
  }
});

test("the level of a full-scale sine is −3 dB rms and 0 dB peak", () => {
  const { peak, rms } = levelOf(Float32Array.from({ length: 16_000 }, (_, i) => Math.sin((2 * Math.PI * i) / 160)));
  assert.ok(Math.abs(decibels(rms) + 3.01) < 0.01);
  assert.ok(Math.abs(decibels(peak)) < 0.01);
  assert.equal(decibels(0), -100);
});

test("audio can be sent again from any sample, also inside a frame", () => {
  const journal = new AudioJournal();
  for (let i = 0; i < 5; i++) journal.append(ramp(320, i * 320));
  assert.equal(journal.length, 1600);
  for (const sample of [0, 1, 320, 500, 1599]) {
    assert.deepEqual(journal.from(sample).flatMap((frame) => [...frame]), [...ramp(1600 - sample, sample)]);
  }
  assert.deepEqual(journal.from(1600), []);
});

test("only audio that the server has and that is old is forgotten", () => {
  const journal = new AudioJournal(640);
  for (let i = 0; i < 10; i++) journal.append(ramp(320, i * 320));
  journal.acknowledge(320);
  assert.equal(journal.from(320)[0][0], 320);
  assert.throws(() => journal.from(319), /no longer kept/);
  journal.acknowledge(3200);
  assert.equal(journal.from(2560).length, 2);
  assert.throws(() => journal.from(2559), /2560/);
});

test("frames travel as little-endian bytes of their own samples only", () => {
  const samples = Int16Array.from([9, 1, -2, 9]).subarray(1, 3);
  assert.deepEqual([...frameBytes(samples)], [1, 0, 254, 255]);
});

test("a recording becomes a WAV file that says its length and rate", async () => {
  const view = new DataView(await wavBlob([ramp(3), ramp(2, 3)], 16_000).arrayBuffer());
  const text = (at) => String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
  assert.deepEqual([text(0), text(8), text(12), text(36)], ["RIFF", "WAVE", "fmt ", "data"]);
  assert.deepEqual([view.getUint32(4, true), view.getUint32(24, true), view.getUint32(40, true), view.byteLength], [46, 16_000, 10, 54]);
  assert.deepEqual([0, 1, 2, 3, 4].map((i) => view.getInt16(44 + 2 * i, true)), [0, 1, 2, 3, 4]);
});
