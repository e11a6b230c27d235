// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Field, Notice } from "../ui/components.js";
import { TableFiles } from "./table-files.js";
import { queryOf, scoredOf, useAnswer } from "./use-board.js";

/** @typedef {import("./types.js").Confusion} Confusion */

/** @param {{ title: string, found: Confusion[], write: (each: Confusion) => unknown }} props */
function Most({ title, found, write }) {
  return html`<div><h4>${title}</h4>${found.length === 0 ? html`<p class="soft">None.</p>` : html`<ol class="confusions">${found.map((each) => html`<li key=${`${each.reference}>${each.hypothesis}`}>
    <a href=${`#utterances`} onClick=${() => dispatchEvent(new CustomEvent("board-confusion", { detail: `${each.reference}>${each.hypothesis}` }))}>${write(each)}</a> <span class="faint">× ${each.count}</span></li>`)}</ol>`}</div>`;
}

/** What a system takes for what. @param {{ board: import("./types.js").Board, choice: import("./use-board.js").Choice }} props */
export function ConfusionExplorer({ board, choice }) {
  const ranked = board.systems.filter((system) => system.whyNotRanked === null);
  const [system, setSystem] = useState(ranked[0].id);
  const shown = ranked.some(({ id }) => id === system) ? system : ranked[0].id;
  const { answer, problem } = /** @type {{ answer: import("./types.js").ConfusionsView | null, problem: string | null }} */ (useAnswer(`/api/recognizers/confusions?${queryOf(scoredOf(choice), { system: shown, limit: 20 })}`));
  return html`<section class="card stack-s" aria-labelledby="confusions"><div class="spread"><div><h3 id="confusions">What it takes for what</h3><p class="faint">The most frequent errors; choose one to see and hear where it happens.</p></div>
    <${Field} label="System">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => setSystem(event.currentTarget.value)}>${ranked.map(({ id, title }) => html`<option key=${id} value=${id} selected=${id === shown}>${title}</option>`)}</select>`}<//></div>
    <div><${TableFiles} table="confusions" title="what is taken for what, of all systems" choice=${choice} /></div>
    ${problem && html`<${Notice} tone="bad">${problem}<//>`}
    ${answer && html`<div class="confusion-lists">
      <${Most} title="Substitutions" found=${answer.substitutions} write=${(/** @type {Confusion} */ each) => html`${each.reference} → ${each.hypothesis}`} />
      <${Most} title="Deletions" found=${answer.deletions} write=${(/** @type {Confusion} */ each) => each.reference} />
      <${Most} title="Insertions" found=${answer.insertions} write=${(/** @type {Confusion} */ each) => each.hypothesis} />
    </div>`}
  </section>`;
}
