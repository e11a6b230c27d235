// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { statusWords } from "../synthesis-lab/run-types.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Notice, Progress, Tag } from "../ui/components.js";
import { clock, number, plural } from "../ui/format.js";

/** @typedef {import("../synthesis-lab/run-types.js").Run} Run */

/** @param {Run} run */
const restOf = ({ secondsLeft }) => (!secondsLeft ? "" : secondsLeft < 90 ? `, about ${plural(Math.max(1, Math.round(secondsLeft)), "second")} left` : `, about ${clock(secondsLeft)} left`);

/**
 * How far a run is, and what can be done about it. Reads again while the run goes on, and calls back when something new is there.
 * @param {{ id: string, onChanged: () => void }} props
 */
export function ProgressCard({ id, onChanged }) {
  const [run, setRun] = useState(/** @type {Run | null} */ (null));
  const [problem, setProblem] = useState("");
  const [asked, setAsked] = useState(0);
  const address = `/api/runs/${encodeURIComponent(id)}`;
  const isActive = run?.status === "queued" || run?.status === "running";
  useEffect(() => {
    const stop = new AbortController();
    api.get(address, { signal: stop.signal }).then(
      (/** @type {Run} */ found) => { setRun(found); setProblem(""); },
      (error) => stop.signal.aborted || setProblem(messageOf(error)),
    );
    return () => stop.abort();
  }, [address, asked]);
  useEffect(() => {
    if (!isActive) return undefined;
    const timer = setInterval(() => setAsked((count) => count + 1), 1_500);
    return () => clearInterval(timer);
  }, [isActive]);
  const counted = run ? `${run.status} ${run.progress.done} ${run.progress.measured} ${run.progress.failed}` : "";
  useEffect(() => { if (counted) onChanged(); }, [counted]);
  const act = (/** @type {string} */ verb) => api.post(`${address}/${verb}`, {}).then(() => setAsked((count) => count + 1), (error) => setProblem(messageOf(error)));

  if (problem) return html`<${Notice} tone="bad" title="The run's progress could not be read or changed" onClose=${() => setProblem("")}>${problem}<//>`;
  if (!run || (run.status === "done" && run.progress.failed === 0)) return null;
  const { progress, status } = run;
  const isOver = status === "done" || status === "cancelled";
  const gone = progress.failed + progress.cancelled;
  const text = `${progress.done + gone} of ${plural(progress.total, "reconstruction")} made, ${progress.measured} measured${progress.failed > 0 ? `, ${progress.failed} failed` : ""}${isOver ? "" : `${run.secondsPerOutput ? `, ${number(run.secondsPerOutput, 1)} seconds each` : ""}${restOf(run)}`}`;
  return html`<section class="card stack-s" aria-label="Progress">
    <div class="spread"><${Tag} tone=${statusWords[status][1]}>${statusWords[status][0]}<//>
      <div class="row">
        ${isActive && html`<${Button} size="small" onClick=${() => act("pause")}>Pause<//>`}
        ${status === "paused" && html`<${Button} size="small" kind="primary" onClick=${() => act("resume")}>Go on<//>`}
        ${!isOver && html`<${Button} size="small" onClick=${() => act("cancel")}>Cancel<//>`}
        ${progress.failed > 0 && html`<${Button} size="small" onClick=${() => act("retry")}>Try the failed ones again<//>`}
      </div></div>
    <${Progress} value=${progress.total === 0 ? 1 : (progress.measured + gone) / progress.total} label="Reconstructions made and measured" text=${text} />
  </section>`;
}
