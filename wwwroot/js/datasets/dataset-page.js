// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Button, EmptyState, Figures, Notice, Tag } from "../ui/components.js";
import { dateTime, seconds } from "../ui/format.js";
import { Pager } from "../ui/pager.js";
import { SearchField } from "../ui/search-field.js";
import { useRead } from "../ui/use-read.js";
import { useTitle } from "../ui/use-title.js";
import { ItemsTable } from "./items-table.js";

/** @typedef {import("./types.js").Dataset} Dataset */
/** @typedef {import("./types.js").ItemPage} ItemPage */

const limit = 50;

/** What can be done with a dataset. @param {{ dataset: Dataset }} props */
function Actions({ dataset }) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState("");
  const remove = async () => {
    try {
      await api.delete(`/api/datasets/${dataset.id}`);
      location.assign("/datasets");
    } catch (error) {
      setAsking(false);
      setProblem(messageOf(error));
    }
  };
  const set = encodeURIComponent(dataset.id);
  return html`<div class="stack-s">
    <div class="row">
      ${dataset.kind === "recordings"
        ? html`<a class="button primary" href=${`/runs?new&dataset=${set}`}>Recognize it</a><a class="button" href=${`/tokenizer-lab?new&dataset=${set}`}>Send it through tokenizers</a>`
        : html`<a class="button primary" href=${`/synthesis-lab?new&dataset=${set}`}>Speak it</a>`}
      <a class="button" href=${`/runs?import&dataset=${set}`}>Import outputs</a>
      ${asking
        ? html`<span role="alert" class="row">Delete the dataset with its ${dataset.items.toLocaleString("en-GB")} items? <${Button} size="small" kind="danger" onClick=${remove}>Delete<//><${Button} size="small" onClick=${() => setAsking(false)}>Keep<//></span>`
        : html`<${Button} kind="quiet" onClick=${() => setAsking(true)}>Delete<//>`}
    </div>
    ${problem && html`<${Notice} tone="bad" onClose=${() => setProblem("")}>${problem}<//>`}
  </div>`;
}

/** @param {{ id: string }} props */
export function DatasetPage({ id }) {
  const [search, setSearch] = useState("");
  const [offset, setOffset] = useState(0);
  const address = `/api/datasets/${encodeURIComponent(id)}`;
  const { value: dataset, problem, again } = /** @type {{ value: Dataset | null, problem: string, again: () => void }} */ (useRead(address));
  useTitle(dataset?.name);
  const items = /** @type {{ value: ItemPage | null, problem: string, isReading: boolean }} */ (useRead(`${address}/items?${new URLSearchParams({ offset: String(offset), limit: String(limit), search })}`));
  if (problem) return html`<div class="stack"><h1>Dataset</h1><${Notice} tone="bad" title="The dataset could not be read">${problem} <${Button} size="small" onClick=${again}>Try again<//><//></div>`;
  if (!dataset) return html`<p class="soft" role="status">Reading the dataset…</p>`;
  return html`<div class="stack dataset-page">
    <div class="page-head">
      <p><a href="/datasets">Datasets</a></p>
      <h1>${dataset.name}</h1>
      ${dataset.description && html`<p>${dataset.description}</p>`}
    </div>
    <section class="card stack" aria-label="Facts">
      <div class="spread">
        <${Figures} items=${[
          ["Items", dataset.items.toLocaleString("en-GB")], dataset.kind === "recordings" && ["With text", dataset.texts.toLocaleString("en-GB")],
          dataset.seconds !== null && ["Length", seconds(dataset.seconds)], ["Runs", dataset.runs], ["Made", dateTime(dataset.createdAt)],
        ]} />
        <${Tag}>${dataset.kind === "prompts" ? "Prompts" : "Recordings"}<//>
      </div>
      <${Actions} dataset=${dataset} />
    </section>
    <section class="stack-s" aria-labelledby="items-title">
      <h2 id="items-title">Items</h2>
      <div class="spread items-tools">
        <form role="search" aria-label="Find items" onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}>
          <${SearchField} value=${search} placeholder="key, text, speaker or attribute" onChange=${(/** @type {string} */ text) => { setSearch(text); setOffset(0); }} />
        </form>
        ${items.value && html`<${Pager} label="Pages of items" offset=${offset} limit=${limit} total=${items.value.total} onChange=${setOffset} />`}
      </div>
      ${items.problem && html`<${Notice} tone="bad">${items.problem}<//>`}
      <div aria-busy=${items.isReading ? "true" : "false"}>
        ${items.value === null && !items.problem && html`<p class="soft" role="status">Reading items…</p>`}
        ${items.value?.total === 0 && html`<${EmptyState} level=${3} title="No item matches"><p>Nothing contains “${search}”.</p><//>`}
        ${items.value && items.value.items.length > 0 && html`<${ItemsTable} rows=${items.value.items} label=${`Items of ${dataset.name}`} isSpoken=${dataset.kind === "recordings"} />`}
      </div>
    </section>
  </div>`;
}
