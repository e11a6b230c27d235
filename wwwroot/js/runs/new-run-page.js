// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Check, EmptyState, Field, Notice } from "../ui/components.js";
import { plural, seconds } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";
import { useRead } from "../ui/use-read.js";

/** @typedef {import("../datasets/types.js").Dataset} Dataset */
/** @typedef {{ id: string, packId: string, kind: string, title: string, status: string, problems: string[], colour: number, traits: { streaming?: boolean | null, acceptsWordLists?: boolean | null } }} System */

/** @param {{ title: string, datasets: Dataset[], value: string, onChange: (id: string) => void }} props */
export function DatasetField({ title, datasets, value, onChange }) {
  return html`<${Field} label=${title}>${(/** @type {Record<string, unknown>} */ attributes) => html`
    <select ...${attributes} value=${value} onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.value)}>
      <option value="">Choose one</option>
      ${datasets.map((dataset) => html`<option key=${dataset.id} value=${dataset.id}>${dataset.name} (${plural(dataset.items, "item")}${dataset.seconds === null ? "" : `, ${seconds(dataset.seconds)}`})</option>`)}
    </select>`}<//>`;
}

/** The form of a recognition. Other kinds of run are made in their laboratories. @param {{ dataset: string }} props */
export function NewRunPage({ dataset: asked }) {
  const datasets = /** @type {{ value: Dataset[] | null, problem: string }} */ (useRead("/api/datasets"));
  const systems = /** @type {{ value: System[] | null, problem: string }} */ (useRead("/api/systems"));
  const [dataset, setDataset] = useState(asked);
  const [chosen, setChosen] = useState(/** @type {string[] | null} */ (null));
  const [streamed, setStreamed] = useState(false);
  const [atPace, setAtPace] = useState(false);
  const [silence, setSilence] = useState(true);
  const [words, setWords] = useState("");
  const [title, setTitle] = useState("");
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const recordings = datasets.value?.filter((each) => each.kind === "recordings") ?? [];
  const recognizers = systems.value?.filter((each) => each.kind === "recognizer") ?? [];
  // A vendor's is never chosen by itself: recordings would leave this server, and cost.
  const picked = chosen ?? recognizers.filter((each) => each.status === "ready" && each.packId !== "vendor").map((each) => each.id);
  const selected = recordings.find((each) => each.id === dataset);
  const hot = words.split(/[\s,]+/u).filter(Boolean);
  const start = async () => {
    setBusy(true);
    setProblem("");
    try {
      const conditions = recognizers.filter((each) => picked.includes(each.id)).map((each) => ({
        systemId: each.id,
        settings: { ...(streamed && each.traits.streaming && { stream: true, ...(atPace && { realTime: true }), ...(silence && { silence: 2 }) }), ...(hot.length > 0 && each.traits.acceptsWordLists && { hotWords: hot }) },
      }));
      const run = await api.post("/api/runs", { dataset, kind: "recognition", title: title.trim() || null, plan: { conditions } });
      location.assign(`/runs?id=${encodeURIComponent(run.id)}`);
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  };
  const unread = datasets.problem || systems.problem;
  return html`<div class="stack dataset-page">
    <div class="page-head">
      <p><a href="/runs">Runs</a></p>
      <h1>New recognition</h1>
      <p>Recognizers write down every recording of a dataset; where it says what is said, error rates are measured. For voices go to the <a href="/synthesis-lab?new">synthesis laboratory</a>, for audio tokenizers to the <a href="/tokenizer-lab?new">tokenizer laboratory</a>.</p>
    </div>
    ${unread && html`<${Notice} tone="bad">${unread}<//>`}
    ${datasets.value && recordings.length === 0 && html`<${EmptyState} title="There are no recordings yet"><p>Make a dataset of recordings first; with what is said in them, if you know it.</p><a class="button primary" href="/datasets?new">Make a dataset</a><//>`}
    ${recordings.length > 0 && html`<section class="card stack" aria-labelledby="what">
      <h2 id="what">What is recognized?</h2>
      <div class="field-grid">
        <${DatasetField} title="Dataset" datasets=${recordings} value=${dataset} onChange=${setDataset} />
        <${Field} label="Title" hint="Empty for one that says what it is.">${(/** @type {Record<string, unknown>} */ attributes) => html`<input ...${attributes} maxlength="200" value=${title} onInput=${(/** @type {any} */ event) => setTitle(event.currentTarget.value)} />`}<//>
      </div>
      ${selected && selected.texts < selected.items && html`<${Notice}>${plural(selected.items - selected.texts, "item")} of ${selected.items.toLocaleString("en-GB")} ${selected.items - selected.texts === 1 ? "has" : "have"} no text: transcripts of these are not scored.<//>`}
    </section>
    <section class="card stack" aria-labelledby="who">
      <h2 id="who">By which recognizers?</h2>
      ${systems.value && recognizers.length === 0 && html`<p class="soft">No recognizer is installed. <a href="/systems">Systems</a> says how to add one.</p>`}
      <fieldset class="stack-s"><legend class="visually-hidden">Recognizers</legend>
        ${recognizers.map((each) => html`<div key=${each.id}><${Check} checked=${picked.includes(each.id)} disabled=${each.status !== "ready"}
          onChange=${(/** @type {boolean} */ on) => setChosen(on ? [...picked, each.id] : picked.filter((id) => id !== each.id))}><${SystemName} system=${each} />${each.status !== "ready" && html` <span class="faint">${each.problems[0]}</span>`}<//></div>`)}
      </fieldset>
      <details class="more"><summary>Settings</summary><div class="stack-s">
        <${Check} checked=${streamed} onChange=${setStreamed}>Feed recordings in small pieces, as from a microphone, where a recognizer can (what it says meanwhile is then kept, and how soon and how steadily it answers is measured)<//>
        ${streamed && html`<${Check} checked=${silence} onChange=${setSilence}>Let two seconds of silence follow each recording, in which recognizers can notice that speech is over<//>
          <${Check} checked=${atPace} onChange=${setAtPace}>At the pace of speech: takes as long as the recordings. Otherwise as fast as possible, with times on the clock of the audio<//>`}
        <${Field} label="Favoured words" hint="Apart by spaces; for recognizers that take word lists.">${(/** @type {Record<string, unknown>} */ attributes) => html`<input ...${attributes} value=${words} onInput=${(/** @type {any} */ event) => setWords(event.currentTarget.value)} />`}<//>
      </div></details>
    </section>
    ${problem && html`<${Notice} tone="bad" onClose=${() => setProblem("")}>${problem}<//>`}
    <div class="row">
      <${Button} kind="primary" size="large" disabled=${isBusy || !selected || picked.length === 0} onClick=${start}>Start<//>
      ${selected && picked.length > 0 && html`<span class="soft">${plural(selected.items * picked.length, "output")}</span>`}
    </div>`}
  </div>`;
}
