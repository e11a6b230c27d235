// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Notice, Progress } from "../ui/components.js";
import { clock, number, plural } from "../ui/format.js";

/** @typedef {import("./types.js").Run} Run */

/** "about 40 seconds left". @param {number | null} left */
const remaining = (left) => (left === null || left <= 0 ? "" : left < 90 ? `about ${plural(Math.max(1, Math.round(left)), "second")} left` : `about ${clock(left)} left`);

/** "3.2 a second". @param {number | null} seconds for each output */
const pace = (seconds) => (!seconds ? "" : seconds < 1 ? `${number(1 / seconds, 1)} a second` : `${number(seconds, 1)} s each`);

/** How far a run is, in a line. @param {Run} run */
function progressWords(run) {
  const { progress, status } = run;
  const toMeasure = progress.done - progress.measured;
  return [
    `${(progress.done + progress.failed).toLocaleString("en-GB")} of ${plural(progress.total, "output")}`,
    progress.failed > 0 && `${progress.failed.toLocaleString("en-GB")} failed`,
    progress.cancelled > 0 && `${progress.cancelled.toLocaleString("en-GB")} cancelled`,
    toMeasure > 0 && (status === "running" || status === "queued") && `${toMeasure.toLocaleString("en-GB")} to measure`,
    !run.imported && pace(run.secondsPerOutput), status === "running" && remaining(run.secondsLeft),
  ].filter(Boolean).join(", ");
}

/** Share of a run that is finished, 0..1. @param {Run} run */
const shareDone = ({ progress }) => (progress.total === 0 ? 1 : (progress.failed + progress.cancelled + (progress.done + progress.measured) / 2) / progress.total);

/** How far a run is, and pause, resume, cancel, retry. @param {{ run: Run, onChanged: () => void }} props */
export function RunProgressBar({ run, onChanged }) {
  const [problem, setProblem] = useState("");
  const act = async (/** @type {string} */ verb) => {
    try {
      await api.post(`/api/runs/${encodeURIComponent(run.id)}/${verb}`, {});
      setProblem("");
    } catch (error) {
      setProblem(messageOf(error));
    }
    onChanged();
  };
  const { status, progress } = run;
  const of = html`<span class="visually-hidden"> ${run.title}</span>`;
  const again = !run.imported && progress.failed + progress.cancelled > 0 && (status === "done" || status === "cancelled");
  return html`<div class="stack-s">
    <${Progress} value=${shareDone(run)} label=${`Progress of ${run.title}`} text=${progressWords(run)} />
    <div class="row">
      ${(status === "running" || status === "queued") && html`<${Button} size="small" onClick=${() => act("pause")}>Pause${of}<//><${Button} size="small" onClick=${() => act("cancel")}>Cancel${of}<//>`}
      ${status === "paused" && html`<${Button} size="small" kind="primary" onClick=${() => act("resume")}>Go on${of}<//><${Button} size="small" onClick=${() => act("cancel")}>Cancel${of}<//>`}
      ${again && html`<${Button} size="small" onClick=${() => act("retry")}>Try ${plural(progress.failed + progress.cancelled, "output")} again${of}<//>`}
    </div>
    ${problem && html`<${Notice} tone="bad" onClose=${() => setProblem("")}>${problem}<//>`}
  </div>`;
}
