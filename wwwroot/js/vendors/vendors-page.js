// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { EmptyState, Notice } from "../ui/components.js";
import { useRead } from "../ui/use-read.js";
import { PriceTable } from "./price-table.js";
import { RunCostsCard } from "./run-costs.js";
import { Simulator } from "./simulator.js";
import { VendorCard } from "./vendor-card.js";

export function VendorsPage() {
  const vendors = /** @type {{ value: import("./types.js").Vendors | null, problem: string }} */ (useRead("/api/vendors"));
  const prices = /** @type {{ value: { prices: import("./types.js").Price[] } | null, problem: string }} */ (useRead("/api/prices"));
  const datasets = /** @type {{ value: import("../datasets/types.js").Dataset[] | null, problem: string }} */ (useRead("/api/datasets"));
  const runs = /** @type {{ value: { id: string, title: string, plan: { conditions: { systemId: string }[] } }[] | null, problem: string }} */ (useRead("/api/runs?kind=recognition"));
  const [version, setVersion] = useState(0);
  // What was compared and is called by no vendor's name, such as delivered transcripts: its price stands under its id.
  const others = [...new Set((runs.value ?? []).flatMap((run) => run.plan.conditions.map((condition) => condition.systemId)))].filter((id) => !id.startsWith("vendor:")).sort();
  const problem = vendors.problem || prices.problem || datasets.problem || runs.problem;
  const isRead = vendors.value && (prices.value || prices.problem) && datasets.value && runs.value;
  return html`<div class="stack vendors-page">
    <div class="page-head">
      <h1>Vendors</h1>
      <p>Speech services that are called over the network, as systems beside the packs. What they hear and speak leaves this server. Keys stay in the environment or in a protected file, and are shown nowhere.</p>
    </div>
    ${problem && html`<${Notice} tone="bad" title="Not everything could be read">${problem}<//>`}
    ${!isRead && !problem && html`<p role="status" class="soft">Reading vendors…</p>`}
    ${isRead && vendors.value && html`
      ${vendors.value.problems.map((each) => html`<${Notice} key=${each.name} tone="warn" title=${`${each.name} is not used`}>${each.message}<//>`)}
      ${vendors.value.vendors.length === 0
        ? html`<${EmptyState} title="No vendor is configured"><p>Write <code>${vendors.value.settingsFile}</code> into the data folder, readable by its owner only, or set variables such as <code>SpeechScoop__Vendors__deepgram__Kind</code> and <code>…__ApiKey</code>; then start the server again. The guide <code>docs/guides/vendors.md</code> has examples, also of servers on your own machine.</p><//>`
        : html`<section class="stack-s" aria-labelledby="configured"><h2 id="configured">Configured</h2><div class="vendor-cards">${vendors.value.vendors.map((vendor) => html`<${VendorCard} key=${vendor.name} vendor=${vendor} />`)}</div></section>`}
      ${prices.value && html`<section class="card stack-s" aria-labelledby="prices"><h2 id="prices">Prices</h2>
        <p class="soft">Prices change, so none comes with SpeechScoop: enter what the vendor's price list says, where it says it, and when you read it. A price belongs to a vendor's name above, or to a system by its id, such as <code>import:acme</code>. The prices stand beside errors and latency under <a href="/recognizers">Recognizers</a>.</p>
        <${PriceTable} prices=${prices.value.prices} vendors=${[...vendors.value.vendors.map((vendor) => vendor.name), ...others]} onSaved=${() => setVersion(version + 1)} /></section>
      <section class="card stack-s" aria-labelledby="month"><h2 id="month">A month</h2>
        <p class="soft">Every recording is rounded up on its own: short ones cost more by the minute.</p>
        <${Simulator} datasets=${datasets.value} /></section>
      <section class="card stack-s" aria-labelledby="run"><h2 id="run">A run</h2>
        ${runs.value?.length ? html`<${RunCostsCard} runs=${runs.value} version=${version} />` : html`<p class="soft">There are no runs of recognizers yet. <a href="/runs?new">Start one</a>.</p>`}</section>`}`}
  </div>`;
}
