// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Field } from "../../ui/components.js";

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

/** What the P.808 toolkit takes from its configuration. @param {{ pattern: string, bonus: string, onPattern: (pattern: string) => void, onBonus: (bonus: string) => void }} props */
function P808Fields({ pattern, bonus, onPattern, onBonus }) {
  return html`<details class="more"><summary>Settings of the P.808 tables</summary>
    <div class="field-grid">
      <${Field} label="Condition pattern" hint="A regular expression whose named groups are the condition in a file's name. Empty: the test's conditions.">${(/** @type {Record<string, unknown>} */ attributes) => html`
        <input ...${attributes} spellcheck=${false} maxlength="500" placeholder=".*_c(?<condition>[0-9]+)_.*" value=${pattern} onInput=${(/** @type {any} */ event) => onPattern(event.currentTarget.value)} />`}<//>
      <${Field} label="Bonus for each accepted session" hint="For the bonus list. Empty: the amount is left open.">${(/** @type {Record<string, unknown>} */ attributes) => html`
        <input ...${attributes} type="number" min="0" step="0.01" value=${bonus} onInput=${(/** @type {any} */ event) => onBonus(event.currentTarget.value)} />`}<//>
    </div></details>`;
}

/** @param {{ view: import("./types.js").ResultsView }} props */
export function ExportsCard({ view }) {
  const [pattern, setPattern] = useState("");
  const [bonus, setBonus] = useState("");
  const address = (/** @type {string} */ name) => {
    const wishes = new URLSearchParams({ screening: view.screening.profile });
    if (name.startsWith("p808/") && pattern.trim()) wishes.set("conditionPattern", pattern.trim());
    if (name.startsWith("p808/") && Number(bonus) > 0) wishes.set("bonus", bonus);
    return `/api/listening-tests/${encodeURIComponent(view.test.id)}/export/${name}?${wishes}`;
  };
  return html`<section class="card results-card" aria-labelledby="exports">
    <h2 id="exports">Take it with you</h2>
    <ul class="results-exports">${view.exports.map((name) => html`<li key=${name}>
      <a href=${address(name)} download>${wordsOf(name)[0]}</a><span class="faint">${wordsOf(name)[1]}</span>
    </li>`)}</ul>
    ${view.exports.some((name) => name.startsWith("p808/")) && html`<${P808Fields} pattern=${pattern} bonus=${bonus} onPattern=${setPattern} onBonus=${setBonus} />`}
  </section>`;
}
