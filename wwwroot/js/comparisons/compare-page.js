// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Notice } from "../ui/components.js";
import { TabPanel, Tabs } from "../ui/tabs.js";
import { AnswerCard } from "./answer-card.js";
import { ComparisonTable } from "./comparison-table.js";
import { EmptyComparison } from "./empty-comparison.js";
import { Figures } from "./figures.js";
import { leftOut, restsOn } from "./evidence.js";
import { FilterBar } from "./filter-bar.js";
import { comparisonAddress, KINDS, NO_FILTERS, readFilters, writeFilters } from "./filters.js";
import { recipeEntries } from "./recipe.js";
import { isMeasured } from "./systems.js";

/** @typedef {import("./filters.js").Filters} Filters */
/** @typedef {import("./types.js").Comparison} Comparison */

const titles = { recognizer: "Recognizers", synthesizer: "Synthesizers", tokenizer: "Tokenizers" };

/** The filters in the address, and how to change them. */
function useFilters() {
  const [filters, setFilters] = useState(() => readFilters(location.search));
  useEffect(() => {
    const moved = () => setFilters(readFilters(location.search));
    addEventListener("popstate", moved);
    return () => removeEventListener("popstate", moved);
  }, []);
  const change = (/** @type {Partial<Filters>} */ part) => {
    const next = { ...filters, ...part };
    history[part.kind ? "pushState" : "replaceState"](null, "", location.pathname + writeFilters(next));
    setFilters(next);
  };
  return /** @type {const} */ ([filters, change]);
}

/** The comparison for these filters; the previous one stays until the next is there. @param {Filters} filters */
function useComparison(filters) {
  const [state, setState] = useState(/** @type {{ comparison: Comparison | null, problem: string | null, loading: boolean }} */ ({ comparison: null, problem: null, loading: true }));
  const [attempt, setAttempt] = useState(0);
  const address = comparisonAddress(filters);
  useEffect(() => {
    const stop = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    api.get(address, { signal: stop.signal }).then(
      (comparison) => setState({ comparison, problem: null, loading: false }),
      (error) => stop.signal.aborted || setState({ comparison: null, problem: messageOf(error), loading: false }),
    );
    return () => stop.abort();
  }, [address, attempt]);
  return { ...state, retry: () => setAttempt((count) => count + 1) };
}

/** @param {{ comparison: Comparison, filters: Filters }} props */
function Numbers({ comparison, filters }) {
  const left = leftOut(comparison.counts);
  return html`<div class="stack">
    <${AnswerCard} comparison=${comparison} />
    <${Figures} comparison=${comparison} />
    <div class="spread">
      <h2>All numbers</h2>
      <div class="row">
        <a class="button small" href=${comparisonAddress(filters, ".csv")} download=${`speechscoop-${filters.kind}s.csv`}>Save CSV</a>
        <a class="button small" href=${comparisonAddress(filters)} download=${`speechscoop-${filters.kind}s.json`}>Save JSON</a>
        <a class="button small" href=${comparisonAddress(filters, "/ratings.csv")} download=${`speechscoop-${filters.kind}-ratings.csv`}>Save every rating (CSV)</a>
      </div>
    </div>
    <${ComparisonTable} comparison=${comparison} />
    <p class="faint">${restsOn(comparison.counts)}${left.length > 0 && ` Left out: ${left.join(", ")}.`}</p>
    <p class="faint recipe"><strong>Recipe:</strong> ${recipeEntries(comparison.recipe).join(" · ")}</p>
  </div>`;
}

export function ComparePage() {
  const [filters, change] = useFilters();
  const { comparison, problem, loading, retry } = useComparison(filters);
  const current = comparison?.kind === filters.kind ? comparison : null;
  const clear = () => change({ ...NO_FILTERS, kind: filters.kind });
  return html`
    <div class="page-head">
      <h1>Compare</h1>
      <p>Which system leads, and how sure one can be: every number with its uncertainty and what it rests on.</p>
    </div>
    <div class="stack">
      <${Tabs} label="Kind of system" selected=${filters.kind} onSelect=${(/** @type {any} */ kind) => change({ kind })}
        tabs=${KINDS.map((kind) => ({ id: kind, title: titles[kind], href: location.pathname + writeFilters({ ...filters, kind }) }))} />
      ${KINDS.map((kind) => html`<${TabPanel} key=${kind} id=${kind} selected=${kind === filters.kind}>
        ${kind === filters.kind && html`<div class="stack comparison" aria-busy=${loading ? "true" : "false"}>
          <${FilterBar} filters=${filters} known=${current?.filters ?? { listeners: [], sources: [] }} onChange=${change} />
          ${problem && html`<${Notice} tone="bad" title="The comparison could not be made">${problem} <${Button} size="small" onClick=${retry}>Try again<//><//>`}
          ${!current && !problem && html`<p class="soft" role="status">Reading ratings and scores…</p>`}
          ${current && (current.systems.some(isMeasured) || current.preferences.length > 0
            ? html`<${Numbers} comparison=${current} filters=${filters} />`
            : html`<${EmptyComparison} filters=${filters} waiting=${leftOut(current.counts)} onClear=${clear} />`)}
        </div>`}
      <//>`)}
    </div>`;
}
