// @ts-check
import { html } from "/lib/htm-preact.js";
import { Button, EmptyState, Figures, Notice, Tag } from "../ui/components.js";
import { dateTime, plural, seconds } from "../ui/format.js";
import { useRead } from "../ui/use-read.js";

/** @typedef {import("./types.js").Dataset} Dataset */

function NoDatasets() {
  return html`<${EmptyState} title="There is no dataset yet">
    <p>A dataset is what systems are compared on: recordings with or without what is said in them, or prompts to be spoken. Drop a folder, a table or a text file; what was understood is shown before anything is stored.</p>
    <a class="button primary" href="/datasets?new">Make a dataset</a>
  <//>`;
}

/** @param {{ dataset: Dataset }} props */
function DatasetCard({ dataset }) {
  return html`<li class="card stack-s test-card">
    <div class="spread">
      <h2><a href=${`/datasets?id=${encodeURIComponent(dataset.id)}`}>${dataset.name}</a></h2>
      <${Tag}>${dataset.kind === "prompts" ? "Prompts" : "Recordings"}<//>
    </div>
    ${dataset.description && html`<p class="soft">${dataset.description}</p>`}
    <${Figures} items=${[
      ["Items", dataset.items.toLocaleString("en-GB")],
      dataset.kind === "recordings" && ["With text", dataset.texts.toLocaleString("en-GB")],
      dataset.seconds !== null && ["Length", seconds(dataset.seconds)],
      ["Runs", dataset.runs],
    ]} />
    <p class="faint">Made ${dateTime(dataset.createdAt)}</p>
  </li>`;
}

export function DatasetsPage() {
  const { value: datasets, problem, again } = /** @type {{ value: Dataset[] | null, problem: string, again: () => void }} */ (useRead("/api/datasets"));
  const total = datasets?.reduce((sum, each) => sum + each.items, 0) ?? 0;
  return html`<div class="stack">
    <div class="spread">
      <div class="page-head">
        <h1>Datasets</h1>
        <p>What systems are compared on${datasets && datasets.length > 0 ? `: ${plural(datasets.length, "dataset")} with ${plural(total, "item")}` : ": recordings and prompts"}.</p>
      </div>
      <a class="button primary" href="/datasets?new">New dataset</a>
    </div>
    ${problem && html`<${Notice} tone="bad" title="The datasets could not be read">${problem} <${Button} size="small" onClick=${again}>Try again<//><//>`}
    <div class="tests">
      ${datasets === null && !problem && html`<p class="soft" role="status">Reading datasets…</p>`}
      ${datasets?.length === 0 && html`<${NoDatasets} />`}
      ${datasets && datasets.length > 0 && html`<ul class="test-list">${datasets.map((dataset) => html`<${DatasetCard} key=${dataset.id} dataset=${dataset} />`)}</ul>`}
    </div>
  </div>`;
}

