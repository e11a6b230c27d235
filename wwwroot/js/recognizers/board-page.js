// @ts-check
import { html } from "/lib/htm-preact.js";
import { Button, EmptyState, Notice } from "../ui/components.js";
import { plural, seconds } from "../ui/format.js";
import { Audit } from "./audit.js";
import { Averages } from "./averages.js";
import { CrownMap } from "./crown-map.js";
import { Choices } from "./choices.js";
import { ConfusionExplorer } from "./confusions.js";
import { ExportsCard } from "./exports-card.js";
import { PairTests } from "./pair-tests.js";
import { Terms } from "./terms.js";
import { RateFigure, ScoreTable } from "./scores.js";
import { Streaming } from "./streaming.js";
import { TradeOff } from "./trade-off.js";
import { queryOf, scoredOf, useAnswer, useChoice } from "./use-board.js";
import { Utterances } from "./utterances.js";
import { Verdict } from "./verdict.js";
import { WaterfallFigure } from "./waterfall-figure.js";
import { Weighting } from "./weighting.js";

/** @typedef {import("./types.js").Board} Board */
/** @typedef {import("./use-board.js").Choice} Choice */

function Nothing() {
  return html`<${EmptyState} title="No recognizer has been run yet">
    <p>Make a dataset of recordings with what is said in them under <a href="/datasets">Datasets</a>, then <a href="/runs?new">run recognizers over it</a>, or import transcripts that vendors delivered. The comparison appears here with the first results.</p>
  <//>`;
}

/** @param {{ board: Board, choice: Choice, onChoose: (change: Choice) => void, again: () => void }} props */
function Answers({ board, choice, onChoose, again }) {
  const ranked = board.systems.filter((system) => system.whyNotRanked === null);
  if (ranked.length === 0) return html`<${Notice} tone="warn" title="No system can be ranked">No system has transcripts of all chosen datasets: ${board.systems.map((system) => `${system.title}: ${system.whyNotRanked}`).join("; ")}. Choose fewer datasets, or run the missing ones.<//>`;
  if (board.common === 0) return html`<${Notice} tone="warn" title="The systems have no recording in common">Each has transcripts of other recordings. Run them over the same ones, or choose fewer systems.<//>`;
  return html`
    <section class="stack" aria-labelledby="who"><h2 id="who">All systems</h2>
      <${RateFigure} board=${board} choice=${choice} />
      <${ScoreTable} board=${board} choice=${choice} onChoose=${onChoose} />
      <${PairTests} board=${board} choice=${choice} />
    </section>
    <section class="stack" aria-labelledby="of-what"><h2 id="of-what">King of what?</h2>
      <${CrownMap} board=${board} choice=${choice} onChoose=${onChoose} />
      ${board.ranking && board.map.length > 1 && html`<${Weighting} board=${board} ranking=${board.ranking} choice=${choice} onChoose=${onChoose} /><${Averages} board=${board} ranking=${board.ranking} choice=${choice} />`}
      <${TradeOff} choice=${choice} onChoose=${onChoose} />
    </section>
    <${Streaming} choice=${choice} />
    <section class="stack" aria-labelledby="why"><h2 id="why">Formatting or hearing?</h2>
      <${WaterfallFigure} board=${board} choice=${choice} />
      <${Terms} board=${board} choice=${choice} onChoose=${onChoose} />
      <${ConfusionExplorer} board=${board} choice=${choice} />
      <${Utterances} board=${board} choice=${choice} />
      <${Audit} board=${board} choice=${choice} onChoose=${onChoose} onJudged=${() => board.corrected && again()} />
    </section>
    <${ExportsCard} choice=${choice} />
    <p class="faint recipe"><strong>Recipe:</strong> ${board.recipe} · intervals: 95 %, bootstrap over speakers or recordings · ${board.application}</p>`;
}

/** Recognizers over datasets. */
export function BoardPage() {
  const [choice, choose] = useChoice();
  const { answer: board, problem, loading, again } = useAnswer(`/api/recognizers/board?${queryOf(scoredOf(choice))}`);
  const known = /** @type {Board | null} */ (board);
  return html`<div class="stack board" aria-busy=${loading ? "true" : "false"}>
    <div class="page-head">
      <h1>Recognizers</h1>
      <p>Which recognizer is best on your own recordings, on which of them, and how far the answer depends on the normaliser, the mix and chance.</p>
    </div>
    ${problem && html`<${Notice} tone="bad" title="The comparison could not be made">${problem} <${Button} size="small" onClick=${again}>Try again<//><//>`}
    ${!known && !problem && html`<p class="soft" role="status">Reading transcripts and counting errors…</p>`}
    ${known && (known.items === 0 ? html`<${Nothing} />` : html`
      <${Verdict} board=${known} />
      <${Choices} board=${known} choice=${choice} onChoose=${choose} />
      <p class=${loading ? "soft" : "visually-hidden"} role="status">${loading ? "Counting again…" : "Counted."}</p>
      <${Answers} board=${known} choice=${choice} onChoose=${choose} again=${again} />`)}
  </div>`;
}
