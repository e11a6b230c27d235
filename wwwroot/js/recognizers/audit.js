// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Button, Notice, Tag } from "../ui/components.js";
import { percent, plural } from "../ui/format.js";
import { NumberTable } from "../ui/number-table.js";
import { SystemName } from "../ui/system-mark.js";
import { Adjudication } from "./adjudication.js";
import { TableFiles } from "./table-files.js";
import { queryOf, scoredOf, useAnswer } from "./use-board.js";
import { points } from "./words.js";

/** @typedef {import("./types.js").AuditSpan} Span */
/** @typedef {import("./types.js").Board} Board */

const most = 50;

/** What judges made of a place, in words. @param {{ span: Span }} props */
function Judged({ span }) {
  if (span.votes === null) return span.place === null ? html`<span class="soft">cannot be judged</span>` : html`<span class="soft">not yet</span>`;
  const { systems, reference, neither, corrects } = span.votes;
  return html`<${Tag} tone=${corrects ? "warn" : "good"}>${corrects ? "corrected" : "stands"}<//> <span class="num">systems ${systems}, reference ${reference}${neither > 0 ? `, neither ${neither}` : ""}</span>`;
}

/** Rates on the references as delivered, and as judges corrected them. @param {{ board: Board, choice: import("./use-board.js").Choice, onChoose: (change: import("./use-board.js").Choice) => void, version: number }} props */
function Rescored({ board, choice, onChoose, version }) {
  const { references, ...asked } = scoredOf(choice);
  const { answer } = /** @type {{ answer: Board | null }} */ (useAnswer(board.corrected ? null : `/api/recognizers/board?${queryOf(asked, { references: "corrected", v: version })}`));
  const corrected = board.corrected ? board : answer;
  if (!corrected || corrected.correctedReferences === 0) return html`<p class="soft">No reference is corrected yet: the rates stand on the references as delivered.</p>`;
  const ranked = corrected.systems.filter((system) => system.whyNotRanked === null);
  return html`<div class="stack-s"><div class="spread"><h4>What the corrections change</h4><${TableFiles} table="systems" title="rates on corrected references" choice=${{ ...choice, references: "corrected" }} /></div>
    <${NumberTable} caption="Rates on corrected references" head=${["System", "References as delivered", `${plural(corrected.correctedReferences, "reference")} corrected`, "Change, points"]}
      rows=${ranked.map((system) => ({ key: system.id, cells: [html`<${SystemName} system=${system} />`, percent(system.deliveredErrorRate), percent(system.wordErrorRate), points(system.wordErrorRate === null || system.deliveredErrorRate === null ? null : system.wordErrorRate - system.deliveredErrorRate)] }))} />
    <div><${Button} onClick=${() => onChoose({ references: board.corrected ? "" : "corrected" })}>${board.corrected ? "Show rates on references as delivered" : "Show all on corrected references"}<//></div></div>`;
}

/** Where systems agree with each other against the reference. @param {{ board: Board, choice: import("./use-board.js").Choice, onChoose: (change: import("./use-board.js").Choice) => void, onJudged: () => void }} props */
export function Audit({ board, choice, onChoose, onJudged }) {
  const [version, setVersion] = useState(0);
  const ranked = board.systems.filter((system) => system.whyNotRanked === null).length;
  const { references, slice, ...asked } = scoredOf(choice);
  const { answer: spans, problem } = /** @type {{ answer: Span[] | null, problem: string | null }} */ (useAnswer(ranked < 2 ? null : `/api/recognizers/audit?${queryOf(asked, { limit: most, v: version })}`));
  if (ranked < 2) return null;
  const judged = spans?.filter((span) => span.votes !== null).length ?? 0;
  return html`<details class="card stack-s audit" id="audit"><summary><h3>Is the reference right?${spans ? ` ${plural(spans.length, "place")}${spans.length === most ? " or more" : ""} to check${judged > 0 ? `, ${judged} judged` : ""}` : ""}</h3></summary>
    <p class="faint">Places where at least two systems heard the same and the reference has something else.</p>
    <${Adjudication} choice=${choice} onJudged=${() => { setVersion(version + 1); onJudged(); }} />
    <${Rescored} board=${board} choice=${choice} onChoose=${onChoose} version=${version} />
    ${problem && html`<${Notice} tone="bad">${problem}<//>`}
    ${spans && (spans.length === 0 ? html`<p class="soft">None.</p>` : html`<details class="stack-s"><summary>Show them all, with which is which, and the votes</summary>
      <div class="row"><${TableFiles} table="audit" title="the places, with votes" choice=${choice} /><span class="faint">Every single judgement:</span><${TableFiles} table="judgements" title="every judgement" choice=${choice} /></div>
      <${NumberTable} caption="Places where systems agree against the reference" texts=${[1, 2, 3, 4, 5, 6]} head=${["Recording", "Before", "Reference", "Heard instead", "After", "By", "Judged", "Sound"]}
      rows=${spans.map((span, index) => ({ key: `${span.itemId}-${index}`, cells: [span.key, span.before, span.reference || "nothing", html`<strong>${span.heard || "nothing"}</strong>`, span.after, span.systems.join(", "), html`<${Judged} span=${span} />`,
        span.hasAudio ? html`<audio controls preload="none" src=${`/api/datasets/items/${encodeURIComponent(span.itemId)}/audio`} aria-label=${`Recording ${span.key}`}></audio>` : ""] }))} /></details>`)}
  </details>`;
}
