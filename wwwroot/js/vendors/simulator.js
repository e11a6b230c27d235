// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Field, Notice } from "../ui/components.js";
import { number, percent, plural, seconds } from "../ui/format.js";
import { DatasetField } from "../runs/new-run-page.js";
import { money } from "./money.js";

/** @param {{ month: import("./types.js").Month }} props */
function MonthTable({ month }) {
  return html`<p class="soft">From ${month.clips === 1 ? `recordings of ${seconds(month.meanSeconds)}` : `the lengths of ${plural(month.clips, "recording")}, ${seconds(month.meanSeconds)} on average`}.</p>
    <div class="table-frame" tabindex="0" role="region" aria-label="Cost of a month"><table class="table">
      <thead><tr><th scope="col">Vendor</th><th scope="col" class="number">A month</th><th scope="col" class="number">A minute as it is</th><th scope="col" class="number">Recordings</th><th scope="col" class="number">Billed hours</th><th scope="col" class="number">Added by rounding</th></tr></thead>
      <tbody>${month.vendors.map(({ price, month: cost }) => html`<tr key=${price.vendor}><th scope="row">${price.vendor}</th>
        ${cost
          ? html`<td class="number">${money(cost.cost, cost.currency)}</td><td class="number">${money(cost.costPerMinute, cost.currency)}</td><td class="number">${number(cost.recordings, 0)}</td>
            <td class="number">${number(cost.billedSeconds / 3600, 1)}</td><td class="number">${percent(cost.surplus)}</td>`
          : html`<td colspan="5" class="soft">No price is entered.</td>`}</tr>`)}</tbody>
    </table></div>`;
}

/** What a month costs. @param {{ datasets: import("../datasets/types.js").Dataset[] }} props */
export function Simulator({ datasets }) {
  const [minutes, setMinutes] = useState("10000");
  const [dataset, setDataset] = useState("");
  const [length, setLength] = useState("10");
  const [month, setMonth] = useState(/** @type {import("./types.js").Month | null} */ (null));
  const [problem, setProblem] = useState("");
  const simulate = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setProblem("");
    try {
      setMonth(await api.post("/api/prices/simulate", { minutesPerMonth: Number(minutes), datasetId: dataset || null, clipSeconds: dataset ? null : Number(length) }));
    } catch (error) {
      setMonth(null);
      setProblem(messageOf(error));
    }
  };
  return html`<form class="stack-s" onSubmit=${simulate}>
    <div class="vendor-fields">
      <${Field} label="Minutes of audio a month">${(/** @type {Record<string, unknown>} */ attributes) => html`<input ...${attributes} type="number" min="1" max="100000000" required value=${minutes} onInput=${(/** @type {any} */ event) => setMinutes(event.currentTarget.value)} />`}<//>
      <${DatasetField} title="Recordings as long as those of" datasets=${datasets.filter((each) => each.kind === "recordings")} value=${dataset} onChange=${setDataset} />
      ${!dataset && html`<${Field} label="Or all of this length, seconds">${(/** @type {Record<string, unknown>} */ attributes) => html`<input ...${attributes} type="number" min="0.1" max="86400" step="any" required value=${length} onInput=${(/** @type {any} */ event) => setLength(event.currentTarget.value)} />`}<//>`}
    </div>
    <div><${Button} type="submit">Compute the month<//></div>
    ${problem && html`<${Notice} tone="bad">${problem}<//>`}
    <div role="status" class="stack-s">${month && html`<${MonthTable} month=${month} />`}</div>
  </form>`;
}
