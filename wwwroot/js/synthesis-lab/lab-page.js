// @ts-check
import { html } from "/lib/htm-preact.js";
import { useCallback, useRef, useState } from "/lib/preact-hooks.js";
import { ProgressCard } from "../runs/progress-card.js";
import { Button, EmptyState, Field, Notice } from "../ui/components.js";
import { plural } from "../ui/format.js";
import { useRead } from "../ui/use-read.js";
import { useTitle } from "../ui/use-title.js";
import { CloningCard } from "./cloning-card.js";
import { DeterminismFigure } from "./determinism-figure.js";
import { DistanceCard } from "./distance-card.js";
import { ExportsCard } from "./exports-card.js";
import { FailureFigure, SuccessFigure } from "./failure-figures.js";
import { Matrix } from "./matrix.js";
import { SpeedFigure } from "./speed-figure.js";
import { DemoBiasFigure, SpreadFigure } from "./spread-figures.js";
import { StabilityFigure } from "./stability-figure.js";
import { TakesPanel } from "./takes-panel.js";
import { TestBar } from "./test-bar.js";

/** @typedef {import("./types.js").LabView} LabView */

/** The least time between two readings of the analysis while a run goes on, in ms. */
const pace = 3_000;

/** Calls back at once, then at most once in a while, and a last time for what came meanwhile. @param {() => void} call */
function useThrottled(call) {
  const state = useRef({ last: 0, timer: 0 });
  return useCallback(() => {
    if (state.current.timer) return;
    const wait = Math.max(0, state.current.last + pace - Date.now());
    state.current.timer = window.setTimeout(() => {
      state.current = { last: Date.now(), timer: 0 };
      call();
    }, wait);
  }, [call]);
}

/** @param {{ view: LabView, metric: string, onMetric: (metric: string) => void }} props */
function Analysis({ view, metric, onMetric }) {
  const [opened, setOpened] = useState(/** @type {{ prompt: string, condition: string } | null} */ (null));
  const [chosen, setChosen] = useState(/** @type {Set<string>} */ (new Set()));
  const choose = (/** @type {string[]} */ outputs, /** @type {boolean} */ on) => setChosen((now) => {
    const next = new Set(now);
    for (const id of outputs) on ? next.add(id) : next.delete(id);
    return next;
  });
  const shown = view.metrics.find(({ id }) => id === metric)?.id ?? view.ranking ?? view.metrics[0]?.id ?? "";
  return html`
    <${Matrix} view=${view} opened=${opened} onOpen=${(/** @type {string} */ prompt, /** @type {string} */ condition) => setOpened({ prompt, condition })} />
    ${opened ? html`<${TakesPanel} key=${`${opened.prompt}\n${opened.condition}`} view=${view} cell=${opened} chosen=${chosen} onChoose=${choose} onClose=${() => setOpened(null)} />` : html`<div id="takes" hidden></div>`}
    <${TestBar} view=${view} chosen=${chosen} onChoose=${choose} onClear=${() => setChosen(new Set())} />
    <section class="stack" aria-labelledby="stability"><h2 id="stability">How stable is it?</h2>
      <div class="figure-grid">
        <${FailureFigure} view=${view} />
        <${SuccessFigure} view=${view} />
      </div>
    </section>
    <section class="stack" aria-labelledby="spread">
      <div class="spread"><h2 id="spread">How far do takes lie apart?</h2>
        ${view.metrics.length > 0 && html`<${Field} label="Metric">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => onMetric(event.currentTarget.value)}>
          ${view.metrics.map(({ id, title }) => html`<option key=${id} value=${id} selected=${id === shown}>${title}</option>`)}</select>`}<//>`}</div>
      ${view.metrics.length === 0
        ? html`<${Notice}>Nothing was measured in this run. Make one with a recognizer for word errors, or with metrics, to see how far takes lie apart.<//>`
        : html`<div class="figure-grid"><${SpreadFigure} view=${view} metric=${shown} /><${DemoBiasFigure} view=${view} metric=${shown} /></div>`}
      <${StabilityFigure} view=${view} />
    </section>
    <section class="stack" aria-labelledby="repeatable"><h2 id="repeatable">Is it repeatable, and how fast?</h2>
      <${DeterminismFigure} view=${view} />
      <${SpeedFigure} view=${view} />
    </section>
    <${CloningCard} view=${view} />
    <${DistanceCard} view=${view} onOpen=${(/** @type {string} */ prompt, /** @type {string} */ condition) => setOpened({ prompt, condition })} />
    <${ExportsCard} view=${view} />
    <p class="faint recipe"><strong>Recipe:</strong> ${view.analysis.intervalRecipe} · failure rates: Wilson · ICC(1): one-way, F interval · pass@k: unbiased estimator · ${view.metrics.map((each) => `${each.id} ${each.version}`).join(", ")} · ${view.application}</p>`;
}

/** One run: its progress, and what its takes say. @param {{ id: string }} props */
export function LabPage({ id }) {
  const [metric, setMetric] = useState(() => new URLSearchParams(location.search).get("metric") ?? "");
  const { value: view, problem, isReading, again } = /** @type {{ value: LabView | null, problem: string, isReading: boolean, again: () => void }} */ (
    useRead(`/api/synthesis-lab/${encodeURIComponent(id)}${metric ? `?metric=${encodeURIComponent(metric)}` : ""}`));
  const soon = useThrottled(again);
  useTitle(view?.run.title);
  const change = (/** @type {string} */ next) => {
    const query = new URLSearchParams(location.search);
    query.set("metric", next);
    history.replaceState(null, "", `${location.pathname}?${query}`);
    setMetric(next);
  };
  return html`<div class="stack lab" aria-busy=${isReading ? "true" : "false"}>
    <div class="page-head">
      <p class="faint"><a href="/synthesis-lab">Synthesis laboratory</a></p>
      <h1>${view?.run.title ?? "Synthesis laboratory"}</h1>
      ${view && html`<p>${plural(view.prompts.length, "prompt")} (${view.run.dataset}) × ${plural(view.conditions.length, "condition")} × ${plural(view.run.takes, "take")}${view.run.imported ? ", made elsewhere" : ""}${view.run.recognizer ? `, written down by ${view.run.recognizer}` : ""}</p>`}
    </div>
    ${problem && html`<${Notice} tone="bad" title="The run could not be read">${problem} <${Button} size="small" onClick=${again}>Try again<//><//>`}
    ${!view && !problem && html`<p class="soft" role="status">Reading takes…</p>`}
    ${view && html`<${ProgressCard} id=${id} onChanged=${soon} />`}
    ${view && (view.analysis.takes === 0
      ? html`<${EmptyState} title="No take is finished yet"><p>The analysis appears here with the first takes and grows with them.</p><//>`
      : html`<${Analysis} view=${view} metric=${metric} onMetric=${change} />`)}
  </div>`;
}
