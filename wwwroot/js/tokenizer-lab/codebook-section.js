// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { axisFromZero, fixedAxis } from "../plots/axis.js";
import { BarPlot } from "../plots/bar-plot.js";
import { FigureCard } from "../plots/figure-card.js";
import { Notice } from "../ui/components.js";
import { bitRate, number, percent, plural } from "../ui/format.js";
import { SystemMark } from "../ui/system-mark.js";
import { domainWords } from "./words.js";

/** @typedef {import("./types.js").CodebookUse} CodebookUse */
/** @typedef {import("./types.js").Overview} Overview */

/** Conditions with tokens; of each system that with the most codebooks, whose first ones are those of the others. @param {Overview} overview */
function tokenConditions(overview) {
  /** @type {Map<string, { condition: import("./types.js").Condition, codebooks: number }>} */
  const most = new Map();
  for (const use of overview.codebookUse) {
    const condition = overview.conditions.find(({ id }) => id === use.condition);
    if (condition && use.codebooks.length > (most.get(condition.system.id)?.codebooks ?? 0)) most.set(condition.system.id, { condition, codebooks: use.codebooks.length });
  }
  return [...most.values()].map(({ condition }) => condition);
}

/** @param {{ uses: CodebookUse[], title: string }} props */
function UseTable({ uses, title }) {
  return html`<details class="more"><summary>The numbers</summary>
    <div class="table-frame" role="region" aria-label=${`Codebook use of ${title}`} tabindex="0"><table class="table">
      <caption class="visually-hidden">Codebook use of ${title} by domain</caption>
      <thead><tr><th scope="col">Domain</th>${["Codebook", "Used", "Utilisation", "Entropy (bit)", "Perplexity", "Efficiency", "Repeats"].map((head) => html`<th key=${head} scope="col" class="number">${head}</th>`)}</tr></thead>
      <tbody>${uses.flatMap((use) => use.codebooks.map((book, index) => html`<tr key=${`${use.domain} ${index}`}>
        <th scope="row">${domainWords(use.domain)}</th><td class="number">${index + 1}</td><td class="number">${book.used} of ${use.codebookSize}</td><td class="number">${percent(book.utilisation)}</td>
        <td class="number">${number(book.entropyBits, 2)}</td><td class="number">${number(book.perplexity, 1)}</td><td class="number">${percent(book.efficiency)}</td><td class="number">${percent(book.repeatRate)}</td>
      </tr>`))}</tbody>
    </table></div>
  </details>`;
}

/**
 * How the codebooks are used in each domain.
 * @param {{ overview: Overview, csv: string }} props
 */
export function CodebookSection({ overview, csv }) {
  const offered = tokenConditions(overview);
  const [chosen, setChosen] = useState("");
  const condition = offered.find(({ id }) => id === chosen) ?? offered[0];
  if (overview.codebookProblem) return html`<${Notice} tone="bad" title="Tokens could not be counted">${overview.codebookProblem}<//>`;
  if (!condition) return null;
  const all = overview.codebookUse.filter((use) => use.condition === condition.id);
  const domains = all.filter((use) => use.domain !== null);
  const series = domains.map((use, index) => ({ id: use.domain ?? "", title: domainWords(use.domain), colour: index }));
  const groups = (/** @type {(book: import("./types.js").Codebook) => number} */ value) => domains[0].codebooks.map((_, book) => ({ title: String(book + 1), values: domains.map((use) => (use.codebooks[book] ? value(use.codebooks[book]) : null)) }));
  const words = (/** @type {(book: import("./types.js").Codebook) => string} */ write) => domains.map((use) => `${domainWords(use.domain)} ${use.codebooks.map(write).join(", ")}`).join("; ");
  const frames = domains.map((use) => `${domainWords(use.domain).toLowerCase()} ${plural(use.frames, "frame")} of ${plural(use.clips, "clip")}`).join(", ");
  const short = domains.filter((use) => use.reachableUtilisation < 1);
  const name = condition.system.title;
  return html`<section class="stack" aria-labelledby="codebooks">
    <div class="spread"><h2 id="codebooks">How are the codebooks used?</h2>
      ${offered.length > 1 && html`<label class="view-choice">Tokenizer <select class="input" value=${condition.id} onChange=${(/** @type {any} */ event) => setChosen(event.currentTarget.value)}>${offered.map((each) => html`<option key=${each.id} value=${each.id}>${each.system.title}</option>`)}</select></label>`}</div>
    <p class="soft num"><strong>${condition.title}</strong>: ${all.map((use) => `${domainWords(use.domain).toLowerCase()} ${bitRate(use.nominalBitRate)} nominal, ${bitRate(use.entropyBitRate)} after an ideal entropy coder`).join("; ")}.</p>
    ${short.length > 0 && html`<p class="faint">Few frames: ${short.map((use) => `${domainWords(use.domain).toLowerCase()} could use at most ${percent(use.reachableUtilisation, 0)} of a codebook`).join(", ")}. There, utilisation and perplexity say as much about the length of the clips as about the tokenizer.</p>`}
    <ul class="row lab-legend" aria-label="Domains">${series.map((each) => html`<li key=${each.id} class="system-name"><${SystemMark} colour=${each.colour} /><span>${each.title}</span></li>`)}</ul>
    <div class="figure-grid lab-panels">
      <${FigureCard} name="codebook-utilisation" title="Utilisation" note=${`Share of each codebook's codes that occur: ${frames}. Counts, not estimates: they have no interval.`} csv=${csv}
        plot=${(/** @type {number} */ width) => html`<${BarPlot} label=${`Utilisation of ${name} by codebook: ${words((book) => percent(book.utilisation))}.`} series=${series} groups=${groups((book) => book.utilisation)} axis=${fixedAxis(0, 1, 4)} xTitle="Codebook" yTitle="Utilisation" width=${width} write=${(/** @type {number} */ value) => percent(value, 0)} />`} />
      <${FigureCard} name="codebook-perplexity" title="Perplexity" note=${`As many equally frequent codes would carry the same information; at most ${all[0].codebookSize}.`} csv=${csv}
        plot=${(/** @type {number} */ width) => html`<${BarPlot} label=${`Perplexity of ${name} by codebook: ${words((book) => number(book.perplexity, 0))}.`} series=${series} groups=${groups((book) => book.perplexity)} axis=${axisFromZero(domains.flatMap((use) => use.codebooks.map((book) => book.perplexity)), 4)} xTitle="Codebook" yTitle="Perplexity" width=${width} write=${(/** @type {number} */ value) => number(value, 0)} />`} />
    </div>
    <${UseTable} uses=${all} title=${name} />
  </section>`;
}
