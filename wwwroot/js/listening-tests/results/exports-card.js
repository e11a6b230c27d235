// @ts-check
import { html } from "/lib/htm-preact.js";

const files = [
  ["ratings.csv", "Every rating", "One a row, with everything that R or pandas needs to do it again"],
  ["ratings.jsonl", "Every rating, JSON lines", "The same, an object a line"],
  ["results.json", "All results", "Every number of this page with its recipe"],
];

/** @param {{ id: string, screening: string }} props */
export function ExportsCard({ id, screening }) {
  return html`<section class="card results-card" aria-labelledby="exports">
    <h2 id="exports">Take it with you</h2>
    <ul class="results-exports">${files.map(([name, title, note]) => html`<li key=${name}>
      <a href=${`/api/listening-tests/${encodeURIComponent(id)}/export/${name}?screening=${encodeURIComponent(screening)}`} download>${title}</a><span class="faint">${note}</span>
    </li>`)}</ul>
  </section>`;
}
