// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Button } from "../ui/components.js";
import { SystemMark } from "../ui/system-mark.js";
import { domainWords, measure, metricWords, rateWords } from "./words.js";

const firstShown = 10;

/**
 * Where systems fail: the worst first, each one click from being heard and seen.
 * @param {{ overview: import("./types.js").Overview, analysis: import("./types.js").MetricAnalysis, onOpen: (item: string, condition: string) => void }} props
 */
export function WorstSection({ overview, analysis, onOpen }) {
  const [condition, setCondition] = useState("");
  const [domain, setDomain] = useState("");
  const [all, setAll] = useState(false);
  const { metric, worst } = analysis;
  const found = worst.filter((each) => (!condition || each.condition === condition) && (!domain || each.domain === domain));
  const shown = all ? found : found.slice(0, firstShown);
  const choice = (/** @type {string} */ label, /** @type {string} */ value, /** @type {(value: string) => void} */ set, /** @type {[string, string][]} */ options) => html`<label class="view-choice">${label}
    <select class="input" value=${value} onChange=${(/** @type {any} */ event) => set(event.currentTarget.value)}><option value="">All</option>${options.map(([id, title]) => html`<option key=${id} value=${id}>${title}</option>`)}</select></label>`;
  return html`<section class="stack-s" aria-labelledby="worst">
    <div class="spread"><h2 id="worst">Where does it fail?</h2>
      <div class="row">
        ${choice("Condition", condition, setCondition, overview.conditions.map(({ id, title }) => [id, title]))}
        ${overview.domains.length > 1 && choice("Domain", domain, setDomain, overview.domains.map(({ name }) => [name, domainWords(name)]))}
      </div></div>
    ${metric.direction === "neutral" ? html`<p class="soft">${metric.title} says how a clip is, not how good it is: there is no worst. Choose another metric above.</p>`
      : found.length === 0 ? html`<p class="soft">No reconstruction with a value of ${metric.title} matches.</p>` : html`
      <div class="table-frame" role="region" aria-label="Worst clips first" tabindex="0"><table class="table">
        <caption class="visually-hidden">Reconstructions by ${metric.title}, the worst first</caption>
        <thead><tr><th scope="col" class="number">#</th><th scope="col">Clip</th><th scope="col">Domain</th><th scope="col">Condition</th><th scope="col" class="number">Bit rate</th><th scope="col" class="number">${metricWords(metric)}</th><th scope="col"><span class="visually-hidden">Open</span></th></tr></thead>
        <tbody>${shown.map((each, index) => {
          const of = overview.conditions.find(({ id }) => id === each.condition);
          return html`<tr key=${each.outputId}>
            <td class="number">${index + 1}</td><th scope="row">${each.key}</th><td>${domainWords(each.domain)}</td>
            <td><span class="system-name lab-plain"><${SystemMark} colour=${of?.system.colour ?? -1} /><span>${of?.title ?? each.condition}</span></span></td>
            <td class="number">${rateWords(each.bitRate)}</td><td class="number">${each.value === null ? "infinite" : measure(each.value)}</td>
            <td><${Button} size="small" onClick=${() => onOpen(each.itemId, each.condition)}>Hear and see<span class="visually-hidden"> ${each.key} by ${of?.title}</span><//></td>
          </tr>`;
        })}</tbody>
      </table></div>
      ${found.length > firstShown && html`<div class="row"><${Button} size="small" onClick=${() => setAll(!all)}>${all ? `Only the worst ${firstShown}` : `Show ${found.length}${analysis.worstOf > worst.length ? ` of ${analysis.worstOf}` : ""}`}<//></div>`}`}
  </section>`;
}
