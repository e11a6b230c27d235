// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Check, EmptyState, Field, Notice } from "../ui/components.js";
import { plural } from "../ui/format.js";
import { useRead } from "../ui/use-read.js";
import { MetricRow } from "./metric-row.js";
import { bases, checksInWords, findMetrics, groupMetrics } from "./metric-words.js";

/** @typedef {import("./metric-words.js").Metric} Metric */
/** @typedef {import("./metric-words.js").Checks} Checks */

/** @param {{ signals: Record<string, string> }} props */
function HowItIsChecked({ signals }) {
  return html`<section class="card stack-s" aria-labelledby="how">
    <h2 id="how">How metrics are checked</h2>
    <p>Every metric runs here, on this computer, on signals made from formulas and seeds. What must come out was ${bases.numpy}, or is ${bases.construction} or ${bases.definition}. <code>doctor</code> prints the same in a terminal.</p>
    <dl class="metric-signals">${Object.entries(signals).map(([name, words]) => html`<div key=${name}><dt><code>${name}</code></dt><dd>${words}</dd></div>`)}</dl>
  </section>`;
}

/** @param {{ metrics: Metric[], checks: Checks | null }} props */
function Groups({ metrics, checks }) {
  const of = (/** @type {Metric} */ metric) => checks?.values.filter((value) => value.metric === metric.id) ?? null;
  return html`${groupMetrics(metrics).map((group) => html`<section key=${group.group} class="stack-s" id=${`group-${group.group}`} aria-labelledby=${`group-${group.group}-title`}>
    <div class="row"><h2 id=${`group-${group.group}-title`}>${group.title}</h2><span class="faint">${group.note}</span></div>
    <div class="metric-rows">${group.metrics.map((metric) => html`<${MetricRow} key=${metric.id} metric=${metric} values=${of(metric)} signals=${checks?.signals ?? {}} />`)}</div>
  </section>`)}`;
}

export function MetricsPage() {
  const { value: metrics, problem: unread } = /** @type {{ value: Metric[] | null, problem: string }} */ (useRead("/api/metrics"));
  const { value: checks, problem: unchecked } = /** @type {{ value: Checks | null, problem: string }} */ (useRead("/api/metrics/check"));
  const problem = unread || unchecked;
  const [search, setSearch] = useState("");
  const [aloneOnly, setAloneOnly] = useState(false);
  const shown = findMetrics(metrics ?? [], search, aloneOnly);
  return html`<div class="stack metrics-page">
    <div class="page-head">
      <h1>Metrics</h1>
      <p>What this server can measure. No metric hears everything: each says where it is valid and what it is blind to, and is greyed with the reason where it does not apply.</p>
    </div>
    <p role="status" class="soft">${metrics ? (checks ? checksInWords(metrics, checks.values) : "Checking every metric on golden signals…") : problem ? "" : "Reading metrics…"}</p>
    ${problem && html`<${Notice} tone="bad" title="The metrics could not be read">${problem}<//>`}
    ${metrics && html`<div class="metric-tools">
      <${Field} label="Find a metric">${(/** @type {any} */ attributes) => html`<input type="search" ...${attributes} value=${search} placeholder="stoi, loudness, dB …" onInput=${(/** @type {any} */ event) => setSearch(event.currentTarget.value)} />`}<//>
      <${Check} checked=${aloneOnly} onChange=${setAloneOnly}>Only those that need no reference or text<//>
      <span class="faint num" role="status">${shown.length === metrics.length ? plural(metrics.length, "metric") : `${shown.length} of ${plural(metrics.length, "metric")}`}</span>
    </div>
    ${shown.length === 0
      ? html`<${EmptyState} title="No metric has these words"><p>Search by name, id, unit or source, such as “mel” or “ITU”.</p><//>`
      : html`<${Groups} metrics=${shown} checks=${checks} />`}
    ${checks && html`<${HowItIsChecked} signals=${checks.signals} />`}`}
  </div>`;
}
