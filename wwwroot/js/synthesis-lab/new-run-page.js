// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { SystemPicker, chosenSystems, readySystems } from "../live/system-picker.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Check, EmptyState, Field, Notice } from "../ui/components.js";
import { clock, plural } from "../ui/format.js";
import { conditionsOf, estimatedSeconds, mostConditions, numbersOf, promptsOf } from "./plan.js";

/** @typedef {import("../live/types.js").System} System */
/** @typedef {import("../datasets/types.js").Dataset} Dataset */
/** @typedef {{ id: string, title: string, group: string }} Metric */
/** @typedef {{ systemId: string, secondsPerCharacter: number }} Pace */
/** @typedef {{ id: string, title: string, description: string, prompts: number }} PromptList */
/** @typedef {{ systems: System[], datasets: Dataset[], lists: PromptList[], metrics: Metric[], usual: string[], paces: Pace[] }} Offer */
/** @typedef {{ title: string, source: "typed" | "dataset" | "list", text: string, dataset: string, list: string, systems: string[] | null, temperatures: string, rates: string, takes: number, determinism: boolean, recognizer: string | null, metrics: string[] | null }} Form */
/** @typedef {Record<string, unknown>} Attributes */

const examples = "The birch canoe slid on the smooth planks.\nGlue the sheet to the dark blue background.\nIt is easy to tell the depth of a well.";

/** What can be chosen. @returns {{ offer: Offer | null, problem: string }} */
function useOffer() {
  const [offer, setOffer] = useState(/** @type {Offer | null} */ (null));
  const [problem, setProblem] = useState("");
  useEffect(() => {
    Promise.all([api.get("/api/systems"), api.get("/api/datasets"), api.get("/api/prompt-lists"), api.get("/api/synthesis-lab/offer")]).then(
      ([systems, datasets, lists, found]) => setOffer({ systems, lists, datasets: datasets.filter((/** @type {Dataset} */ dataset) => dataset.kind === "prompts"), ...found }),
      (error) => setProblem(messageOf(error)),
    );
  }, []);
  return { offer, problem };
}

/** @type {readonly (readonly [id: Form["source"], title: string])[]} */
const sources = [["typed", "Typed here"], ["dataset", "A dataset of prompts"], ["list", "A list that comes with SpeechScoop"]];

