// @ts-check
import { html } from "/lib/htm-preact.js";
import { Figures, Notice } from "../ui/components.js";
import { plural, seconds } from "../ui/format.js";
import { ItemsTable } from "./items-table.js";

/** @typedef {import("./types.js").Preview} Preview */

/** Every problem with its place. @param {{ problems: import("./types.js").Problem[], more?: number }} props */
export function ProblemList({ problems, more = 0 }) {
  return html`<ul class="problem-list">
    ${problems.map((problem, index) => html`<li key=${index}><strong>${problem.place}</strong>: ${problem.message}</li>`)}
    ${more > 0 && html`<li>And ${plural(more, "further problem")}.</li>`}
  </ul>`;
}

/** What was understood of files, before anything is stored. @param {{ preview: Preview }} props */
export function PreviewCard({ preview }) {
  const isSpoken = preview.kind === "recordings";
  return html`<section class="card stack" aria-labelledby="preview-title">
    <h2 id="preview-title">What was understood</h2>
    <${Figures} items=${[
      [isSpoken ? "Recordings" : "Prompts", preview.items.toLocaleString("en-GB")], isSpoken && ["With text", preview.texts.toLocaleString("en-GB")],
      preview.seconds !== null && ["Length", seconds(preview.seconds)], preview.format !== "" && ["List", preview.format],
    ]} />
    ${preview.attributes.length > 0 && html`<p class="soft">Attributes: ${preview.attributes.map((attribute) => `${attribute.name} (${attribute.values.join(", ")}${attribute.values.length >= 8 ? " …" : ""})`).join(" · ")}</p>`}
    ${preview.problems.length > 0 && html`<${Notice} tone="bad" title=${`${plural(preview.problems.length + preview.moreProblems, "problem")} to mend first`}><${ProblemList} problems=${preview.problems} more=${preview.moreProblems} /><//>`}
    ${preview.notes.map((note) => html`<${Notice} key=${note}>${note}<//>`)}
    ${preview.first.length > 0 && html`<div class="stack-s">
      <h3>${preview.items > preview.first.length ? `The first ${preview.first.length} of ${preview.items.toLocaleString("en-GB")} items` : "Items"}</h3>
      <${ItemsTable} rows=${preview.first} label="Items as they will be stored" isSpoken=${isSpoken} />
    </div>`}
  </section>`;
}
