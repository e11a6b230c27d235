// @ts-check
import { html } from "/lib/htm-preact.js";
import { LabRunList } from "../runs/lab-run-list.js";
import { EmptyState } from "../ui/components.js";

const words = { item: "prompt", outputs: "Takes", failed: "Failed to speak" };

export function RunListPage() {
  return html`<${LabRunList} kind="synthesis" page="/synthesis-lab" title="Synthesis laboratory" words=${words}
      about="How stable a voice is: many takes of the same prompts, with failures, spread and speed, and every take one click away.">
    <${EmptyState} title="There is no synthesis run yet">
      <p>Let voices speak the same prompts several times, and see how much luck there is in what one hears: failures, spread, best against typical, and what it costs in time. Takes that were made elsewhere can be imported.</p>
      <div class="row"><a class="button primary" href="/synthesis-lab?new">Make a run</a><a class="button" href="/runs?import=synthesis">Import takes</a></div>
    <//>
  <//>`;
}
