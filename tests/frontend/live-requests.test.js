import assert from "node:assert/strict";
import { test } from "node:test";
import { readAddress, writeAddress } from "../../wwwroot/js/live/address.js";
import { bitsPerSecond, requestedConditions } from "../../wwwroot/js/live/drop/conditions.js";
import { parseWords, systemsWithWords } from "../../wwwroot/js/live/speak/words.js";
import { requestedTakes, textProblem } from "../../wwwroot/js/live/type/takes.js";

const system = (id, traits) => ({ id, traits });

test("a seeded system speaks once for each take, another once", () => {
  const systems = [system("parallel", { seeded: false }), system("next-token", { seeded: true })];
  assert.deepEqual(requestedTakes(["parallel", "next-token"], systems, { seed: 7, takes: 3, rate: 1, temperature: 0.5 }), [
    { system: "parallel", seed: 7, rate: 1 },
    { system: "next-token", seed: 7, rate: 1, temperature: 0.5 },
    { system: "next-token", seed: 8, rate: 1, temperature: 0.5 },
    { system: "next-token", seed: 9, rate: 1, temperature: 0.5 },
  ]);
});

test("an empty or endless text is refused before it is sent", () => {
  assert.match(textProblem(" \n"), /Type/);
  assert.match(textProblem("a".repeat(20_001)), /20,001 characters; at most 20,000/);
  assert.equal(textProblem("a".repeat(20_000)), null);
});

test("a tokenizer is asked only for codebooks that it has", () => {
  const systems = [system("eight", { codebooks: 8 }), system("two", { codebooks: 2 })];
  assert.deepEqual(requestedConditions(["eight", "two"], systems, [8, 1, 4]), [
    { system: "eight", codebooks: 1 }, { system: "eight", codebooks: 4 }, { system: "eight", codebooks: 8 },
    { system: "two", codebooks: 1 }, { system: "two", codebooks: 2 },
  ]);
});

test("the bit rate is codebooks × bits a code × frames a second", () => {
  assert.equal(bitsPerSecond({ codebookSize: 512, frameRate: 50 }, 4), 1800);
  assert.equal(bitsPerSecond({}, 4), null);
});

test("own words are taken by line, comma or semicolon, once each", () => {
  assert.deepEqual(parseWords("Lamp, kitchen  light\nlamp;\n\n off "), ["lamp", "kitchen light", "off"]);
});

test("word lists go only to systems that take them, hot words only with the open vocabulary", () => {
  const systems = [system("lexicon", { acceptsWordLists: true }), system("characters", {})];
  const lists = [{ id: "digits", title: "Digits", words: ["one", "two"] }];
  const ask = (choice) => systemsWithWords(["lexicon", "characters"], systems, { vocabulary: "open", ownWords: "", hotWords: "", ...choice }, lists);
  assert.deepEqual(ask({}), [{ system: "lexicon" }, { system: "characters" }]);
  assert.deepEqual(ask({ vocabulary: "digits", hotWords: "three" }), [{ system: "lexicon", words: ["one", "two"] }, { system: "characters" }]);
  assert.deepEqual(ask({ vocabulary: "own", ownWords: "up\ndown" }), [{ system: "lexicon", words: ["up", "down"] }, { system: "characters" }]);
  assert.deepEqual(ask({ hotWords: "Ada" }), [{ system: "lexicon", hotWords: ["ada"] }, { system: "characters" }]);
});

test("an address leads back to the tab and trial that it was made from", () => {
  for (const [tab, trial] of [["speak", null], ["type", "0197-abc"], ["drop", "x"]]) {
    const url = new URL(writeAddress(tab, trial), "http://localhost");
    assert.deepEqual(readAddress(url), { tab, trial });
  }
});

test("links from other pages name a tab or a trial; anything else opens the first tab", () => {
  const read = (address) => readAddress(new URL(address, "http://localhost"));
  assert.deepEqual(read("/live"), { tab: "speak", trial: null });
  assert.deepEqual(read("/live?tab=drop"), { tab: "drop", trial: null });
  assert.deepEqual(read("/live?trial=abc-1"), { tab: null, trial: "abc-1" });
  assert.deepEqual(read("/live?trial=../../x"), { tab: null, trial: null });
  assert.deepEqual(read("/live#nowhere/<img>"), { tab: "speak", trial: null });
  assert.deepEqual(read("/live#type/<img>"), { tab: "type", trial: null });
});
