// @ts-check
import { html } from "/lib/htm-preact.js";
import { Notice } from "../ui/components.js";
import { Adjudication } from "./adjudication.js";
import { NumberTable } from "../ui/number-table.js";
import { queryOf, useAnswer } from "./use-board.js";

/** Where systems agree with each other against the reference. @param {{ choice: import("./use-board.js").Choice, ranked: number, onJudged: () => void }} props */
export function Audit({ choice, ranked, onJudged }) {
  const { answer: spans, problem } = /** @type {{ answer: import("./types.js").AuditSpan[] | null, problem: string | null }} */ (useAnswer(ranked < 2 ? null : `/api/recognizers/audit?${queryOf(choice, { limit: 50 })}`));
  if (ranked < 2) return null;
  return html`<details class="card stack-s"><summary><h3>Is the reference right?${spans ? ` ${spans.length}${spans.length === 50 ? " or more" : ""} places to check` : ""}</h3></summary>
    <p class="faint">Places where at least two systems heard the same and the reference has something else.</p>
    <${Adjudication} choice=${choice} onJudged=${onJudged} />
    ${problem && html`<${Notice} tone="bad">${problem}<//>`}
    ${spans && (spans.length === 0 ? html`<p class="soft">None.</p>` : html`<details><summary>Show them all, with which is which</summary>
      <${NumberTable} caption="Places where systems agree against the reference" texts=${[1, 2, 3, 4, 5]} head=${["Recording", "Before", "Reference", "Heard instead", "After", "By", "Sound"]}
      rows=${spans.map((span, index) => ({ key: `${span.itemId}-${index}`, cells: [span.key, span.before, span.reference || "nothing", html`<strong>${span.heard || "nothing"}</strong>`, span.after, span.systems.join(", "),
        span.hasAudio ? html`<audio controls preload="none" src=${`/api/datasets/items/${encodeURIComponent(span.itemId)}/audio`} aria-label=${`Recording ${span.key}`}></audio>` : ""] }))} /></details>`)}
  </details>`;
}
