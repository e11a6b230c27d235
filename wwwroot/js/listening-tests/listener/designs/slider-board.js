// @ts-check
import { html } from "/lib/htm-preact.js";
import { soundName } from "../missing-words.js";
import { referenceLabel } from "../types.js";
import { SoundButton } from "./sound-button.js";
import { RatingSlider } from "./slider.js";
import { hasBands, marksOf } from "./scale-marks.js";

/** @typedef {import("./design-props.js").DesignProps} DesignProps */

/**
 * MUSHRA, BS.1116 and other sliders: columns side by side where there is room, rows on a telephone.
 * @param {DesignProps & { scale: import("../types.js").Scale, showQuestion?: boolean }} props
 */
export function SliderBoard({ trial, scale, answers, sounding, active, loading, missing, hear, rate, showQuestion }) {
  const marks = marksOf(scale);
  const ticks = !hasBands(scale);
  const digits = scale.step < 1 ? 1 : 0;
  const words = html`<div class=${`board-words ${ticks ? "ticks" : ""}`} aria-hidden="true">${marks.map((mark) => html`<span key=${mark.value} style=${{ "--at": mark.at }}>
    <span class="mark-word">${mark.label}</span>${ticks && html` <b class="num">${mark.value.toFixed(digits)}</b>`}</span>`)}</div>`;
  const lines = html`<div class="board-lines" aria-hidden="true">${[...new Set(marks.flatMap((mark) => [mark.from, mark.to]))].map((at) => html`<i key=${at} style=${{ "--at": at }}></i>`)}</div>`;
  return html`<div class="board" role="group" aria-label=${scale.question || trial.question || scale.id} style=${{ "--count": trial.stimuli.length }}>
    ${showQuestion && scale.question && html`<h2 class="board-question">${scale.question}</h2>`}
    <div class=${`board-legend ${sounding === referenceLabel ? "sounding" : ""}`}>
      ${trial.reference && html`<${SoundButton} label=${referenceLabel} shown=${soundName(trial, referenceLabel)} sounding=${sounding === referenceLabel} active=${active === referenceLabel} disabled=${loading} shortcut="R" onHear=${() => hear(referenceLabel)} />`}
      ${words}</div>
    ${trial.stimuli.map(({ label }) => html`<div key=${label} class=${`board-item ${sounding === label ? "sounding" : ""}`}>
      <${SoundButton} label=${label} shown=${label} sounding=${sounding === label} active=${active === label} disabled=${loading} shortcut=${label} onHear=${() => hear(label)} />
      <div class="board-track">${words}${lines}
        <${RatingSlider} label=${label} scale=${scale} given=${answers.get(`${label}/${scale.id}`)?.value ?? null} sounding=${sounding === label} disabled=${loading}
          missing=${missing.some((entry) => entry.kind === "rate" && entry.label === label && entry.scale === scale.id)}
          onTouch=${() => hear(label)} onValue=${(/** @type {number} */ value) => rate({ label, scale: scale.id, value })} />
      </div>
    </div>`)}
  </div>`;
}