/** @param {{ form: Form, change: (part: Partial<Form>) => void, datasets: Dataset[], lists: PromptList[] }} props */
function Prompts({ form, change, datasets, lists }) {
  return html`<section class="card stack-s" aria-labelledby="prompts">
    <h2 id="prompts">What is spoken?</h2>
    <fieldset class="choices"><legend class="visually-hidden">Where the prompts come from</legend>
      ${sources.map(([id, title]) => html`<label key=${id} class="check"><input type="radio" name="prompts" checked=${form.source === id} onChange=${() => change({ source: id })} /><span>${title}</span></label>`)}
    </fieldset>
    ${form.source === "typed"
      ? html`<${Field} label="Prompts, one a line" hint="A name of one's own may stand before a bar: hard-1 | The sixth sick sheik's sixth sheep's sick.">${(/** @type {Attributes} */ attributes) => html`
        <textarea ...${attributes} rows="6" value=${form.text} onInput=${(/** @type {any} */ event) => change({ text: event.currentTarget.value })}></textarea>`}<//>`
      : form.source === "list" ? html`<${Field} label="List" hint=${lists.find(({ id }) => id === form.list)?.description ?? lists[0]?.description}>${(/** @type {Attributes} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => change({ list: event.currentTarget.value })}>
        ${lists.map((list) => html`<option key=${list.id} value=${list.id} selected=${list.id === form.list}>${list.title} (${plural(list.prompts, "prompt")})</option>`)}</select>`}<//>`
      : datasets.length === 0 ? html`<p class="soft">There is no dataset of prompts yet. <a href="/datasets">Datasets</a> makes one of a file; or type prompts here.</p>`
      : html`<${Field} label="Dataset">${(/** @type {Attributes} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => change({ dataset: event.currentTarget.value })}>
        ${datasets.map((dataset) => html`<option key=${dataset.id} value=${dataset.id} selected=${dataset.id === form.dataset}>${dataset.name} (${plural(dataset.items, "prompt")})</option>`)}</select>`}<//>`}
  </section>`;
}

/** @param {{ form: Form, change: (part: Partial<Form>) => void, chosen: string[], offer: Offer, temperatures: string | null, rates: string | null }} props */
function Voices({ form, change, chosen, offer, temperatures, rates }) {
  const list = (/** @type {"temperatures" | "rates"} */ key, /** @type {string} */ label, /** @type {string} */ hint, /** @type {string | null} */ problem) => html`<${Field} label=${label} hint=${hint} problem=${problem}>
    ${(/** @type {Attributes} */ attributes) => html`<input ...${attributes} inputmode="decimal" value=${form[key]} onInput=${(/** @type {any} */ event) => change({ [key]: event.currentTarget.value })} />`}<//>`;
  return html`<section class="card stack-s" aria-labelledby="voices">
    <h2 id="voices">Who speaks, how, and how often?</h2>
    <${SystemPicker} legend="Synthesizers" kind="synthesizer" systems=${offer.systems} chosen=${chosen} note=${(/** @type {System} */ system) => (system.traits?.seeded ? "samples" : "always alike")} onChange=${(/** @type {string[]} */ systems) => change({ systems })} />
    <div class="field-grid">
      ${list("temperatures", "Temperatures", "One or several, such as 0.3, 0.7, 1. For systems that sample.", temperatures)}
      ${list("rates", "Rates", "One or several, such as 0.8, 1, 1.2.", rates)}
      <${Field} label="Takes of each" hint="2 show spread; 5 or more show how failures hide behind luck.">${(/** @type {Attributes} */ attributes) => html`<input ...${attributes} type="number" min="1" max="100" value=${form.takes} onInput=${(/** @type {any} */ event) => Number.isFinite(event.currentTarget.valueAsNumber) && change({ takes: event.currentTarget.valueAsNumber })} />`}<//>
    </div>
    <${Check} checked=${form.determinism} onChange=${(/** @type {boolean} */ determinism) => change({ determinism })}>Check determinism: make each first take twice with the same seed<//>
  </section>`;
}

