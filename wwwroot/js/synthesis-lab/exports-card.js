// @ts-check
import { html } from "/lib/htm-preact.js";
import { exportAddress } from "./words.js";

/** @type {Record<string, readonly [title: string, note: string]>} */
const files = {
  "takes.csv": ["Every take", "CSV, one a row: settings, seed, raw seconds, measurements, failures"],
  "takes.jsonl": ["Every take, JSON lines", "The same, an object a line"],
  "spread.csv": ["Spread", "Within and between prompts, ICC"],
  "failures.csv": ["Failures", "Rates by kind with Wilson intervals"],
  "success.csv": ["Success by attempts", "pass@k and all-pass^k"],
  "demo-bias.csv": ["Demo bias", "Best, typical and worst of K"],
  "determinism.csv": ["Determinism", "Each pair with the same seed"],
  "stability.csv": ["Stability and expressiveness", "Failure rate, and mean and spread of each metric"],
  "speed.csv": ["Speed", "Both conventions, first audio, raw seconds"],
  "analysis.json": ["All numbers", "JSON: everything on this page with its recipe"],
  "report.html": ["Report", "One HTML file with plots and tables, to mail or archive"],
};

/** @param {{ view: import("./types.js").LabView }} props */
export function ExportsCard({ view }) {
  return html`<section class="card stack-s" aria-labelledby="exports">
    <h2 id="exports">Take it with you</h2>
    <ul class="lab-exports">${view.exports.map((name) => html`<li key=${name}><a href=${exportAddress(view, name)} download>${files[name]?.[0] ?? name}</a><span class="faint">${files[name]?.[1] ?? ""}</span></li>`)}</ul>
  </section>`;
}
