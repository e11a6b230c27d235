// @ts-check
import { html } from "/lib/htm-preact.js";
import { useCallback, useEffect, useState } from "/lib/preact-hooks.js";
import { RunProgressBar } from "../runs/run-progress.js";
import { statusWords } from "../runs/types.js";
import { useRunChanges } from "../runs/use-run-changes.js";
import { api, messageOf } from "../ui/api.js";
import { Notice, Tag } from "../ui/components.js";

/** @typedef {import("../runs/types.js").Run} Run */

/**
 * How far a run is, and what can be done about it; nothing for a run that is over without failures. Calls back when something new is there.
 * @param {{ id: string, onChanged: () => void }} props
 */
export function ProgressCard({ id, onChanged }) {
  const [run, setRun] = useState(/** @type {Run | null} */ (null));
  const [problem, setProblem] = useState("");
  const [asked, setAsked] = useState(0);
  const again = useCallback(() => setAsked((count) => count + 1), []);
  useRunChanges(id, again);
  useEffect(() => {
    const stop = new AbortController();
    api.get(`/api/runs/${encodeURIComponent(id)}`, { signal: stop.signal }).then(
      (/** @type {Run} */ found) => { setRun(found); setProblem(""); },
      (error) => stop.signal.aborted || setProblem(messageOf(error)),
    );
    return () => stop.abort();
  }, [id, asked]);
  const counted = run ? `${run.status} ${run.progress.done} ${run.progress.measured} ${run.progress.failed}` : "";
  useEffect(() => { if (counted) onChanged(); }, [counted]);
  if (problem) return html`<${Notice} tone="bad" title="The run's progress could not be read" onClose=${() => setProblem("")}>${problem}<//>`;
  if (!run || (run.status === "done" && run.progress.failed === 0)) return null;
  return html`<section class="card stack-s" aria-label="Progress">
    <div class="row"><${Tag} tone=${statusWords[run.status][1]}>${statusWords[run.status][0]}<//></div>
    <${RunProgressBar} run=${run} onChanged=${again} />
  </section>`;
}
