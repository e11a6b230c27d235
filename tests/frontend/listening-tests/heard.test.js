import assert from "node:assert/strict";
import { test } from "node:test";
import { Heard } from "../../../wwwroot/js/listening-tests/listener/heard.js";

test("a clip is heard to the end when all its parts have sounded, in whatever order", () => {
  const heard = new Heard();
  heard.clip("A", 2);
  heard.start("A");
  heard.sounded("A", 1, 2, [0, 2]);
  assert.equal(heard.finished("A"), false);
  heard.sounded("A", 0, 1, [0, 2]);
  assert.equal(heard.finished("A"), true);
});

test("a loop that comes round counts its end and its beginning", () => {
  const heard = new Heard();
  heard.clip("A", 1);
  heard.start("A");
  heard.sounded("A", 0.3, 0.9, [0, 1]);
  heard.sounded("A", 0.9, 0.3, [0, 1]);
  assert.equal(heard.finished("A"), true);
});

test("a region played again and again does not stand for the whole clip", () => {
  const heard = new Heard();
  heard.clip("A", 4);
  heard.start("A");
  for (let i = 0; i < 20; i++) heard.sounded("A", 1, 1.5, [1, 1.5]);
  assert.equal(heard.finished("A"), false);
});

test("starts are counted for each clip, and unknown clips are no one's", () => {
  const heard = new Heard();
  heard.clip("A", 1);
  heard.start("A");
  heard.start("A");
  heard.start("nobody");
  assert.equal(heard.plays("A"), 2);
  assert.equal(heard.started("nobody"), false);
});

test("a clip of no length is heard once it was started, not before", () => {
  const heard = new Heard();
  heard.clip("A", 0.05);
  assert.equal(heard.finished("A"), false);
  heard.start("A");
  assert.equal(heard.finished("A"), true);
});
