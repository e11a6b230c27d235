import assert from "node:assert/strict";
import { test } from "node:test";
import { splitImport } from "../../../../wwwroot/js/listening-tests/builder/import-files.js";

const files = (/** @type {string[]} */ ...names) => names.map((name) => ({ name, size: 1 }));
const namesOf = (/** @type {{ name: string }[]} */ chosen) => chosen.map(({ name }) => name);

test("a configuration is told from its audio, and hidden files from both", () => {
  const { configs, audio, problem } = splitImport(files("my.yaml", "audio/a.wav", "audio/.DS_Store", "audio/b.FLAC", "readme.md"));
  assert.deepEqual([namesOf(configs), namesOf(audio), problem], [["my.yaml"], ["audio/a.wav", "audio/b.FLAC"], ""]);
});

test("several tables are taken together", () => {
  assert.deepEqual(namesOf(splitImport(files("clips.csv", "gold.csv", "a.wav")).configs), ["clips.csv", "gold.csv"]);
});

test("what cannot be imported is said before anything is sent", () => {
  assert.match(splitImport(files("a.yaml", "b.yml")).problem, /Keep one/);
  assert.match(splitImport(files("a.yaml", "b.csv")).problem, /not both/);
  assert.match(splitImport(files("a.wav")).problem, /no configuration/);
  assert.equal(splitImport([]).problem, "");
});
