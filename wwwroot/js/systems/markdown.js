// @ts-check
// The part of Markdown that model cards use, as data: headings, paragraphs, lists, tables, fenced code, and inside them
// code, emphasis and links. Everything else, HTML included, stays the text that it is.

/** @typedef {{ kind: "text" | "code" | "strong" | "emphasis", text: string } | { kind: "link", text: string, href: string }} Inline */
/** @typedef {{ kind: "heading", level: number, content: Inline[] } | { kind: "paragraph", content: Inline[] } | { kind: "list", isOrdered: boolean, items: Inline[][] } | { kind: "table", header: Inline[][], rows: Inline[][][] } | { kind: "code", text: string }} Block */

const inlinePattern = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\(([^)\s]+)\)|<(https?:\/\/[^>\s]+)>/g;

/** A link's address if it is one that a page may offer: https or http, nothing else. @param {string} address */
function safeAddress(address) {
  return /^https?:\/\//i.test(address) ? address : null;
}

/**
 * @param {string} text one line or joined lines
 * @returns {Inline[]}
 */
export function parseInline(text) {
  /** @type {Inline[]} */
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(inlinePattern)) {
    if (match.index > end) parts.push({ kind: "text", text: text.slice(end, match.index) });
    const [whole, code, strong, emphasis, label, address, bare] = match;
    const href = safeAddress(address ?? bare ?? "");
    if (code) parts.push({ kind: "code", text: code });
    else if (strong) parts.push({ kind: "strong", text: strong });
    else if (emphasis) parts.push({ kind: "emphasis", text: emphasis });
    else if (href) parts.push({ kind: "link", text: label ?? bare, href });
    else parts.push({ kind: "text", text: label ?? whole });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push({ kind: "text", text: text.slice(end) });
  return parts;
}

/** The cells of a table line. @param {string} line */
const cells = (line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => parseInline(cell.trim()));

const isTableRule = (/** @type {string | undefined} */ line) => line !== undefined && line.includes("-") && /^\s*\|?[\s:|-]+\|?\s*$/.test(line) && line.includes("|");
const listItem = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/;
const heading = /^(#{1,6})\s+(.*?)\s*#*\s*$/;
const fence = /^\s*(```|~~~)/;

/**
 * @param {string} markdown
 * @returns {Block[]}
 */
export function parseMarkdown(markdown) {
  const lines = markdown.replace(/\r\n?/g, "\n").split("\n");
  /** @type {Block[]} */
  const blocks = [];
  let at = 0;
  /** Whether a line starts another block. @param {string} line @param {string | undefined} next */
  const starts = (line, next) => line.trim() === "" || heading.test(line) || fence.test(line) || listItem.test(line) || (line.includes("|") && isTableRule(next));
  while (at < lines.length) {
    const line = lines[at];
    const title = heading.exec(line);
    const item = listItem.exec(line);
    if (line.trim() === "") at++;
    else if (fence.test(line)) {
      const from = ++at;
      while (at < lines.length && !fence.test(lines[at])) at++;
      blocks.push({ kind: "code", text: lines.slice(from, at++).join("\n") });
    } else if (title) {
      blocks.push({ kind: "heading", level: title[1].length, content: parseInline(title[2]) });
      at++;
    } else if (line.includes("|") && isTableRule(lines[at + 1])) {
      const header = cells(line);
      /** @type {Inline[][][]} */
      const rows = [];
      for (at += 2; at < lines.length && lines[at].includes("|"); at++) rows.push(cells(lines[at]));
      blocks.push({ kind: "table", header, rows });
    } else if (item) {
      /** @type {string[]} */
      const items = [];
      for (; at < lines.length && lines[at].trim() !== ""; at++) {
        const next = listItem.exec(lines[at]);
        if (next) items.push(next[2]);
        else if (/^\s+/.test(lines[at])) items[items.length - 1] += ` ${lines[at].trim()}`;
        else break;
      }
      blocks.push({ kind: "list", isOrdered: item[1] !== undefined, items: items.map(parseInline) });
    } else {
      const from = at++;
      while (at < lines.length && !starts(lines[at], lines[at + 1])) at++;
      blocks.push({ kind: "paragraph", content: parseInline(lines.slice(from, at).map((each) => each.trim()).join(" ")) });
    }
  }
  return blocks;
}
