// @ts-check
import { html } from "/lib/htm-preact.js";
import { useCallback, useState } from "/lib/preact-hooks.js";
import { ProgressCard } from "../runs/progress-card.js";
import { Button, EmptyState, Notice } from "../ui/components.js";
import { plural } from "../ui/format.js";
import { useRead } from "../ui/use-read.js";
import { useTitle } from "../ui/use-title.js";
import { ClipSection } from "./clip-section.js";
import { CodebookSection } from "./codebook-section.js";
import { RateSection } from "./rate-section.js";
import { TestSection } from "./test-section.js";
import { domainWords } from "./words.js";
import { WorstSection } from "./worst-section.js";

/** @typedef {import("./types.js").Overview} Overview */
/** @typedef {import("./types.js").MetricAnalysis} MetricAnalysis */

/** Metrics to begin with, the most telling first: those over the whole band come before those of speech. */
const telling = ["visqol-audio", "mel-distance", "mr-stft", "lsd", "si-sdr", "stoi"];

/** @param {Overview} overview */
const firstMetric = ({ metrics }) => {
  const able = metrics.filter((metric) => metric.measured > 0);
  return (telling.flatMap((id) => able.find((metric) => metric.id === id) ?? [])[0] ?? able.find((metric) => metric.direction !== "neutral") ?? able[0])?.id ?? "";
};

/** What is shown, in the address, so that a finding can be linked. */
function useShown() {
  const [shown, setShown] = useState(() => Object.fromEntries(new URLSearchParams(location.search)));
  const change = useCallback((/** @type {Record<string, string>} */ part) => setShown((now) => {
    const next = { ...now, ...part };
    history.replaceState(null, "", `${location.pathname}?${new URLSearchParams(next)}`);
    return next;
  }), []);
  return /** @type {const} */ ([shown, change]);
}

/** Files of everything. @param {{ address: string }} props */
function Files({ address }) {
  const tables = [["rate-distortion", "Every metric, condition and domain: mean, interval, counts, reasons"], ["clips", "Every reconstruction with all its measurements"], ["codebooks", "Use of each codebook by condition and domain"]];
  return html`<section class="card stack-s" aria-labelledby="files"><h2 id="files">Files</h2>
    <ul class="plain">${tables.map(([name, words]) => html`<li key=${name} class="spread"><span>${words}</span><span class="row">
      <a class="button small" href=${`${address}/tables/${name}.csv`} download>CSV<span class="visually-hidden">: ${words}</span></a>
      <a class="button small" href=${`${address}/tables/${name}.json`} download=${`speechscoop-${name}.json`}>JSON<span class="visually-hidden">: ${words}</span></a></span></li>`)}</ul>
  </section>`;
}

/** @param {{ id: string, overview: Overview, version: number, shown: Record<string, string>, change: (part: Record<string, string>) => void }} props */
function Analysis({ id, overview, version, shown, change }) {
  const address = `/api/tokenizer-lab/${encodeURIComponent(id)}`;
  const metric = overview.metrics.some((each) => each.id === shown.metric && each.measured > 0) ? shown.metric : firstMetric(overview);
  const { value: analysis, problem } = /** @type {{ value: MetricAnalysis | null, problem: string }} */ (useRead(metric && `${address}/metrics/${encodeURIComponent(metric)}`, version));
  const worst = analysis?.worst[0];
  const itemId = overview.clips.find((clip) => clip.itemId === shown.clip)?.itemId ?? worst?.itemId ?? overview.clips[0]?.itemId;
  const condition = overview.conditions.find((each) => each.id === shown.condition)?.id ?? worst?.condition ?? overview.conditions[0]?.id;
  const open = (/** @type {string} */ clip, /** @type {string} */ chosen) => {
    change({ clip, condition: chosen });
    const section = document.getElementById("clip");
    section?.scrollIntoView({ block: "start" });
    section?.focus({ preventScroll: true });
  };
  return html`
    <${RateSection} overview=${overview} analysis=${analysis} metric=${metric} onMetric=${(/** @type {string} */ next) => change({ metric: next })} csv=${`${address}/tables/rate-distortion.csv`} />
    ${problem && html`<${Notice} tone="bad" title="The metric could not be read">${problem}<//>`}
    ${analysis && html`<${WorstSection} overview=${overview} analysis=${analysis} onOpen=${open} />`}
    ${itemId && condition && (analysis || metric === "") && html`<${ClipSection} runId=${id} overview=${overview} itemId=${itemId} condition=${condition} onChoose=${(/** @type {string} */ clip, /** @type {string} */ chosen) => change({ clip, condition: chosen })} />`}
    <${TestSection} key=${overview.run.progress.done} overview=${overview} />
    <${CodebookSection} overview=${overview} csv=${`${address}/tables/codebooks.csv`} />
    <${Files} address=${address} />
    <p class="faint recipe"><strong>Recipe:</strong> 95 % intervals: expanded percentile bootstrap over clips, 2,000 draws, seed 20070609 · bit rate: bits of all clips through their seconds · ${overview.metrics.map((each) => `${each.id} ${each.version}`).join(", ")}</p>`;
}

/** One run: its progress, and what its reconstructions say. @param {{ id: string }} props */
export function LabPage({ id }) {
  const [version, setVersion] = useState(0);
  const [shown, change] = useShown();
  const again = useCallback(() => setVersion((count) => count + 1), []);
  const { value: overview, problem, isReading } = /** @type {{ value: Overview | null, problem: string, isReading: boolean }} */ (useRead(`/api/tokenizer-lab/${encodeURIComponent(id)}`, version));
  useTitle(overview?.run.title);
  const failed = overview?.conditions.filter((condition) => condition.failed > 0) ?? [];
  return html`<div class="stack lab" aria-busy=${isReading ? "true" : "false"}>
    <div class="page-head">
      <p class="faint"><a href="/tokenizer-lab">Tokenizer laboratory</a></p>
      <h1>${overview?.run.title ?? "Tokenizer laboratory"}</h1>
      ${overview && html`<p>${plural(overview.clips.length, "clip")} (${overview.domains.map(({ name, clips }) => `${domainWords(name).toLowerCase()} ${clips}`).join(", ")}) × ${plural(overview.conditions.length, "condition")}${overview.run.imported ? ", made elsewhere" : ""} <span class="faint">Dataset: ${overview.run.datasetName}</span></p>`}
    </div>
    ${problem && html`<${Notice} tone="bad" title="The run could not be read">${problem} <${Button} size="small" onClick=${again}>Try again<//><//>`}
    ${!overview && !problem && html`<p class="soft" role="status">Reading reconstructions…</p>`}
    ${overview && html`<${ProgressCard} id=${id} onChanged=${again} />`}
    ${failed.map((condition) => html`<${Notice} key=${condition.id} tone="warn" title=${`${condition.title} failed for ${plural(condition.failed, "clip")}`}>${condition.problem}<//>`)}
    ${overview && (overview.run.progress.done === 0
      ? html`<${EmptyState} title="No reconstruction is finished yet"><p>The analysis appears here with the first ones and grows with them.</p><//>`
      : html`<${Analysis} id=${id} overview=${overview} version=${version} shown=${shown} change=${change} />`)}
  </div>`;
}
