// @ts-check
import { html } from "/lib/htm-preact.js";
import { answerKey, pairRating } from "../answers.js";
import { t } from "../words.js";
import { Choices } from "./choices.js";
import { SliderBoard } from "./slider-board.js";
import { SoundButton } from "./sound-button.js";

/** @typedef {import("./design-props.js").DesignProps} DesignProps */

/** A scale's points as answers, best first as the server gives them. @param {import("../types.js").Scale} scale @param {boolean} keyed whether digits choose */
function optionsOf(scale, keyed) {
  return scale.points.map(({ value, label }) => ({
    value, label, number: value > 0 && scale.minimum < 0 ? `+${value}` : String(value).replace("-", "−"), key: keyed && value >= 0 && value <= 9 && scale.minimum >= 0 ? String(value) : undefined,
  }));
}

/** The scale that is asked now: the first without an answer; null when all have one. @param {DesignProps} props */
export const openScale = ({ trial, answers }) => trial.scales.find(({ id }) => !answers.has(answerKey(trial, trial.stimuli[0]?.label ?? "", id))) ?? null;

/** ACR, DCR, CCR and P.835: scales of one stimulus or pair; P.835 asks one after the other. @param {DesignProps} props */
export function CategoryRating(props) {
  const { trial, answers, missing, rate } = props;
  const label = trial.stimuli[0]?.label ?? "";
  const open = openScale(props);
  const stepwise = trial.design === "p835";
  return html`<div class="stack">${trial.scales.map((scale, i) => {
    if (stepwise && open && i > trial.scales.indexOf(open)) return null;
    const value = answers.get(answerKey(trial, label, scale.id))?.value ?? null;
    const choose = (/** @type {number} */ next) => rate(trial.design === "ccr" ? pairRating(trial, scale.id, next) : { label, scale: scale.id, value: next });
    return html`<${Choices} key=${scale.id} legend=${scale.question || trial.question} hideLegend=${!scale.question} options=${optionsOf(scale, trial.scales.length === 1 || scale === open)}
      value=${value} layout=${scale.points.length > 5 || trial.design === "dcr" || stepwise ? "down" : "across"} onChoose=${choose} missing=${missing.some((entry) => entry.scale === scale.id)} />`;
  })}</div>`;
}

/** Scales of the experimenter's own for one or several stimuli. @param {DesignProps} props */
export function LikertRating(props) {
  const { trial, answers, sounding, active, loading, missing, hear, rate } = props;
  const sliders = trial.scales.filter((scale) => scale.continuous);
  const lists = trial.scales.filter((scale) => !scale.continuous);
  const single = trial.stimuli.length === 1;
  return html`<div class="stack">
    ${lists.length > 0 && trial.stimuli.map(({ label }) => html`<div key=${label} class=${single ? "stack" : "likert-item stack"}>
      ${!single && html`<${SoundButton} label=${label} shown=${label} sounding=${sounding === label} active=${active === label} disabled=${loading} shortcut=${label} onHear=${() => hear(label)} />`}
      ${lists.map((scale) => html`<${Choices} key=${scale.id} legend=${scale.question || trial.question || t("rating.of", { label })} hideLegend=${!scale.question && single} options=${optionsOf(scale, single && trial.scales.length === 1)}
        value=${answers.get(answerKey(trial, label, scale.id))?.value ?? null} layout=${scale.points.length > 7 ? "down" : "across"}
        onChoose=${(/** @type {number} */ value) => rate({ label, scale: scale.id, value })} missing=${missing.some((entry) => entry.label === label && entry.scale === scale.id)} />`)}
    </div>`)}
    ${sliders.map((scale) => html`<${SliderBoard} key=${scale.id} ...${props} scale=${scale} showQuestion=${true} />`)}
  </div>`;
}
