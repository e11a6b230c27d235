// @ts-check
import { html } from "/lib/htm-preact.js";
import { Figures, Tag } from "../../ui/components.js";
import { milliseconds, percent, plural, realTimeFactor, seconds } from "../../ui/format.js";
import { KeepButton } from "../keep-button.js";
import { StimulusName } from "../stimulus-name.js";
import { isHidden, stimulusColour } from "../types.js";
import { alignedWords, errorSummary } from "./alignment.js";
import { emptyColumn, medianDelay } from "./transcript-state.js";

/** @typedef {import("../types.js").Stimulus} Stimulus */

/**
 * One system's words while it listens and after, with its figures and score.
 * @param {{ trial: import("../types.js").LiveTrial, stimulus: Stimulus, column?: import("./transcript-state.js").Column, live: boolean, model: import("../trial-model.js").TrialModel }} props
 */
export function TranscriptCard({ trial, stimulus, column = emptyColumn(), live, model }) {
  const hidden = isHidden(trial);
  const error = live ? column.error : (stimulus.error ?? column.error); // the server says more once the labels are revealed
  const settled = stimulus.status === "done" && !live;
  const delay = medianDelay(column.delays) ?? stimulus.delaySeconds;
  const processing = column.processingSeconds ?? stimulus.processingSeconds;
  const factor = stimulus.realTimeFactor ?? (processing !== null && processing !== undefined && column.audioSeconds > 0 ? processing / column.audioSeconds : null);
  return html`<article class="card transcript" aria-label=${`System ${stimulus.label}`}>
    <header class="spread">
      <${StimulusName} stimulus=${stimulus} />
      <${CardState} error=${error} live=${live} finished=${column.finished} stimulus=${stimulus} />
    </header>
    <div class="transcript-body">
      <div role="log" aria-live="polite" aria-label=${`Final text of ${stimulus.label}`}>
        ${settled || column.segments.length === 0
          ? html`<p>${stimulus.text || html`<span class="faint">${live ? "Listening…" : error ? "" : "No words were recognized."}</span>`}</p>`
          : column.segments.filter((segment) => segment.final && segment.stable).map((segment, i) => html`<p key=${i}>${segment.stable}</p>`)}
      </div>
      ${!settled && html`<${Partial} column=${column} />`}
    </div>
    ${error && html`<p class="transcript-error" role="alert">${error}</p>`}
    <div class="transcript-figures" style=${{ "--stimulus": `var(${stimulusColour(stimulus)})` }}>
      <${Figures} items=${[
        ["Delay behind the voice", milliseconds(delay)],
        ["Real-time factor", hidden ? "after reveal" : realTimeFactor(factor)],
        ...streamingFigures(stimulus),
        stimulus.score ? ["Word errors", percent(stimulus.score.wer)] : null,
        stimulus.score ? ["Character errors", percent(stimulus.score.cer)] : null,
      ]} />
    </div>
    ${settled && stimulus.streaming && html`<p class="faint">${stimulus.streaming.speech ? `Speech from ${seconds(stimulus.streaming.speech.start)} to ${seconds(stimulus.streaming.speech.end)}, found by ${stimulus.streaming.speech.by}.` : "No speech was found in the audio."} <a href=${`/api/outputs/${encodeURIComponent(String(stimulus.outputId))}/events`} download>Event log<span class="visually-hidden"> of ${stimulus.label}</span></a></p>`}
    ${stimulus.score && html`<${Alignment} score=${stimulus.score} label=${stimulus.label} />`}
    ${settled && html`<footer><${KeepButton} stimulus=${stimulus} model=${model} /></footer>`}
  </article>`;
}

/** How soon and how steadily a streaming recognizer answered; nothing while labels are hidden, or of one that does not stream. @param {Stimulus} stimulus @returns {[string, string][]} */
function streamingFigures({ streaming }) {
  if (!streaming) return [];
  return [
    ["First words after speech began", streaming.firstPartial === null ? `none: ${streaming.whyNoFirstPartial}` : milliseconds(streaming.firstPartial)],
    ["Final words after speech ended", streaming.final === null ? `none: ${streaming.whyNoFinal}` : `${milliseconds(streaming.final)}${streaming.flushed ? ", as the audio ended" : ""}`],
    ["Words taken back", streaming.unstablePartialWordRatio === null ? "–" : `${streaming.unstableWords} for ${plural(streaming.words, "word")}`],
  ];
}

/** @param {{ error?: string | null, live: boolean, finished: boolean, stimulus: Stimulus }} props */
function CardState({ error, live, finished, stimulus }) {
  if (error) return html`<${Tag} tone="bad">Failed<//>`;
  if (live && !finished) return html`<${Tag} tone="accent">Listening<//>`;
  if (stimulus.status === "cancelled") return html`<${Tag} tone="warn">Cancelled<//>`;
  return html`<${Tag} tone="good">Finished<//>`;
}

/** Words of the running segment: stable ones upright, those that may change italic with dots below. @param {{ column: import("./transcript-state.js").Column }} props */
function Partial({ column }) {
  const running = column.segments.filter((segment) => !segment.final);
  return html`<p>
    ${running.map((segment, i) => html`<span key=${i}>${segment.stable} ${segment.unstable && html`<em class="unstable">${segment.unstable}</em> `}</span>`)}
  </p>`;
}

/** @param {{ score: import("../types.js").Score, label: string }} props */
function Alignment({ score, label }) {
  return html`<div class="alignment">
    <p class="alignment-summary">${errorSummary(score)} <span class="faint">of ${score.referenceWords} reference words</span></p>
    <p class="alignment-words" role="group" aria-label=${`Words of ${label} against the reference`}>
      ${alignedWords(score.alignment).map(
        (word, i) => html`<span key=${i} class=${`aligned ${word.op}`}>
          <span class="visually-hidden">${word.spoken}, </span>
          <span aria-hidden="true">${word.op === "correct" ? word.reference : html`<b>${word.sign}</b>${word.reference && html`<s>${word.reference}</s>`}${word.hypothesis && html`<i>${word.hypothesis}</i>`}`}</span>
        </span>`,
      )}
    </p>
  </div>`;
}
