// @ts-check
import { h, html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { parseMarkdown } from "./markdown.js";

/** @typedef {import("./markdown.js").Inline} Inline */
/** @typedef {import("./markdown.js").Block} Block */

/** @param {Inline[]} content */
const inline = (content) => content.map((part) => {
  switch (part.kind) {
    case "code": return html`<code>${part.text}</code>`;
    case "strong": return html`<strong>${part.text}</strong>`;
    case "emphasis": return html`<em>${part.text}</em>`;
    case "link": return html`<a href=${part.href} rel="noreferrer noopener" target="_blank">${part.text}</a>`;
    default: return part.text;
  }
});

/** @param {Block} block */
function draw(block) {
  switch (block.kind) {
    // The card stands inside a page with its own h1 to h3: its headings go below them.
    case "heading": return h(`h${Math.min(6, block.level + 3)}`, {}, inline(block.content));
    case "code": return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
    case "list": return h(block.isOrdered ? "ol" : "ul", {}, block.items.map((item) => html`<li>${inline(item)}</li>`));
    case "table": return html`<div class="table-frame" role="region" aria-label="Table of the model card" tabindex="0"><table class="table">
      <thead><tr>${block.header.map((cell) => html`<th scope="col">${inline(cell)}</th>`)}</tr></thead>
      <tbody>${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`)}</tbody>
    </table></div>`;
    default: return html`<p>${inline(block.content)}</p>`;
  }
}

/**
 * A pack's model card, read when it is first opened. Its text becomes elements one by one: markup in it stays text.
 * @param {{ packId: string, title: string }} props
 */
export function ModelCard({ packId, title }) {
  const [card, setCard] = useState(/** @type {Block[] | null} */ (null));
  const [problem, setProblem] = useState("");
  const [isOpen, setOpen] = useState(false);
  const toggled = (/** @type {any} */ event) => {
    setOpen(event.currentTarget.open);
    if (!event.currentTarget.open || card) return;
    api.get(`/api/packs/${encodeURIComponent(packId)}/card`).then((text) => { setCard(parseMarkdown(text)); setProblem(""); }, (error) => setProblem(messageOf(error)));
  };
  return html`<details class="more" onToggle=${toggled}>
    <summary>Model card<span class="visually-hidden"> of ${title}</span></summary>
    ${problem && html`<p class="problem-line" role="alert">${problem}</p>`}
    ${isOpen && !card && !problem && html`<p class="soft">Reading the card…</p>`}
    ${card && html`<div class="model-card">${card.map(draw)}</div>`}
  </details>`;
}
