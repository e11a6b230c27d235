// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useId, useMemo, useRef, useState } from "/lib/preact-hooks.js";
import { useStore } from "../../../ui/use-store.js";
import { answersOf, answerKey, heardOn, isPair, missingOf, pairRating } from "../answers.js";
import { CategoryRating, LikertRating, openScale } from "../designs/categories.js";
import { PairChoice, pairOptions } from "../designs/preference.js";
import { SliderBoard } from "../designs/slider-board.js";
import { SoundButton } from "../designs/sound-button.js";
import { TranscriptionField } from "../designs/transcription.js";
import { onKeys } from "../keys.js";
import { missingWords, soundName } from "../missing-words.js";
import { Shortcuts } from "../shortcuts.js";
import { Transport } from "../transport.js";
import { referenceLabel, xLabel } from "../types.js";
import { usePlayback } from "../use-playback.js";
import { t } from "../words.js";
import { NextButton, PageFrame, useCompletion } from "./page-frame.js";

/** @typedef {import("../types.js").TrialPage} Trial */

const sequences = new Set(["dcr", "ccr"]);
const sliders = new Set(["mushra", "bs1116"]);

/** Clips of a trial in the order of their buttons. @param {Trial} trial */
const clipsOf = (trial) => [
  ...(trial.reference ? [{ label: referenceLabel, audio: trial.reference.audio }] : []), ...trial.stimuli, ...(trial.x ? [{ label: xLabel, audio: trial.x.audio }] : []),
];

/** The part of the page in which the design asks. @param {import("../designs/design-props.js").DesignProps} props */
function Design(props) {
  const { trial } = props;
  if (sliders.has(trial.design)) return html`<${SliderBoard} ...${props} scale=${trial.scales[0]} />`;
  if (trial.design === "transcription") return html`<${TranscriptionField} ...${props} />`;
  if (trial.design === "likert") return html`<${LikertRating} ...${props} />`;
  if (trial.design === "ccr" || !isPair(trial)) return html`<${CategoryRating} ...${props} />`;
  return html`<${PairChoice} ...${props} />`;
}

/** @param {import("./page-frame.js").PageProps} props */
export function TrialPage({ visit, page, session }) {
  const trial = /** @type {Trial} */ (page.trial);
  const { busy, complete } = useCompletion(visit, page);
  const clips = useMemo(() => clipsOf(trial), [page]);
  const sequence = sequences.has(trial.design);
  const loop = clips.length > 1 && !sequence && trial.options.loop !== false;
  const drawn = trial.options.waveform !== false && trial.reference && !sequence ? referenceLabel : undefined;
  const { playback, state, reload } = usePlayback(visit, clips, { sequence, loop, restartOnSwitch: trial.options.restartOnSwitch, peaksOf: drawn }, clips[0]?.label ?? "");
  const { active } = useStore(playback.player.state);
  const [answers, setAnswers] = useState(() => answersOf(trial, [...trial.ratings, ...visit.deliveries.ratingsOf(session.key, page.index)]));
  const [asked, setAsked] = useState(false);
  const [comment, setComment] = useState("");
  const current = useRef(answers);
  const heard = heardOn(trial, playback.heard);
  const missing = asked ? missingOf(trial, answers, heard) : [];

  const rate = (/** @type {import("../types.js").GivenRating} */ rating) => {
    current.current = new Map(current.current).set(answerKey(trial, rating.label, rating.scale), rating);
    setAnswers(current.current);
    visit.rate(page, rating, playback.heard.plays(rating.label));
  };
  const hear = (/** @type {string} */ label) => playback.hear(label);
  const keys = useRef(/** @type {import("../keys.js").KeyActions} */ ({}));
  keys.current = trialKeys(trial, clips, hear, rate, answers);
  useEffect(() => onKeys({ toggle: () => playback.toggle(), digit: (digit) => keys.current.digit?.(digit), letter: (letter) => keys.current.letter?.(letter) }), [playback]);

  const leave = () => {
    dispatchEvent(new Event("speechscoop-settle-ratings"));
    setAsked(true);
    if (missingOf(trial, current.current, heard).length > 0) return;
    playback.pause();
    void complete(comment.trim() ? { comment: comment.trim() } : {});
  };
  const props = { trial, answers, sounding: state.sounding, active: sequence ? "" : active, loading: state.loading, missing, hear, rate };
  const count = { n: trial.number, count: trial.count };
  const side = sliders.has(trial.design) ? [] : clips.filter(({ label }) => trial.design !== "likert" || label === referenceLabel);
  return html`<${PageFrame} visit=${visit} wide=${sliders.has(trial.design) || trial.stimuli.length > 2} heading=${page.title || t(trial.design === "arena" ? "pair" : "trial", count)} text=${page.text}
    above=${trial.training && html`<p class="training"><span class="tag warn">${t("training")}</span> ${t("training.text")}</p>`}
    below=${html`<${Shortcuts} trial=${trial} />`}
    actions=${html`<${NextButton} busy=${busy} onClick=${leave} />`}>
    <p class="question">${trial.question}</p>
    <${Transport} playback=${playback} state=${state} loop=${loop} onReload=${reload} />
    ${clips.length > 1 && side.length > 0 && html`<div class="sounds">${side.map(({ label }) => html`<${SoundButton} key=${label} wide=${true} label=${label} shown=${soundName(trial, label)} sounding=${state.sounding === label}
      active=${!sequence && active === label} disabled=${state.loading} shortcut=${label === referenceLabel ? "R" : label} onHear=${() => hear(label)} />`)}</div>`}
    <${Design} ...${props} />
    ${trial.options.comment && html`<${Comment} value=${comment} set=${setComment} />`}
    <div role="alert" class="missing-words">${missing.length > 0 && html`<strong>${t("missing.title")}</strong><ul>${missingWords(trial, missing).map((words) => html`<li key=${words}>${words}</li>`)}</ul>`}</div>
  <//>`;
}

