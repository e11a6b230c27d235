// @ts-check
import { html } from "/lib/htm-preact.js";
import { pairRating } from "../answers.js";
import { t } from "../words.js";
import { Choices } from "./choices.js";

/** @typedef {import("../types.js").TrialPage} TrialPage */

/** The answers of AB, arena and ABX, with the digit that gives each. @param {TrialPage} trial @returns {{ value: number | string, label: string, key: string }[]} */
export function pairOptions(trial) {
  const [first = "A", second = "B"] = trial.stimuli.map((stimulus) => stimulus.label);
  if (trial.design === "abx") return [first, second].map((label, i) => ({ value: label, label: t("abx.a", { label }), key: `${i + 1}` }));
  const word = (/** @type {number} */ value) => trial.scales[0]?.points.find((point) => point.value === value)?.label ?? String(value);
  return [
    { value: 1, label: word(1), key: "1" },
    ...(trial.options.allowTie === false ? [] : [{ value: 0, label: word(0), key: "0" }]),
    { value: -1, label: word(-1), key: "2" },
  ];
}

/** Which of two is better, or which one X is. @param {import("./design-props.js").DesignProps} props */
export function PairChoice({ trial, answers, missing, rate }) {
  const scale = trial.scales[0]?.id ?? (trial.design === "abx" ? "abx" : "preference");
  const given = answers.get(scale);
  const value = given ? (trial.design === "abx" ? given.label : given.value ?? null) : null;
  return html`<${Choices} legend=${trial.question} hideLegend=${true} options=${pairOptions(trial)} value=${value} missing=${missing.some((entry) => entry.kind === "rate")}
    onChoose=${(/** @type {number | string} */ choice) => rate(pairRating(trial, scale, choice))} />`;
}
