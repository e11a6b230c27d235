import assert from "node:assert/strict";
import { test } from "node:test";
import { parseInline, parseMarkdown } from "../../../wwwroot/js/systems/markdown.js";

const text = (/** @type {string} */ value) => ({ kind: "text", text: value });

test("markup in a card stays text", () => {
  assert.deepEqual(parseMarkdown("<script>alert(1)</script>"), [{ kind: "paragraph", content: [text("<script>alert(1)</script>")] }]);
  assert.deepEqual(parseInline('<img src=x onerror="alert(1)">'), [text('<img src=x onerror="alert(1)">')]);
});

test("only web addresses become links", () => {
  assert.deepEqual(parseInline("[licence](https://example.org/a)"), [{ kind: "link", text: "licence", href: "https://example.org/a" }]);
  assert.deepEqual(parseInline("[run me](javascript:alert(1)"), [text("run me")]);
  assert.deepEqual(parseInline("[data](data:text/html,x)"), [text("data")]);
});

test("code, strength and emphasis are told apart", () => {
  assert.deepEqual(parseInline("use `a*b` **now** or *later*"), [
    text("use "), { kind: "code", text: "a*b" }, text(" "), { kind: "strong", text: "now" }, text(" or "), { kind: "emphasis", text: "later" }]);
  assert.deepEqual(parseInline("3 * 4 * 5"), [text("3 * 4 * 5")]);
});

test("lines of a paragraph join, an empty line parts them", () => {
  assert.equal(parseMarkdown("one\ntwo\n\nthree").length, 2);
});

test("a table has a header and rows, whatever follows it", () => {
  const [table, after] = parseMarkdown("| set | WER |\n| --- | ---: |\n| rms | 25 % |\n| awb | 7 % |\n\nend");
  assert.ok(table.kind === "table");
  assert.deepEqual(table.header, [[text("set")], [text("WER")]]);
  assert.equal(table.rows.length, 2);
  assert.deepEqual(table.rows[1][1], [text("7 %")]);
  assert.equal(after.kind, "paragraph");
});

test("list items may run over several lines", () => {
  const [list] = parseMarkdown("- first\n  goes on\n- second\n");
  assert.deepEqual(list, { kind: "list", isOrdered: false, items: [[text("first goes on")], [text("second")]] });
  assert.equal(/** @type {any} */ (parseMarkdown("1. a\n2. b")[0]).isOrdered, true);
});

test("fenced code is kept as it is, also when its fence is never closed", () => {
  assert.deepEqual(parseMarkdown("```sh\nls *.wav\n# not a heading\n```\nafter")[0], { kind: "code", text: "ls *.wav\n# not a heading" });
  assert.deepEqual(parseMarkdown("```\nopen"), [{ kind: "code", text: "open" }]);
});

test("headings keep their level", () => {
  assert.deepEqual(parseMarkdown("## Figures ##"), [{ kind: "heading", level: 2, content: [text("Figures")] }]);
});