/** @param {{ value: string, set: (value: string) => void }} props */
function Comment({ value, set }) {
  const id = useId();
  return html`<div class="field"><label for=${id}>${t("comment")} <span class="faint">(${t("optional")})</span></label>
    <textarea class="input" id=${id} rows="2" maxlength="4000" value=${value} onInput=${(/** @type {any} */ event) => set(event.currentTarget.value)}></textarea></div>`;
}

/**
 * Letters hear a sound (and give its slider the keys), R the reference; digits answer where there is one question, and hear
 * a sound where there are sliders.
 * @param {Trial} trial @param {{ label: string }[]} clips @param {(label: string) => void} hear
 * @param {(rating: import("../types.js").GivenRating) => void} rate @param {Map<string, import("../types.js").GivenRating>} answers
 * @returns {import("../keys.js").KeyActions}
 */
function trialKeys(trial, clips, hear, rate, answers) {
  const listen = (/** @type {string} */ label) => {
    hear(label);
    const slider = document.querySelector(`.rating-slider[data-label="${label}"]`);
    if (slider instanceof HTMLElement) slider.focus();
  };
  const letter = (/** @type {string} */ key) => {
    const isReference = key === "R" || (key === "A" && trial.design === "bs1116");
    const label = isReference && trial.reference ? referenceLabel : key;
    if (clips.some((clip) => clip.label === label)) listen(label);
  };
  const digit = (/** @type {number} */ key) => {
    if (sliders.has(trial.design)) {
      const label = key === 0 && trial.reference ? referenceLabel : trial.stimuli[key - 1]?.label;
      if (label) listen(label);
    } else if (isPair(trial) && trial.design !== "ccr") {
      const option = pairOptions(trial).find((known) => known.key === String(key));
      if (option) rate(pairRating(trial, trial.scales[0]?.id ?? "preference", option.value));
    } else if (trial.stimuli.length === 1) {
      const scale = trial.scales.length === 1 ? trial.scales[0] : openScale(/** @type {any} */ ({ trial, answers }));
      if (scale && !scale.continuous && scale.points.some((point) => point.value === key)) rate({ label: trial.stimuli[0].label, scale: scale.id, value: key });
    }
  };
  return { letter, digit };
}
