// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect } from "/lib/preact-hooks.js";
import { Button, Notice, Tag } from "../ui/components.js";
import { useRead } from "../ui/use-read.js";
import { RunProgressBar } from "./run-progress.js";
import { statusWords } from "./types.js";
import { useRunChanges } from "./use-run-changes.js";

/** @typedef {import("./types.js").Run} Run */

/**
 * How far a run is, and what can be done about it; nothing for a run that is over without failures. Calls back when something new is there.
 * @param {{ id: string, onChanged: () => void }} props
 */
export function ProgressCard({ id, onChanged }) {
  const { value: run, problem, again } = /** @type {{ value: Run | null, problem: string, again: () => void }} */ (useRead(`/api/runs/${encodeURIComponent(id)}`));
  useRunChanges(id, again);
  const counted = run ? `${run.status} ${run.progress.done} ${run.progress.measured} ${run.progress.failed}` : "";
  useEffect(() => { if (counted) onChanged(); }, [counted]);
  if (problem) return html`<${Notice} tone="bad" title="The run's progress could not be read">${problem} <${Button} size="small" onClick=${again}>Try again<//><//>`;
  if (!run || (run.status === "done" && run.progress.failed === 0)) return null;
  return html`<section class="card stack-s" aria-label="Progress">
    <div class="row"><${Tag} tone=${statusWords[run.status][1]}>${statusWords[run.status][0]}<//></div>
    <${RunProgressBar} run=${run} onChanged=${again} />
  </section>`;
}
