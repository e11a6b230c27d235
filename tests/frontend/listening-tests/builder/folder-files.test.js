import assert from "node:assert/strict";
import { test } from "node:test";
import { sortFiles } from "../../../../wwwroot/js/listening-tests/builder/folder-files.js";
import { mendedWords, uploadClips } from "../../../../wwwroot/js/ui/upload-clips.js";

const chosen = (/** @type {string[]} */ ...names) => names.map((name) => ({ name, size: 1 }));

test("folders are conditions, files items, and what is missing is named", () => {
  const found = sortFiles(chosen("up/b/2.wav", "up/a/1.flac", "up/a/2.wav", "up/.DS_Store", "up/a/notes.txt"));
  assert.deepEqual([found.conditions, found.items, found.missing, found.skipped, found.problem], [["a", "b"], ["1", "2"], ["b/1"], 2, ""]);
});

test("a table says it all; loose files without one are a problem", () => {
  assert.equal(sortFiles(chosen("one.wav", "table.csv")).table?.name, "table.csv");
  assert.equal(sortFiles(chosen("one.wav", "table.csv")).problem, "");
  assert.match(sortFiles(chosen("one.wav")).problem, /one\.wav is in no folder/);
  assert.match(sortFiles(chosen("a.csv", "b.csv", "x/1.wav")).problem, /2 tables/);
  assert.match(sortFiles(chosen("notes.txt")).problem, /no audio/);
  assert.equal(sortFiles([]).problem, "");
});

test("files are uploaded a few at a time, and come back in their order", async () => {
  let running = 0;
  let most = 0;
  const send = async (/** @type {string} */ name) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, name === "0" ? 10 : 1));
    running--;
    return { sha256: `hash of ${name}` };
  };
  const files = Array.from({ length: 8 }, (_, i) => ({ name: String(i), size: 1, file: /** @type {any} */ ({}) }));
  const seen = /** @type {number[]} */ ([]);
  const stored = await uploadClips(files, (done) => seen.push(done), new AbortController().signal, send);
  assert.deepEqual(stored.map(({ sha256 }) => sha256), files.map(({ name }) => `hash of ${name}`));
  assert.deepEqual(seen, [1, 2, 3, 4, 5, 6, 7, 8]);
  assert.ok(most <= 3);
});

test("a stopped upload sends no further file", async () => {
  const control = new AbortController();
  let sent = 0;
  const files = Array.from({ length: 20 }, (_, i) => ({ name: String(i), size: 1, file: /** @type {any} */ ({}) }));
  const send = async () => {
    if (++sent === 3) control.abort();
    return { sha256: "" };
  };
  await assert.rejects(uploadClips(files, () => {}, control.signal, send), { name: "AbortError" });
  assert.ok(sent < 10);
});

test("what the server mended in files is told, the first in whole", async () => {
  const mended = [];
  const files = ["a", "b", "c", "d", "e"].map((name) => ({ name, file: new Blob([name]) }));
  await uploadClips(files, () => {}, new AbortController().signal, async (name) => ({ sha256: name, ...(name !== "b" && { warnings: [`${name} is cut off.`] }) }), (warning) => mended.push(warning));
  assert.equal(mended.length, 4);
  assert.equal(mendedWords(["a is cut off.", "c is cut off.", "d is cut off.", "e is cut off."]), "a is cut off. c is cut off. d is cut off. And 1 more.");
  assert.equal(mendedWords(["a is cut off."]), "a is cut off.");
});
