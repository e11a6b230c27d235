// @ts-check
import { html } from "/lib/htm-preact.js";
import { useRef, useState } from "/lib/preact-hooks.js";
import { percent, seconds } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";

/** @typedef {import("./types.js").Cell} Cell */

/** What a cell says to those who do not see its colour. @type {Record<string, string>} */
const signs = { substitution: "≠", deletion: "−", insertion: "+" };

/** Plays from a little before a word to a little after it. @param {HTMLAudioElement} audio @param {number} start @param {number} end */
function playWord(audio, start, end) {
  audio.currentTime = Math.max(0, start - 0.15);
  const stop = () => {
    if (audio.currentTime < end + 0.15) return;
    audio.pause();
    audio.removeEventListener("timeupdate", stop);
  };
  audio.addEventListener("timeupdate", stop);
  void audio.play();
}

/** @param {{ cell: Cell, playhead: number, onPlay: ((start: number, end: number) => void) | null }} props */
function Word({ cell, playhead, onPlay }) {
  const { operation, text, start, end } = cell;
  if (operation === null) return html`<td></td>`;
  const now = start !== null && end !== null && playhead >= start && playhead < end;
  const body = html`${operation !== "correct" && html`<span class="sign">${signs[operation]}</span>`}<bdi>${text ?? ""}</bdi>`;
  return html`<td class=${`word ${operation}${now ? " now" : ""}`}>${onPlay && start !== null && end !== null
    ? html`<button type="button" class="word-button" onClick=${() => onPlay(start, end)} title=${`${seconds(start)}`}>${body}</button>` : body}</td>`;
}

/** @param {{ utterance: import("./types.js").Utterance, systems: { id: string, title: string, colour: number }[] }} props */
export function UtteranceCard({ utterance, systems }) {
  const audio = useRef(/** @type {HTMLAudioElement | null} */ (null));
  const [playhead, setPlayhead] = useState(-1);
  const play = utterance.hasAudio ? (/** @type {number} */ start, /** @type {number} */ end) => audio.current && playWord(audio.current, start, end) : null;
  return html`<article class="utterance stack-s">
    <div class="spread"><h4 class="utterance-key">${utterance.key}</h4><span class="faint">${[utterance.dataset, utterance.speaker, utterance.seconds === null ? null : seconds(utterance.seconds)].filter(Boolean).join(" · ")}</span></div>
    ${utterance.hasAudio ? html`<audio ref=${audio} controls preload="none" src=${`/api/datasets/items/${encodeURIComponent(utterance.id)}/audio`} aria-label=${`Recording ${utterance.key}`} onTimeUpdate=${() => setPlayhead(audio.current?.currentTime ?? -1)} onEnded=${() => setPlayhead(-1)}></audio>` : html`<p class="faint">The recording itself is not here.</p>`}
    <div class="table-frame" role="region" aria-label=${`Words of ${utterance.key}`} tabindex="0">
      <table class="diff" dir="auto"><caption class="visually-hidden">Words of all systems under those of the reference. ≠ substituted, − missing, + too many.</caption>
        <tbody>
          <tr><th scope="row">Reference</th>${utterance.reference.map((word, column) => html`<td key=${column} class="word reference"><bdi>${word ?? ""}</bdi></td>`)}</tr>
          ${utterance.lines.map((line, index) => html`<tr key=${systems[index].id}><th scope="row"><${SystemName} system=${systems[index]} /> <span class="faint">${line.words === 0 ? `${line.errors}` : percent(line.errors / line.words, 0)}</span></th>
            ${line.cells.map((cell, column) => html`<${Word} key=${column} cell=${cell} playhead=${playhead} onPlay=${play} />`)}</tr>`)}
        </tbody>
      </table>
    </div>
    <details><summary>As delivered</summary><dl class="as-delivered"><dt>Reference</dt><dd dir="auto">${utterance.referenceText}</dd>${utterance.lines.map((line, index) => html`<dt>${systems[index].title}</dt><dd dir="auto">${line.text || html`<span class="soft">an empty transcript</span>`}</dd>`)}</dl></details>
  </article>`;
}
