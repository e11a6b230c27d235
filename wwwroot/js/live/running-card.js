// @ts-check
import { html } from "/lib/htm-preact.js";
import { Button, Progress } from "../ui/components.js";
import { plural } from "../ui/format.js";
import { useTimeLeft } from "../ui/time-left.js";
import { finishedCount, trialProgress } from "./trial-model.js";

/**
 * Progress of a trial that is being made: how much, how long still, and its end by hand.
 * @param {{ trial: import("./types.js").LiveTrial, model: import("./trial-model.js").TrialModel, one: string, many: string }} props names of one and several stimuli
 */
export function RunningCard({ trial, model, one, many }) {
  const value = trialProgress(trial);
  const left = useTimeLeft(value, trial.id);
  const text = [`${finishedCount(trial)} of ${plural(trial.stimuli.length, one, many)} ready`, left].filter(Boolean).join(", ");
  return html`<div class="card running">
    <${Progress} value=${value} label="Progress of the trial" text=${text} />
    <${Button} onClick=${() => model.cancel()}>Cancel<//>
  </div>`;
}