/** @param {{ form: Form, change: (part: Partial<Form>) => void, offer: Offer, recognizer: string, metrics: string[] }} props */
function Measures({ form, change, offer, recognizer, metrics }) {
  return html`<section class="card stack-s" aria-labelledby="measures">
    <h2 id="measures">What is measured?</h2>
    <${Field} label="Written down by" hint="The round trip: a recognizer writes down each take, and word errors against the prompt show what was not said. Its own errors count too.">${(/** @type {Attributes} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => change({ recognizer: event.currentTarget.value })}>
      <option value="" selected=${recognizer === ""}>No recognizer</option>
      ${readySystems(offer.systems, "recognizer").map((system) => html`<option key=${system.id} value=${system.id} selected=${system.id === recognizer}>${system.title}</option>`)}</select>`}<//>
    <details class="more"><summary>${plural(metrics.length, "metric")}</summary>
      <div class="check-list">${offer.metrics.map((metric) => html`<${Check} key=${metric.id} checked=${metrics.includes(metric.id)} onChange=${(/** @type {boolean} */ on) => change({ metrics: on ? [...metrics, metric.id] : metrics.filter((id) => id !== metric.id) })}>${metric.title}<//>`)}</div>
    </details>
  </section>`;
}

export function NewRunPage() {
  const { offer, problem: unread } = useOffer();
  const named = new URLSearchParams(location.search).get("dataset") ?? "";
  const [form, setForm] = useState(/** @type {Form} */ ({ title: "", source: named ? "dataset" : "typed", text: examples, dataset: named, list: "", systems: null, temperatures: "0.7", rates: "1", takes: 5, determinism: true, recognizer: null, metrics: null }));
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const change = (/** @type {Partial<Form>} */ part) => { setForm((now) => ({ ...now, ...part })); setProblem(""); };
  if (unread) return html`<${Notice} tone="bad" title="The form could not be prepared">${unread}<//>`;
  if (!offer) return html`<p class="soft" role="status">Reading what can be chosen…</p>`;
  const ready = readySystems(offer.systems, "synthesizer");
  if (ready.length === 0) return html`<${EmptyState} title="No synthesizer is ready"><p>The <a href="/systems">Systems</a> page says which packs are missing or broken. Takes that were made elsewhere can be <a href="/runs?import=synthesis">imported</a>.</p><//>`;
  const chosen = chosenSystems(ready, form.systems, 2);
  const temperatures = numbersOf(form.temperatures, { name: "temperature", low: 0, high: 2 }), rates = numbersOf(form.rates, { name: "rate", low: 0.5, high: 2 });
  const conditions = conditionsOf(chosen, offer.systems, temperatures.values, rates.values);
  const recognizer = form.recognizer ?? readySystems(offer.systems, "recognizer")[0]?.id ?? "";
  const metrics = form.metrics ?? offer.usual;
  const dataset = offer.datasets.find(({ id }) => id === form.dataset) ?? offer.datasets[0];
  const list = offer.lists.find(({ id }) => id === form.list) ?? offer.lists[0];
  const prompts = promptsOf(form.text);
  const count = form.source === "typed" ? prompts.length : form.source === "list" ? list?.prompts ?? 0 : dataset?.items ?? 0;
  const takes = form.takes + (form.determinism ? 1 : 0);
  const seconds = form.source === "typed" ? estimatedSeconds(conditions, takes, prompts.reduce((sum, { text }) => sum + text.length, 0), offer.paces) : null;
  const wrong = temperatures.problem || rates.problem ? "Correct the settings above." : count === 0 ? form.source === "typed" ? "There are no prompts: type one a line." : "There are no prompts." : conditions.length === 0 ? "Choose a synthesizer."
    : conditions.length > mostConditions ? `${conditions.length} systems and settings are too many for one page; at most ${mostConditions}.` : "";
  const start = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setBusy(true);
    try {
      const title = form.title.trim() || `${plural(conditions.length, "voice")}, ${plural(form.takes, "take")}`;
      const datasetId = form.source === "dataset" ? dataset.id : (await api.post("/api/datasets", { name: `${title}: prompts, ${new Date().toISOString().slice(0, 19).replace("T", " ")}`, ...(form.source === "typed" ? { items: prompts } : { builtIn: list.id }) })).id;
      const run = await api.post("/api/runs", { dataset: datasetId, kind: "synthesis", title, plan: { conditions, takes: form.takes, determinism: form.determinism, metrics, ...(recognizer ? { recognizer } : {}) } });
      location.assign(`/synthesis-lab?run=${encodeURIComponent(run.id)}`);
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  };
  return html`<form class="stack new-test" onSubmit=${start}>
    <div class="page-head"><p class="faint"><a href="/synthesis-lab">Synthesis laboratory</a></p><h1>New run</h1><p>Several voices and settings speak the same prompts several times, each take with a seed of its own.</p></div>
    <${Prompts} form=${form} change=${change} datasets=${offer.datasets} lists=${offer.lists} />
    <${Voices} form=${form} change=${change} chosen=${chosen} offer=${offer} temperatures=${temperatures.problem} rates=${rates.problem} />
    <${Measures} form=${form} change=${change} offer=${offer} recognizer=${recognizer} metrics=${metrics} />
    <section class="card stack-s" aria-labelledby="start">
      <h2 id="start">Start</h2>
      <${Field} label="Title">${(/** @type {Attributes} */ attributes) => html`<input ...${attributes} maxlength="200" value=${form.title} placeholder=${`${plural(conditions.length, "voice")}, ${plural(form.takes, "take")}`} onInput=${(/** @type {any} */ event) => change({ title: event.currentTarget.value })} />`}<//>
      <p class="num" role="status">${wrong || `${plural(count, "prompt")} × ${plural(conditions.length, "condition")} × ${plural(takes, "take")} = ${plural(count * conditions.length * takes, "clip")}. ${seconds === null ? "How long that takes is known after the first clips." : `Speaking takes about ${seconds < 90 ? plural(Math.max(1, Math.round(seconds)), "second") : clock(seconds)} of processing, judged by what these systems spoke before; measuring comes on top.`}`}</p>
      ${problem && html`<${Notice} tone="bad" title="The run could not be started">${problem}<//>`}
      <div class="row"><${Button} type="submit" kind="primary" size="large" disabled=${busy || wrong !== ""}>${busy ? "Starting…" : "Start the run"}<//></div>
    </section>
  </form>`;
}
