// @ts-check
// The words that matter: names, products, numbers.
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Button, Field, Notice } from "../ui/components.js";
import { percent } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";
import { NumberTable } from "../ui/number-table.js";
import { TableFiles } from "./table-files.js";
import { queryOf, scoredOf, useAnswer } from "./use-board.js";

/** @typedef {import("./types.js").TermCounts} Counts */

/** @param {Counts} counts */
const shown = (counts) => (counts.said === 0 ? `not said${counts.invented > 0 ? `, ${counts.invented} invented` : ""}`
  : `${percent(counts.errorRate)} (${counts.said - counts.recognized} of ${counts.said} missed${counts.invented > 0 ? `, ${counts.invented} invented` : ""})`);

/** @param {{ board: import("./types.js").Board, choice: import("./use-board.js").Choice, onChoose: (change: import("./use-board.js").Choice) => void }} props */
export function Terms({ board, choice, onChoose }) {
  const [text, setText] = useState((choice.terms ?? "").split(",").join("\n"));
  const { answer, problem, loading } = /** @type {{ answer: import("./types.js").TermsView | null, problem: string | null, loading: boolean }} */ (useAnswer(`/api/recognizers/terms?${queryOf(scoredOf(choice), { terms: choice.terms ?? "" })}`));
  const place = (/** @type {string} */ id) => board.systems.findIndex((system) => system.id === id);
  const use = (/** @type {Event} */ event) => {
    event.preventDefault();
    onChoose({ terms: text.split(/[\n,;]/).map((term) => term.trim()).filter(Boolean).join(",") });
  };
  return html`<section class="card stack-s" aria-labelledby="terms" aria-busy=${loading ? "true" : "false"}>
    <div><h3 id="terms">The words that matter</h3><p class="faint">How often your own terms and numbers are missed. A term counts as recognized where all its words are right and nothing stands between them; invented is where a system wrote it and it was not said.</p></div>
    <form class="utterance-filters" onSubmit=${use}>
      <${Field} label="Your terms" hint="One a line: names, products, jargon. They stay in this page's address.">${(/** @type {Record<string, unknown>} */ attributes) => html`<textarea ...${attributes} rows="3" value=${text} onInput=${(/** @type {any} */ event) => setText(event.currentTarget.value)}></textarea>`}<//>
      <${Button} type="submit">Count them<//>
    </form>
    ${problem && html`<${Notice} tone="bad">${problem}<//>`}
    ${answer && html`<${NumberTable} caption="Terms and numbers" head=${["System", ...(answer.terms.length > 0 ? ["All terms"] : []), "Numbers", ...answer.terms]}
      rows=${[...answer.systems].sort((a, b) => place(a.id) - place(b.id)).map((system) => ({ key: system.id, cells: [html`<${SystemName} system=${system} />`, ...(answer.terms.length > 0 ? [shown(system.all)] : []), shown(system.numbers), ...system.terms.map(shown)] }))} />
      <p class="faint">Numbers are words with a digit after normalisation; spelt-out numbers count where the normaliser writes them as digits. </p>
      <div><${TableFiles} table="terms" title="terms and numbers" choice=${choice} /></div>`}
  </section>`;
}
