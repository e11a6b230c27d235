// @ts-check
import { html } from "/lib/htm-preact.js";

/** @type {Record<string, readonly [title: string, note: string]>} */
const files = {
  "ratings.csv": ["Every rating", "CSV, one a row, with everything that R or pandas needs to do it again"],
  "ratings.jsonl": ["Every rating, JSON lines", "The same, an object a line"],
  "results.json": ["All results", "JSON: every number of this page with its recipe"],
  "report.html": ["Report", "One HTML file with plots and tables, to mail or archive"],
  "methods.md": ["Methods paragraph, Markdown", "Design, listeners, screening, statistics, hash"],
  "methods.tex": ["Methods paragraph, LaTeX", "The same for a paper"],
};

/** Title and note of a file; those of other tools' formats follow from their names. @param {string} name */
const wordsOf = (name) => files[name] ?? (name.startsWith("webmushra/")
  ? [name, "As webMUSHRA writes it"] : name.startsWith("p808/") ? [name, "As the P.808 toolkit writes it"] : [name, ""]);

/** @param {{ view: import("./types.js").ResultsView }} props */
export function ExportsCard({ view }) {
  return html`<section class="card results-card" aria-labelledby="exports">
    <h2 id="exports">Take it with you</h2>
    <ul class="results-exports">${view.exports.map((name) => html`<li key=${name}>
      <a href=${`/api/listening-tests/${encodeURIComponent(view.test.id)}/export/${name}?screening=${encodeURIComponent(view.screening.profile)}`} download>${wordsOf(name)[0]}</a><span class="faint">${wordsOf(name)[1]}</span>
    </li>`)}</ul>
  </section>`;
}
