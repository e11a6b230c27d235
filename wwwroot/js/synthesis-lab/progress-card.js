// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Notice, Progress, Tag } from "../ui/components.js";
import { number, plural } from "../ui/format.js";
import { statusWords } from "../runs/types.js";

/** @typedef {import("../runs/types.js").Run} Run */

/** "about 40 seconds left". @param {number | null} left */
const remaining = (left) => (left === null || left <= 0 ? "" : left < 90 ? `, about ${plural(Math.max(1, Math.round(left)), "second")} left` : `, about ${plural(Math.round(left / 60), "minute")} left`);

/**
 * How far a run is, and what can be done about it; nothing for a run that is over without failures.
 * @param {{ id: string, version: number, onChanged: () => void }} props `version`: another one reads anew
 */
export function ProgressCard({ id, version, onChanged }) {
  const [run, setRun] = useState(/** @type {Run | null} */ (null));
  const [problem, setProblem] = useState("");
  const [asked, setAsked] = useState(0);
  const address = `/api/runs/${encodeURIComponent(id)}`;
  const active = run !== null && (run.status === "running" || run.status === "queued");
  useEffect(() => {
    const stop = new AbortController();
    api.get(address, { signal: stop.signal }).then((found) => { setRun(found); setProblem(""); }, (error) => stop.signal.aborted || setProblem(messageOf(error)));
    return () => stop.abort();
  }, [address, version, asked]);
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => setAsked((count) => count + 1), 2_000);
    return () => clearInterval(timer);
  }, [active]);
  useEffect(() => { if (run && !active) onChanged(); }, [active]);
  const act = async (/** @type {string} */ verb) => {
    try {
      await api.post(`${address}/${verb}`, {});
      setAsked((count) => count + 1);
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  if (problem) return html`<${Notice} tone="bad" title="The run's progress could not be read or changed" onClose=${() => setProblem("")}>${problem}<//>`;
  if (!run) return null;
  const { progress, status } = run;
  const over = status === "done" || status === "cancelled";
  if (status === "done" && progress.failed === 0 && progress.measured >= progress.done) return null;
  const finished = progress.done + progress.failed + progress.cancelled;
  const rate = run.secondsPerOutput ? `, ${run.secondsPerOutput < 1 ? `${number(1 / run.secondsPerOutput, 1)} a second` : `${number(run.secondsPerOutput, 1)} seconds each`}` : "";
  const share = progress.total === 0 ? 1 : (progress.measured + progress.failed + progress.cancelled) / progress.total;
  return html`<section class="card stack-s" aria-label="Progress">
    <div class="spread">
      <${Tag} tone=${statusWords[status][1]}>${statusWords[status][0]}<//>
      <div class="row">
        ${status === "running" || status === "queued" ? html`<${Button} size="small" onClick=${() => act("pause")}>Pause<//>` : null}
        ${status === "paused" && html`<${Button} size="small" kind="primary" onClick=${() => act("resume")}>Go on<//>`}
        ${!over && html`<${Button} size="small" onClick=${() => act("cancel")}>Cancel<//>`}
        ${progress.failed > 0 && html`<${Button} size="small" onClick=${() => act("retry")}>Try the failed ones again<//>`}
      </div>
    </div>
    <${Progress} value=${share} label="Takes made and measured" text=${`${finished} of ${plural(progress.total, "take")} made, ${progress.measured} measured${progress.failed > 0 ? `, ${progress.failed} failed` : ""}${over ? "" : `${rate}${remaining(run.secondsLeft)}`}`} />
  </section>`;
}
