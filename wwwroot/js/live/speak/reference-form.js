// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { Button, Field } from "../../ui/components.js";
import { setReference } from "../trial-api.js";

/** What was really said, and the score that follows. @param {{ trial: import("../types.js").LiveTrial, model: import("../trial-model.js").TrialModel }} props */
export function ReferenceForm({ trial, model }) {
  const [text, setText] = useState(trial.reference ?? "");
  const [busy, setBusy] = useState(false);
  useEffect(() => setText(trial.reference ?? ""), [trial.id, trial.reference]);
  const score = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setBusy(true);
    await model.act((shown) => setReference(shown.id, text));
    setBusy(false);
  };
  return html`<form class="card reference stack-s" onSubmit=${score}>
    <${Field} label="Reference: what was really said" hint="Case, punctuation and number spelling do not count. Word error rate = (substitutions + deletions + insertions) / reference words.">
      ${(/** @type {object} */ attributes) => html`<textarea ...${attributes} rows="2" value=${text} onInput=${(/** @type {any} */ event) => setText(event.currentTarget.value)}></textarea>`}
    <//>
    <div class="row">
      <${Button} type="submit" kind="primary" disabled=${busy || text.trim() === "" || trial.status === "running"}>${busy ? "Scoring" : "Score"}<//>
      ${trial.stimuli.some((stimulus) => stimulus.score) && html`<span class="faint legend">
        <span><span class="aligned substitution"><b>S</b><s>reference</s><i>recognized</i></span>substitution</span>
        <span><span class="aligned deletion"><b>D</b><s>missing</s></span>deletion</span>
        <span><span class="aligned insertion"><b>I</b><i>extra</i></span>insertion</span>
      </span>`}
    </div>
  </form>`;
}
