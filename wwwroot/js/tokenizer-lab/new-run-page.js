// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Check, Field, Notice, Progress } from "../ui/components.js";
import { bitRate, plural } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";
import { uploadClip } from "../ui/upload-clips.js";
import { FileList } from "./file-list.js";
import { choiceId, conditionsOf, keysOf, usualChoices, usualMetrics } from "./plan.js";

/** @typedef {import("./types.js").LabSystem} LabSystem */
/** @typedef {import("./plan.js").Metric} Metric */
/** @typedef {{ id: string, name: string, kind: string, items: number }} Dataset */
/** @typedef {{ systems: LabSystem[], datasets: Dataset[], metrics: Metric[] }} Offer */
/** @typedef {{ source: "files" | "sounds" | "dataset", files: import("./file-list.js").ChosenFile[], dataset: string, rate: number, title: string }} Form */
/** @typedef {Record<string, unknown>} Attributes */

/** What can be chosen. @returns {{ offer: Offer | null, problem: string }} */
function useOffer() {
  const [state, setState] = useState(/** @type {{ offer: Offer | null, problem: string }} */ ({ offer: null, problem: "" }));
  useEffect(() => {
    Promise.all([api.get("/api/tokenizer-lab/systems"), api.get("/api/datasets"), api.get("/api/metrics")]).then(
      ([systems, datasets, metrics]) => setState({ offer: { systems, datasets: datasets.filter((/** @type {Dataset} */ each) => each.kind === "recordings"), metrics }, problem: "" }),
      (error) => setState({ offer: null, problem: messageOf(error) }),
    );
  }, []);
  return state;
}

/** @param {string[]} list @param {string} id @param {boolean} on */
const toggled = (list, id, on) => (on ? [...list, id] : list.filter((each) => each !== id));

