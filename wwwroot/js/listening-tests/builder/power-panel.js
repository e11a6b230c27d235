// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../../ui/api.js";
import { Button, Field, Figures } from "../../ui/components.js";
import { number as decimal, percent, plural } from "../../ui/format.js";
import { PilotPicker } from "./pilot-picker.js";

/** @param {{ definition: import("./types.js").Definition }} props */
export function PowerPanel({ definition }) {
  const isMushra = definition.sections.some((section) => section.trials?.some((trial) => trial.design === "mushra"));
  const [answer, setAnswer] = useState(/** @type {{ listeners: number | null, cautiousListeners?: number | null, curve: { listeners: number, power: number }[] } | null} */ (null));
  const [problem, setProblem] = useState("");
  const [pilot, setPilot] = useState(/** @type {import("./pilot-picker.js").Deviation | null} */ (null));
  const assumed = isMushra ? 12 : 0.7;
  const ask = async (/** @type {any} */ event) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const value = (/** @type {string} */ name) => Number(data.get(name));
    try {
      setAnswer(await api.post("/api/listening-tests/power", { difference: value("difference"), deviation: pilot?.deviation ?? value("deviation"), cautious: pilot?.cautious, alpha: value("alpha"), power: value("power") / 100 }));
      setProblem("");
    } catch (error) {
      setProblem(messageOf(error));
      setAnswer(null);
    }
  };
  const number = (/** @type {string} */ name, /** @type {string} */ label, /** @type {number} */ value, hint = "") => html`<${Field} label=${label} hint=${hint}>${(/** @type {Record<string, unknown>} */ attributes) => html`
    <input ...${attributes} name=${name} type="number" step="any" min="0" required defaultValue=${value} />`}<//>`;
  return html`<section class="card stack-s" aria-labelledby="power">
    <h2 id="power">How many listeners?</h2>
    <form class="stack-s" onSubmit=${ask}>
      <${PilotPicker} onChange=${setPilot} />
      <div class="field-grid">
        ${number("difference", "Difference to find", isMushra ? 5 : 0.3, "On the scale.")}
        ${pilot
          ? html`<${Figures} items=${[["Standard deviation", decimal(pilot.deviation)], ["At most (80 %)", decimal(pilot.cautious)]]} />`
          : number("deviation", "Standard deviation", assumed, "Of listeners' differences, as you assume it.")}
        ${number("power", "Power, %", 80)}
        ${number("alpha", "Alpha", 0.05)}
      </div>
      <div class="row"><${Button} type="submit">Compute<//></div>
    </form>
    <div role="status" class="stack-s">
      ${problem && html`<p class="problem">${problem}</p>`}
      ${answer && html`<p><strong>${answer.listeners === null ? "More listeners than a test can have" : plural(answer.listeners, "listener")}</strong> by a two-sided paired t test.</p>
        ${pilot && html`<p>${answer.cautiousListeners == null ? "More than a test can have" : answer.cautiousListeners} if the pilot's listeners were more alike than others will be.</p>`}
        <div class="table-frame" tabindex="0" role="region" aria-label="Power by number of listeners"><table class="table">
          <thead><tr><th scope="row">Listeners</th>${answer.curve.map((point) => html`<th scope="col" key=${point.listeners} class="number">${point.listeners}</th>`)}</tr></thead>
          <tbody><tr><th scope="row">Power</th>${answer.curve.map((point) => html`<td key=${point.listeners} class="number">${percent(point.power, 0)}</td>`)}</tr></tbody></table></div>`}
    </div>
  </section>`;
}
