// @ts-check
import { html } from "/lib/htm-preact.js";
import { ClipPlayer } from "../../ui/clip-player.js";
import { Figures, Progress, Tag } from "../../ui/components.js";
import { realTimeFactor, seconds } from "../../ui/format.js";
import { KeepButton } from "../keep-button.js";
import { AcrRating } from "../rating/acr.js";
import { StimulusName } from "../stimulus-name.js";
import { stimulusAudio, stimulusPeaks } from "../trial-api.js";
import { isHidden, stimulusColour } from "../types.js";

/** Words of the settings that tell takes of one system apart. @param {Record<string, any> | null | undefined} settings */
function settingsWords(settings) {
  if (!settings) return "";
  const parts = [];
  if (settings.seed !== undefined && settings.seed !== null) parts.push(`seed ${settings.seed}`);
  if (settings.temperature !== undefined && settings.temperature !== null) parts.push(`temperature ${settings.temperature}`);
  if (settings.rate !== undefined && settings.rate !== null && settings.rate !== 1) parts.push(`rate ${settings.rate}`);
  return parts.join(", ");
}

/** One system's speech. @param {{ trial: import("../types.js").LiveTrial, stimulus: import("../types.js").Stimulus, model: import("../trial-model.js").TrialModel }} props */
export function SpeechCard({ trial, stimulus, model }) {
  const hidden = isHidden(trial);
  const { label, status } = stimulus;
  return html`<article class="card speech-card stack" aria-label=${`Speech of ${label}`}>
    <header class="spread">
      <${StimulusName} stimulus=${stimulus} detail=${settingsWords(stimulus.settings)} />
      ${status === "failed" && html`<${Tag} tone="bad">Failed<//>`}
      ${status === "cancelled" && html`<${Tag} tone="warn">Cancelled<//>`}
    </header>
    <div class="speech-body">
      ${status === "done"
        ? html`<${ClipPlayer} src=${stimulusAudio(trial.id, label)} peaksSrc=${stimulusPeaks(trial.id, label, 400)} label=${label} seconds=${stimulus.seconds} colour=${stimulusColour(stimulus)} />`
        : status === "failed" ? html`<p class="transcript-error" role="alert">${stimulus.error}</p>`
        : status === "cancelled" ? html`<p class="soft">Cancelled before it was finished.</p>`
        : html`<${Progress} value=${status === "queued" ? 0 : stimulus.progress} label=${`Progress of ${label}`} text=${stimulus.progressText || (status === "queued" ? "Waiting for its turn" : "Speaking")} />`}
    </div>
    <${Figures} items=${[
      ["Duration", seconds(stimulus.seconds)],
      ["Real-time factor", hidden ? "after reveal" : realTimeFactor(stimulus.realTimeFactor)],
      !hidden && stimulus.firstAudioSeconds ? ["First audio after", seconds(stimulus.firstAudioSeconds)] : null,
    ]} />
    ${status !== "failed" && html`<${AcrRating} trial=${trial} label=${label} disabled=${status !== "done"} />`}
    <footer class="row"><${KeepButton} stimulus=${stimulus} model=${model} />
      ${status === "done" && html`<a class="button quiet small" href=${stimulusAudio(trial.id, label)} download=${`${label}.wav`}>Download WAV</a>`}
    </footer>
  </article>`;
}
