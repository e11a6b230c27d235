// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Button } from "../../ui/components.js";
import { settleRatings } from "./mushra.js";
import { ratingOf, useRatingQueue } from "./ratings.js";

/**
 * How far the rating is, and the end of blindness.
 * @param {{ trial: import("../types.js").LiveTrial, model: import("../trial-model.js").TrialModel, scale: "acr" | "mushra" | "preference" | null }} props
 *   `scale` is null where there is nothing to rate
 */
export function RevealBar({ trial, model, scale }) {
  useRatingQueue();
  const [busy, setBusy] = useState(false);
  if (!trial.blind) return html`<p class="faint">This trial is open: names are known, so its ratings are stored as not blind.</p>`;
  if (trial.revealed) {
    return html`<div class="notice" data-tone="good" role="status"><div class="body">
      <span class="title">Revealed</span>
      <span>The ratings given before count as blind. See what they add up to on <a href="/compare">Compare</a>.</span>
    </div></div>`;
  }
  const labels = scale === null ? [] : scale === "preference" ? trial.stimuli.slice(0, 1) : trial.stimuli.filter((stimulus) => stimulus.status === "done");
  const rated = labels.filter((stimulus) => scale && ratingOf(trial, stimulus.label, scale)).length;
  const state = scale === null ? "" : rated === labels.length ? "Everything is rated." : scale === "preference" ? "Say which is better, then reveal." : `${rated} of ${labels.length} rated.`;
  const reveal = async () => {
    setBusy(true);
    settleRatings();
    await model.reveal();
    setBusy(false);
  };
  return html`<div class="card reveal-bar spread">
    <span><strong>Blind.</strong> ${state} <span class="soft">Names and figures show after revealing.</span></span>
    <${Button} kind=${rated === labels.length ? "primary" : undefined} disabled=${busy || trial.status === "running"} onClick=${reveal}>${busy ? "Revealing" : "Reveal"}<//>
  </div>`;
}
