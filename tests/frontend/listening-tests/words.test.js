import assert from "node:assert/strict";
import { test } from "node:test";
import { languages, t, useLanguage } from "../../../wwwroot/js/listening-tests/listener/words.js";
import { words as english } from "../../../wwwroot/js/listening-tests/listener/words/en.js";

const placeholders = (text) => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).sort();

for (const language of languages) {
  test(`${language} has every word, with the same places to fill in`, async () => {
    const { words } = await import(`../../../wwwroot/js/listening-tests/listener/words/${language}.js`);
    assert.deepEqual(Object.keys(words), Object.keys(english));
    for (const [key, text] of Object.entries(words)) {
      assert.ok(text.trim().length > 0, key);
      assert.deepEqual(placeholders(text), placeholders(english[key]), key);
    }
  });
}

test("words are filled in, and a language that is not there reads English", async () => {
  assert.equal(await useLanguage("tlh"), "en");
  assert.equal(t("trial", { n: 3, count: 20 }), "Trial 3 of 20");
  assert.equal(await useLanguage("de"), "de");
  assert.equal(t("trial", { n: 3, count: 20 }), "Durchgang 3 von 20");
  await useLanguage("en");
});
