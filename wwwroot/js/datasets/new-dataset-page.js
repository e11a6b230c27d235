// @ts-check
import { html } from "/lib/htm-preact.js";
import { useRef, useState } from "/lib/preact-hooks.js";
import { api, ApiError, messageOf } from "../ui/api.js";
import { Button, Field, Notice, Progress } from "../ui/components.js";
import { plural } from "../ui/format.js";
import { textOf } from "../ui/text-of.js";
import { uploadAndTell } from "../ui/upload-and-tell.js";
import { useRead } from "../ui/use-read.js";
import { isList } from "./chosen-files.js";
import { FileDrop } from "./file-drop.js";
import { PreviewCard, ProblemList } from "./preview-card.js";

/** @typedef {import("./chosen-files.js").Chosen} Chosen */
/** @typedef {import("./types.js").Preview} Preview */
/** @typedef {{ files?: { name: string, sha256: string }[], lists?: { name: string, text: string }[], text?: string, builtIn?: string }} Content */

/** @type {readonly (readonly [id: string, title: string])[]} */
const sources = [["files", "Files or a folder"], ["text", "Prompts, typed or pasted"], ["builtIn", "Prompts that come along"]];

/** A sensible name from what was chosen. @param {Chosen[]} files */
const nameFrom = (files) => (files[0]?.name.includes("/") ? files[0].name.split("/")[0] : files.find(({ name }) => isList(name))?.name.replace(/\.[^.]*$/, "")) ?? "";

