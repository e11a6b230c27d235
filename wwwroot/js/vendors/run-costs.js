// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Field, Notice } from "../ui/components.js";
import { number } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";
import { useRead } from "../ui/use-read.js";
import { money } from "./money.js";

/** What a run costs under the entered prices. @param {{ runs: { id: string, title: string }[], version: number }} props */
export function RunCostsCard({ runs, version }) {
  const [run, setRun] = useState("");
  const costs = /** @type {{ value: import("./types.js").RunCosts | null, problem: string }} */ (useRead(run ? `/api/prices/runs/${encodeURIComponent(run)}?v=${version}` : null));
  const shown = run && costs.value?.id === run ? costs.value : null;
  return html`<div class="stack-s">
    <${Field} label="Run">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} value=${run} onChange=${(/** @type {any} */ event) => setRun(event.currentTarget.value)}>
      <option value="">Choose one</option>${runs.map((each) => html`<option key=${each.id} value=${each.id}>${each.title}</option>`)}</select>`}<//>
    ${run && costs.problem && html`<${Notice} tone="bad">${costs.problem}<//>`}
    ${shown && html`<div class="table-frame" tabindex="0" role="region" aria-label="Cost of the run"><table class="table">
      <thead><tr><th scope="col">System</th><th scope="col" class="number">Done</th><th scope="col" class="number">Billed minutes</th><th scope="col" class="number">Cost</th><th scope="col" class="number">1,000 correct words</th></tr></thead>
      <tbody>${shown.conditions.map((each, index) => html`<tr key=${index}><th scope="row"><${SystemName} system=${each.system} /></th><td class="number">${number(each.done, 0)}</td>
        ${each.billed
          ? html`<td class="number">${number(each.billed.billedSeconds / 60, 1)}</td><td class="number">${money(each.billed.cost, each.billed.currency)}</td><td class="number">${each.perThousandCorrectWords === null ? "–" : money(each.perThousandCorrectWords, each.billed.currency)}</td>`
          : html`<td colspan="3" class="soft">${each.price === null || each.price.perMinute === null ? "No price is entered for it." : each.done === 0 ? "Nothing is finished." : "The length of a recording is not known."}</td>`}</tr>`)}</tbody>
    </table></div>`}
  </div>`;
}
