// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { plural } from "../../ui/format.js";
import { Button, EmptyState, Figures, Notice, Tag } from "../../ui/components.js";
import { useChanges } from "../../ui/use-changes.js";
import { useTitle } from "../../ui/use-title.js";
import { ComparisonSection, IdentificationSection, IntelligibilitySection, PreferenceSection } from "./choice-sections.js";
import { CoverageMatrix } from "./coverage-matrix.js";
import { EarlySection } from "./early-section.js";
import { ExportsCard } from "./exports-card.js";
import { MetricsCard } from "./metrics-card.js";
import { RankingSection } from "./ranking-section.js";
import { ScaleSection } from "./scale-section.js";
import { ScreeningCard } from "./screening-card.js";
import { useResults } from "./use-results.js";
import { designName } from "./words.js";

/** @typedef {import("./types.js").ResultsView} ResultsView */

const states = /** @type {const} */ ({ draft: { words: "Draft", tone: "warn" }, open: { words: "Open", tone: "good" }, closed: { words: "Closed", tone: undefined } });

/** @param {{ view: ResultsView }} props */
function Progress({ view }) {
  const counts = (view.unscreened ?? view.results).counts;
  return html`<div class="card results-card">
    <h2>Progress</h2>
    <div aria-live="polite"><${Figures} items=${[
      ["Completed", counts.completed], ["Under way", counts.running], counts.screenedOut > 0 && ["Screened out", counts.screenedOut], counts.declined > 0 && ["Declined", counts.declined],
      ["Listeners", counts.listeners], ["Ratings", counts.ratings],
    ]} /></div>
    <p class="faint">Design: ${view.test.designs.map(designName).join(", ")} · version ${view.test.version} · seed ${view.test.seed}</p>
    ${view.test.hash && html`<p class="faint recipe">Published as SHA-256 ${view.test.hash}</p>`}
  </div>`;
}

/** What to do while there is nothing to show. @param {{ view: ResultsView }} props */
function NoRatings({ view }) {
  const address = `/test?id=${encodeURIComponent(view.test.id)}`;
  if (view.test.status === "draft") return html`<${EmptyState} title="This test is a draft"><p>Publish it and send its link to listeners. Their ratings appear here as they give them.</p><a class="button primary" href=${address}>Go on building</a><//>`;
  const left = Object.values(view.results.counts.leftOut).reduce((sum, count) => sum + count, 0);
  if (left > 0) return html`<${EmptyState} title="No rating counts yet"><p>${plural(left, "rating")} came in, but practice, checks and what screening leaves out do not count. Choose another profile above, or wait for more listeners.</p><//>`;
  return html`<${EmptyState} title="No ratings yet"><p>Send the test's link to listeners. This page fills in while they listen; there is no need to reload it.</p><a class="button primary" href=${address}>Links to send</a><//>`;
}

/** @param {{ view: ResultsView, coverage: import("./types.js").Coverage, onChoose: (profile: string) => void }} props */
function Found({ view, coverage, onChoose }) {
  const colours = new Map(view.conditions.map((condition) => [condition.id, condition.colour]));
  const titles = new Map(view.conditions.map((condition) => [condition.id, condition.title]));
  const { results } = view;
  return html`<div class="stack">
    <div class="results-two"><${Progress} view=${view} /><${CoverageMatrix} coverage=${coverage} conditions=${view.conditions} /></div>
    ${view.screening.ratings > 0 && html`<${ScreeningCard} view=${view} onChoose=${onChoose} />`}
    ${results.counts.ratings === 0 && html`<${NoRatings} view=${view} />`}
    ${results.scales.map((scale) => html`<${ScaleSection} key=${`${scale.design} ${scale.scale}`} scale=${scale} colours=${colours}
      agreement=${results.agreement.find((found) => found.design === scale.design && found.scale === scale.scale)} />`)}
    <${ComparisonSection} results=${results} colours=${colours} />
    ${results.rankings.map((ranking) => html`<${RankingSection} key=${ranking.design} ranking=${ranking} colours=${colours} titles=${titles} />`)}
    <${PreferenceSection} results=${results} colours=${colours} />
    <${IdentificationSection} results=${results} colours=${colours} />
    <${IntelligibilitySection} results=${results} colours=${colours} />
    <${EarlySection} decisions=${results.earlyDecisions} />
    ${results.scales.length > 0 && html`<${MetricsCard} view=${view} colours=${colours} titles=${titles} />`}
    ${view.screening.ratings > 0 && html`<${ExportsCard} view=${view} />`}
  </div>`;
}

export function ResultsPage() {
  const [address] = useState(() => new URLSearchParams(location.search));
  const id = address.get("id") ?? "";
  const [screening, setScreening] = useState(address.get("screening") ?? "");
  const { view, coverage, problem, loading, again } = useResults(id, screening);
  useTitle(view ? `Results of ${view.test.title}` : undefined);
  useChanges("/hubs/listening-tests", id, again);
  const choose = (/** @type {string} */ profile) => {
    history.replaceState(null, "", `${location.pathname}?id=${encodeURIComponent(id)}&screening=${encodeURIComponent(profile)}`);
    setScreening(profile);
  };
  if (!id) return html`<${EmptyState} title="No test is chosen"><p>Choose a listening test to see what its listeners found.</p><a class="button primary" href="/tests">All tests</a><//>`;
  return html`
    <div class="page-head results-head">
      <div><p class="faint"><a href="/tests">Tests</a></p><h1>${view ? view.test.title : "Results"}</h1></div>
      ${view && html`<div class="row"><${Tag} tone=${states[view.test.status].tone}>${states[view.test.status].words}<//><a class="button small" href=${`/test?id=${encodeURIComponent(id)}`}>Test and links</a></div>`}
    </div>
    <div class="results" aria-busy=${loading ? "true" : "false"}>
      ${problem && html`<${Notice} tone="bad" title="The results could not be read">${problem} <${Button} size="small" onClick=${again}>Try again<//><//>`}
      ${!view && !problem && html`<p class="soft" role="status">Reading ratings…</p>`}
      ${view && coverage && html`<${Found} view=${view} coverage=${coverage} onChoose=${choose} />`}
    </div>`;
}
