// @ts-check
import { html } from "/lib/htm-preact.js";
import { queryOf } from "./use-board.js";

/** @type {(readonly [name: string, title: string, note: string])[]} */
const files = [
  ["report.html", "Report", "One HTML file with every table, for procurement"],
  ["systems.csv", "Systems", "Rates, counts, failures, latency"],
  ["crown-map.csv", "Crown map", "Every slice and system, with ties"],
  ["pairs.csv", "Tests of pairs", "All tests, and speech to separate them"],
  ["ranking.csv", "Averages and crowns", "Three averages, crown shares"],
  ["waterfall.csv", "Formatting or hearing", "Errors after each kind of rule"],
  ["terms.csv", "Terms and numbers", "How often your own terms and numbers are missed"],
  ["utterances.csv", "Every transcript", "With counts and recipe: all of it can be computed again"],
  ["board.json", "Everything as JSON", "What this page shows"],
];

/** @param {{ choice: import("./use-board.js").Choice }} props */
export function ExportsCard({ choice }) {
  return html`<section class="card stack-s" aria-labelledby="exports"><h2 id="exports">Take it with you</h2>
    <ul class="board-exports">${files.map(([name, title, note]) => html`<li key=${name}><a href=${`/api/recognizers/export/${name}?${queryOf(choice)}`} download>${title}</a><span class="faint">${note}</span></li>`)}</ul>
  </section>`;
}
