// @ts-check
import { html } from "/lib/htm-preact.js";
import { fileOf, TableFiles } from "./table-files.js";

/** @type {(readonly [table: string, title: string, note: string])[]} */
const tables = [
  ["systems", "Systems", "rates, counts, failures, latency"],
  ["crown-map", "Crown map", "every slice and system, with ties"],
  ["pairs", "Tests of pairs", "all tests, and speech to separate them"],
  ["ranking", "Averages and crowns", "three averages, crown shares, your weighting"],
  ["leave-one-out", "Leave one out", "who is king without each slice"],
  ["trade-off", "Errors, latency and price", "with price lists, and who is beaten"],
  ["waterfall", "Formatting or hearing", "errors after each kind of rule"],
  ["terms", "Terms and numbers", "how often they are missed"],
  ["confusions", "What is taken for what", "of every system"],
  ["streaming", "Streaming", "first and final words, words taken back"],
  ["streaming-recordings", "Streaming by recording", "the same of every recording"],
  ["audit", "Doubtful references", "where systems agree, with votes"],
  ["judgements", "Judgements", "who judged what, and when"],
  ["utterances", "Every transcript", "with counts: all can be computed again"],
];

/** @param {{ choice: import("./use-board.js").Choice }} props */
export function ExportsCard({ choice }) {
  return html`<section class="card stack" aria-labelledby="exports"><h2 id="exports">Take it with you</h2>
    <div class="row"><a class="button primary" href=${fileOf("report.html", choice)} download>Report</a><p class="soft">One HTML file for procurement that needs nothing else: the answer, every table, the recipe with hashes, and the vendors' raw files attached.</p></div>
    <ul class="board-exports">${tables.map(([table, title, note]) => html`<li key=${table}><span><strong>${title}</strong><br /><span class="faint">${note}</span></span><${TableFiles} table=${table} title=${title} choice=${choice} /></li>`)}
      <li><span><strong>Everything on this page</strong><br /><span class="faint">all figures at once</span></span><a class="button quiet small" href=${fileOf("board.json", choice)} download>JSON<span class="visually-hidden"> of everything on this page</span></a></li></ul>
  </section>`;
}