/** @param {{ form: Form, change: (part: Partial<Form>) => void, datasets: Dataset[] }} props */
function Sounds({ form, change, datasets }) {
  const radio = (/** @type {Form["source"]} */ id, /** @type {string} */ title) => html`<label class="check"><input type="radio" name="source" checked=${form.source === id} onChange=${() => change({ source: id })} /><span>${title}</span></label>`;
  return html`<section class="card stack-s" aria-labelledby="sounds">
    <h2 id="sounds">Which sounds?</h2>
    <fieldset class="choices"><legend class="visually-hidden">Where the sounds come from</legend>${radio("files", "My recordings")}${radio("sounds", "Generated test sounds")}${radio("dataset", "A dataset")}</fieldset>
    ${form.source === "files" ? html`<${FileList} files=${form.files} onChange=${(/** @type {Form["files"]} */ files) => change({ files })} />`
      : form.source === "sounds" ? html`<p class="soft">Chirps, whistles, click trains, tones, sweeps, noise bursts, impulses, chords and sung vowels, made by code from a seed: everybody can run the comparison on the very same sounds.</p>
        <${Field} label="Sample rate" hint="At 192 kHz there are also click trains around 60 kHz.">${(/** @type {Attributes} */ attributes) => html`<select ...${attributes} value=${String(form.rate)} onChange=${(/** @type {any} */ event) => change({ rate: Number(event.currentTarget.value) })}>
          ${[16_000, 24_000, 48_000, 96_000, 192_000].map((rate) => html`<option key=${rate} value=${String(rate)} selected=${rate === form.rate}>${rate / 1000} kHz</option>`)}</select>`}<//>`
      : datasets.length === 0 ? html`<p class="soft">There is no dataset of recordings yet. <a href="/datasets">Make one</a>, or choose recordings here.</p>`
        : html`<${Field} label="Dataset" hint="Items with the attribute domain (speech, singing, music, environment, animal) are analysed apart.">${(/** @type {Attributes} */ attributes) => html`<select ...${attributes} value=${form.dataset || datasets[0].id} onChange=${(/** @type {any} */ event) => change({ dataset: event.currentTarget.value })}>
          ${datasets.map((dataset) => html`<option key=${dataset.id} value=${dataset.id}>${dataset.name} (${plural(dataset.items, "clip")})</option>`)}</select>`}<//>`}
  </section>`;
}

/** @param {{ systems: LabSystem[], chosen: string[], onChange: (chosen: string[]) => void }} props */
function Systems({ systems, chosen, onChange }) {
  const part = (/** @type {string} */ title, /** @type {LabSystem[]} */ some) => some.length > 0 && html`<h3>${title}</h3>
    ${some.map((system) => html`<fieldset key=${system.id} class="lab-system"><legend><${SystemName} system=${system} /></legend>
      <p class="faint">${system.usable ? system.description : system.problems.join(" ")}</p>
      <div class="check-list">${system.options.map((option) => html`<${Check} key=${option.phrase} disabled=${!system.usable} checked=${chosen.includes(choiceId(system, option))} onChange=${(/** @type {boolean} */ on) => onChange(toggled(chosen, choiceId(system, option), on))}>${option.phrase}${option.bitRate && !system.isBaseline ? html` <span class="faint">${bitRate(option.bitRate)}</span>` : ""}<//>`)}</div>
    </fieldset>`)}`;
  return html`<section class="card stack-s" aria-labelledby="systems">
    <h2 id="systems">Through what, at which bit rates?</h2>
    ${part("Tokenizers", systems.filter(({ isBaseline }) => !isBaseline))}
    ${part("Classical codecs and filters, for scale", systems.filter(({ isBaseline }) => isBaseline))}
  </section>`;
}

/** @param {{ metrics: Metric[], chosen: string[], onChange: (chosen: string[]) => void }} props */
function Metrics({ metrics, chosen, onChange }) {
  const able = metrics.filter(({ needs }) => !needs.includes("text"));
  return html`<section class="card stack-s" aria-labelledby="metrics">
    <h2 id="metrics">What is measured?</h2>
    <p class="soft">${plural(chosen.length, "metric")}. One that is not valid for a clip's domain, rate or length says so instead of giving a number. How many tokens survive another encoding is always counted.</p>
    <details class="more"><summary>Choose metrics</summary>
      <div class="check-list">${able.map((metric) => html`<${Check} key=${metric.id} checked=${chosen.includes(metric.id)} onChange=${(/** @type {boolean} */ on) => onChange(toggled(chosen, metric.id, on))}>${metric.title}<//>`)}</div>
    </details>
  </section>`;
}

/**
 * A dataset of chosen recordings, each uploaded once.
 * @param {Form["files"]} files @param {string} name @param {(sent: number) => void} onSent
 * @returns {Promise<string>} its id
 */
async function makeDataset(files, name, onSent) {
  const keys = keysOf(files.map(({ file }) => file.name));
  const items = [];
  for (const [index, { file, domain }] of files.entries()) {
    onSent(index);
    const clip = await uploadClip(file, file.name);
    items.push({ key: keys[index], clip: clip.sha256, attributes: domain ? { domain } : {} });
  }
  return (await api.post("/api/datasets", { name, items })).id;
}

/** Names of datasets are unique. @param {string} title */
const datasetName = (title) => `Clips of ${title}, ${new Date().toISOString().slice(0, 19).replace("T", " ")}`;

/** How many test sounds there are at a rate: three of each kind that lies within its band. @param {number} rate hertz */
const soundsAt = (rate) => 3 * (8 + (rate >= 44_100 ? 1 : 0) + (rate >= 176_400 ? 1 : 0));

/** @param {{ dataset: string }} props dataset: to begin with; empty for none */
export function NewRunPage({ dataset: first }) {
  const { offer, problem: unread } = useOffer();
  const [form, setForm] = useState(/** @type {Form} */ ({ source: first ? "dataset" : "files", files: [], dataset: first, rate: 48_000, title: "" }));
  const [choices, setChoices] = useState(/** @type {string[] | null} */ (null));
  const [wanted, setWanted] = useState(/** @type {string[] | null} */ (null));
  const [problem, setProblem] = useState("");
  const [sent, setSent] = useState(-1);
  if (unread) return html`<${Notice} tone="bad" title="The form could not be prepared">${unread}<//>`;
  if (!offer) return html`<p class="soft" role="status">Reading what can be chosen…</p>`;
  const chosen = choices ?? usualChoices(offer.systems);
  const metrics = wanted ?? usualMetrics(offer.metrics);
  const conditions = conditionsOf(offer.systems, chosen);
  const dataset = offer.datasets.find(({ id }) => id === form.dataset) ?? offer.datasets[0];
  const clips = form.source === "files" ? form.files.length : form.source === "dataset" ? dataset?.items ?? 0 : soundsAt(form.rate);
  const isBusy = sent >= 0;
  const usual = `${plural(conditions.length, "condition")} over ${form.source === "dataset" && dataset ? dataset.name : form.source === "sounds" ? "test sounds" : plural(clips, "clip")}`;
  const wrong = clips === 0 ? "Choose recordings first." : conditions.length === 0 ? "Choose a tokenizer or a baseline." : "";
  const start = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setSent(0);
    setProblem("");
    try {
      const title = form.title.trim() || usual;
      const datasetId = form.source === "files" ? await makeDataset(form.files, datasetName(title), setSent)
        : form.source === "sounds" ? (await api.post("/api/tokenizer-lab/test-sounds", { sampleRate: form.rate })).id : dataset.id;
      const run = await api.post("/api/runs", { dataset: datasetId, kind: "reconstruction", title, plan: { conditions, metrics } });
      location.assign(`/tokenizer-lab?run=${encodeURIComponent(run.id)}`);
    } catch (error) {
      setProblem(messageOf(error));
      setSent(-1);
    }
  };
  return html`<form class="stack new-test" onSubmit=${start}>
    <div class="page-head"><p class="faint"><a href="/tokenizer-lab">Tokenizer laboratory</a></p><h1>New run</h1><p>Sounds go through tokenizers and classical codecs at several bit rates and come back; what is lost is measured.</p></div>
    <${Sounds} form=${form} change=${(/** @type {Partial<Form>} */ part) => setForm((now) => ({ ...now, ...part }))} datasets=${offer.datasets} />
    <${Systems} systems=${offer.systems} chosen=${chosen} onChange=${setChoices} />
    <${Metrics} metrics=${offer.metrics} chosen=${metrics} onChange=${setWanted} />
    <section class="card stack-s" aria-labelledby="start">
      <h2 id="start">Start</h2>
      <${Field} label="Title">${(/** @type {Attributes} */ attributes) => html`<input ...${attributes} maxlength="200" value=${form.title} placeholder=${usual} onInput=${(/** @type {any} */ event) => setForm((now) => ({ ...now, title: event.target.value }))} />`}<//>
      <p class="num" role="status">${wrong || `${plural(clips, "clip")} × ${plural(conditions.length, "condition")} = ${plural(clips * conditions.length, "reconstruction")}.`}</p>
      ${isBusy && form.source === "files" && html`<${Progress} value=${sent / Math.max(1, clips)} label="Sending recordings" text=${`Sending recording ${Math.min(sent + 1, clips)} of ${clips}`} />`}
      ${problem && html`<${Notice} tone="bad" title="The run could not be started">${problem}<//>`}
      <div class="row"><${Button} type="submit" kind="primary" size="large" disabled=${isBusy || wrong !== ""}>${isBusy ? "Starting…" : "Start the run"}<//></div>
    </section>
  </form>`;
}
