// @ts-check
import { html } from "/lib/htm-preact.js";
import { Notice } from "../ui/components.js";
import { useAnswer, queryOf } from "./use-board.js";
import { NumberTable } from "./number-table.js";

/** Where systems agree with each other against the reference. @param {{ choice: import("./use-board.js").Choice, ranked: number }} props */
export function Audit({ choice, ranked }) {
  const { answer: spans, problem } = /** @type {{ answer: import("./types.js").AuditSpan[] | null, problem: string | null }} */ (useAnswer(ranked < 2 ? null : `/api/recognizers/audit?${queryOf(choice, { limit: 50 })}`));
  if (ranked < 2) return null;
  return html`<details class="card stack-s"><summary><h3>Is the reference right?${spans ? ` ${spans.length}${spans.length === 50 ? " or more" : ""} places to check` : ""}</h3></summary>
    <p class="faint">Places where at least two systems heard the same and the reference has something else. Listen before you believe either side; a corrected reference is imported as a new dataset.</p>
    ${problem && html`<${Notice} tone="bad">${problem}<//>`}
    ${spans && (spans.length === 0 ? html`<p class="soft">None.</p>` : html`<${NumberTable} caption="Places where systems agree against the reference" texts=${[1, 2, 3, 4, 5]} head=${["Recording", "Before", "Reference", "Heard instead", "After", "By", "Sound"]}
      rows=${spans.map((span, index) => ({ key: `${span.itemId}-${index}`, cells: [span.key, span.before, span.reference || "nothing", html`<strong>${span.heard || "nothing"}</strong>`, span.after, span.systems.join(", "),
        span.hasAudio ? html`<audio controls preload="none" src=${`/api/datasets/items/${encodeURIComponent(span.itemId)}/audio`} aria-label=${`Recording ${span.key}`}></audio>` : ""] }))} />`)}
  </details>`;
}