export function NewDatasetPage() {
  const [source, setSource] = useState("files");
  const [files, setFiles] = useState(/** @type {Chosen[]} */ ([]));
  const [text, setText] = useState("");
  const [builtIn, setBuiltIn] = useState("hard-cases");
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const [content, setContent] = useState(/** @type {Content | null} */ (null));
  const [preview, setPreview] = useState(/** @type {Preview | null} */ (null));
  const [done, setDone] = useState(/** @type {number | null} */ (null));
  const [problem, setProblem] = useState("");
  const [problems, setProblems] = useState(/** @type {import("./types.js").Problem[]} */ ([]));
  const stop = useRef(/** @type {AbortController | null} */ (null));
  const lists = /** @type {{ value: import("./types.js").PromptList[] | null }} */ (useRead("/api/prompt-lists"));
  const audio = files.filter((file) => !isList(file.name));
  const isBusy = done !== null;

  const reset = () => { setPreview(null); setContent(null); setProblem(""); setProblems([]); };
  const fail = (/** @type {unknown} */ error) => {
    setProblem(stop.current?.signal.aborted ? "Stopped. Nothing was stored." : messageOf(error));
    setProblems(error instanceof ApiError ? error.problems : []);
  };
  const understand = async () => {
    const control = (stop.current = new AbortController());
    reset();
    setDone(0);
    try {
      /** @type {Content} */
      const made = source === "text" ? { text } : source === "builtIn" ? { builtIn } : {
        files: await uploadAndTell(audio, setDone, control.signal),
        lists: await Promise.all(files.filter((file) => isList(file.name)).map(async (file) => ({ name: file.name, text: await textOf(file.name, file.file) }))),
      };
      setPreview(await api.post("/api/datasets/preview", made, { signal: control.signal }));
      setContent(made);
      setName((now) => now || (source === "builtIn" ? lists.value?.find((list) => list.id === builtIn)?.title ?? "" : nameFrom(files)));
    } catch (error) {
      fail(error);
      control.abort();
    }
    setDone(null);
  };
  const store = async () => {
    try {
      const dataset = await api.post("/api/datasets", { ...content, name: name.trim(), description: description.trim() });
      location.assign(`/datasets?id=${encodeURIComponent(dataset.id)}`);
    } catch (error) {
      fail(error);
    }
  };
  const nothing = source === "files" ? files.length === 0 : source === "text" ? text.trim() === "" : false;

  return html`<div class="stack dataset-page">
    <div class="page-head">
      <p><a href="/datasets">Datasets</a></p>
      <h1>New dataset</h1>
      <p>What was understood is shown before anything is stored. Once stored, a dataset does not change.</p>
    </div>
    <section class="card stack" aria-labelledby="source-title">
      <h2 id="source-title">What is it made of?</h2>
      <fieldset class="choices"><legend class="visually-hidden">Where the items come from</legend>
        ${sources.map(([id, title]) => html`<label key=${id} class="check"><input type="radio" name="source" checked=${source === id} disabled=${isBusy} onChange=${() => { setSource(id); reset(); }} /><span>${title}</span></label>`)}
      </fieldset>
      ${source === "files" && html`<${FileDrop} files=${files} disabled=${isBusy} onChange=${(/** @type {Chosen[]} */ chosen) => { setFiles(chosen); reset(); }}
        hint=${html`Drop recordings here, with a list if you have one: a table (CSV, TSV) or JSON lines with <code>file</code> or <code>key</code>, <code>text</code>, <code>language</code>, <code>speaker</code>, <code>start</code>, <code>end</code>; every other column becomes an attribute by which results can be sliced. A list alone, or a text file with a line each, makes prompts.`} />`}
      ${source === "text" && html`<${Field} label="Prompts" hint="One a line.">${(/** @type {Record<string, unknown>} */ attributes) => html`
        <textarea ...${attributes} rows="8" value=${text} onInput=${(/** @type {any} */ event) => { setText(event.currentTarget.value); reset(); }}></textarea>`}<//>`}
      ${source === "builtIn" && html`<fieldset class="design-grid"><legend class="visually-hidden">List of prompts</legend>
        ${lists.value?.map((list) => html`<label key=${list.id} class="design-card"><input type="radio" name="list" checked=${builtIn === list.id} onChange=${() => { setBuiltIn(list.id); setName(""); reset(); }} />
          <span><strong>${list.title}</strong><span class="soft">${plural(list.prompts, "prompt")}. ${list.description}</span></span></label>`)}
      </fieldset>`}
      ${isBusy
        ? html`<${Progress} label="Upload" value=${audio.length > 0 && source === "files" ? done / audio.length : undefined} text=${source === "files" && audio.length > 0 ? `${done} of ${plural(audio.length, "recording")} uploaded` : "Reading"} />
          <div class="row"><${Button} onClick=${() => stop.current?.abort()}>Stop<//></div>`
        : html`<div class="row"><${Button} kind=${preview ? undefined : "primary"} disabled=${nothing} onClick=${understand}>Show what is understood<//></div>`}
      ${problem && html`<${Notice} tone="bad" onClose=${() => setProblem("")}>${problem}${problems.length > 1 && html`<${ProblemList} problems=${problems} />`}<//>`}
    </section>
    ${preview && html`<${PreviewCard} preview=${preview} />`}
    ${preview && preview.problems.length === 0 && html`<section class="card stack" aria-labelledby="store-title">
      <h2 id="store-title">What is it called?</h2>
      <div class="field-grid">
        <${Field} label="Name" hint="Commands and other pages find it by this name.">${(/** @type {Record<string, unknown>} */ attributes) => html`
          <input ...${attributes} maxlength="200" value=${name} onInput=${(/** @type {any} */ event) => setName(event.currentTarget.value)} />`}<//>
        <${Field} label="Description" hint="Where it comes from, under which licence.">${(/** @type {Record<string, unknown>} */ attributes) => html`
          <input ...${attributes} maxlength="2000" value=${description} onInput=${(/** @type {any} */ event) => setDescription(event.currentTarget.value)} />`}<//>
      </div>
      <div class="row"><${Button} kind="primary" disabled=${name.trim() === ""} onClick=${store}>Store the dataset<//></div>
    </section>`}
  </div>`;
}
