// @ts-check
// Who is king, of what, and how sure: the answer before all figures.
import { html } from "/lib/htm-preact.js";
import { percent, plural, seconds } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";
import { rate, sliceName } from "./words.js";

/** @typedef {import("./types.js").Board} Board */
/** @typedef {import("./types.js").Verdict} VerdictOf */

/** Names joined by commas and "and". @param {unknown[]} names */
export function listed(names) {
  return names.flatMap((name, index) => (index === 0 ? [name] : [index === names.length - 1 ? " and " : ", ", name]));
}

/** How sure a verdict is, in one word and a colour's name. @param {VerdictOf} verdict @returns {{ words: string, tone: "good" | "warn" }} */
function sureness(verdict) {
  return verdict.tied.length === 0 ? { words: "Beyond chance", tone: "good" } : { words: `${verdict.tied.length + 1} tied`, tone: "warn" };
}

/** Slices by how the king does on them. @param {{ verdict: VerdictOf }} props */
function OfWhat({ verdict }) {
  const parts = /** @type {const} */ ([["Best alone on", verdict.leads], ["Among the best on", verdict.shares], ["Beaten on", verdict.loses]]);
  if (parts.every(([, slices]) => slices.length === 0)) return html`<p class="soft">Choose another slice below to see on which recordings the answer changes.</p>`;
  return html`<dl>${parts.map(([title, slices]) => slices.length > 0 && html`<div key=${title}><dt>${title}</dt><dd>${slices.length > 6 ? `${slices.slice(0, 5).join(", ")} and ${slices.length - 5} more` : listed([...slices])}</dd></div>`)}</dl>`;
}

/** @param {{ board: Board }} props */
export function Verdict({ board }) {
  const { verdict } = board;
  if (!verdict) return null;
  const ranked = board.systems.filter((system) => system.whyNotRanked === null);
  const king = ranked[verdict.king];
  const rates = (/** @type {number[]} */ places) => html`<ul class="verdict-rates">${places.map((place) => html`<li key=${place}><${SystemName} system=${ranked[place]} /><span class="num">${percent(ranked[place].wordErrorRate)}</span></li>`)}</ul>`;
  const sure = sureness(verdict);
  if (ranked.length === 1) return html`<section class="card verdict" aria-labelledby="verdict"><h2 id="verdict"><${SystemName} system=${king} /> is alone here: ${rate(king.wordErrorRate, king.interval)} of words wrong</h2>
    <p class="soft">Run another recognizer over the same recordings, or import a vendor's transcripts, to compare.</p></section>`;
  return html`<section class="card verdict" aria-labelledby="verdict">
    <h2 id="verdict">${verdict.tied.length === 0
      ? html`<span class="crown" aria-hidden="true">♛</span> <${SystemName} system=${king} /> makes the fewest errors`
      : html`<${SystemName} system=${king} /> leads, but cannot be told from ${listed(verdict.tied.map((place) => html`<${SystemName} key=${place} system=${ranked[place]} />`))}`}</h2>
    <div class="verdict-parts">
      <div><h3>How good</h3>
        <p class="verdict-figure">${percent(king.wordErrorRate)}${king.interval && html` <span class="soft">[${(king.interval.low * 100).toFixed(1)}, ${(king.interval.high * 100).toFixed(1)}]</span>`}</p>
        <p class="faint">of words wrong, with its 95 % interval</p>
      </div>
      <div><h3>How sure <span class=${`tag ${sure.tone}`}>${sure.words}</span></h3>
        <dl>${verdict.tied.length > 0 && html`<div><dt>Cannot be told from it</dt><dd>${rates(verdict.tied)}</dd></div>`}
          ${verdict.behind.length > 0 && html`<div><dt>Behind, beyond chance</dt><dd>${rates(verdict.behind)}</dd></div>`}
          ${verdict.moreSeconds !== null && html`<div><dt>To tell the first two apart</dt><dd>about ${seconds(verdict.moreSeconds)} more speech</dd></div>`}</dl>
        ${verdict.tied.some((place) => verdict.behind.some((other) => other < place)) && html`<p class="faint">A rate that varies more from speaker to speaker says less: so one that is tied can be higher than one that is behind.</p>`}
      </div>
      <div><h3>Of what${board.map.length > 1 ? `, by ${sliceName(board.slice)}` : ""}</h3><${OfWhat} verdict=${verdict} />
        ${verdict.share !== null && html`<p>${verdict.averagesAgree === false ? "The usual averages name different kings; " : ""}${percent(verdict.share, 0)} of all mixes crown it</p>`}</div>
    </div>
    <p class="faint">${plural(board.common, "recording")} that all ranked systems finished, ${plural(board.words, "reference word")}${board.seconds ? `, ${seconds(board.seconds)} of speech` : ""}; normaliser ${board.normaliser}${board.corrected ? "; references corrected by judges" : ""}.${board.leftOut > 0 ? ` ${plural(board.leftOut, "recording")} left out, because a ranked system has no transcript of ${board.leftOut === 1 ? "it" : "them"}.` : ""}</p>
  </section>`;
}
