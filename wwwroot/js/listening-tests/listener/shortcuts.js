// @ts-check
import { html } from "/lib/htm-preact.js";
import { isPair } from "./answers.js";
import { t } from "./words.js";

/** The keys of a page, for those who have a keyboard. @param {{ trial: import("./types.js").TrialPage }} props */
export function Shortcuts({ trial }) {
  const slides = trial.scales.some((scale) => scale.continuous);
  const labels = [...trial.stimuli.map((stimulus) => stimulus.label), ...(trial.x ? ["X"] : [])];
  const digits = isPair(trial) ? (trial.design === "ccr" ? "" : trial.design === "abx" || trial.options.allowTie === false ? "1 2" : "1 0 2")
    : trial.stimuli.length === 1 && !slides ? trial.scales[0]?.points.map((point) => point.value).filter((value) => value >= 0 && value <= 9).join(" ") ?? "" : "";
  /** @type {[string, string][]} */
  const keys = [
    [t("keys.space.name"), t("keys.space")],
    ...(labels.length > 1 ? /** @type {[string, string][]} */ ([[labels.join(" "), t("keys.labels")]]) : []),
    ...(trial.reference ? /** @type {[string, string][]} */ ([["R", t("keys.reference")]]) : []),
    ...(slides ? /** @type {[string, string][]} */ ([["↑ ↓", t("keys.arrows")]]) : []),
    ...(trial.design === "mushra" ? /** @type {[string, string][]} */ ([["PgUp PgDn", t("keys.page")]]) : []),
    ...(digits ? /** @type {[string, string][]} */ ([[digits, t("keys.digits")]]) : []),
  ];
  return html`<dl class="shortcuts" aria-label=${t("keys")}>${keys.map(([name, words]) => html`<div key=${name}><dt>${name.split(" ").map((key) => html`<kbd key=${key}>${key}</kbd>`)}</dt><dd>${words}</dd></div>`)}</dl>`;
}
