// @ts-check
import { html } from "/lib/htm-preact.js";
import { useRef, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../../ui/api.js";
import { Button, Field, Notice, Progress } from "../../ui/components.js";
import { plural } from "../../ui/format.js";
import { textOf } from "../../ui/text-of.js";
import { uploadAndTell } from "../../ui/upload-and-tell.js";
import { nameOf } from "./folder-files.js";
import { splitImport } from "./import-files.js";

/** @typedef {import("./folder-files.js").Chosen} Chosen */
/** @typedef {{ test: { id: string, title: string }, notCarriedOver: { place: string, line: number, message: string }[], missingAudio: { file: string, message: string }[] }} Imported */

const patternHint = "A regular expression whose named groups are the condition in a file's name, such as .*_c(?<condition>[0-9]+)_.* Empty: the folders say it.";

/** What became of a configuration, before the draft is opened. @param {{ imported: Imported, onMade: (test: { id: string }) => void }} props */
function Outcome({ imported: { test, notCarriedOver, missingAudio }, onMade }) {
  return html`<div class="stack-s" role="status">
    <${Notice} tone="good" title="The draft is made">${test.title}<//>
    ${notCarriedOver.length > 0 && html`<h3>Not carried over (${notCarriedOver.length})</h3>
      <ul>${notCarriedOver.map(({ place, line, message }, index) => html`<li key=${index}><code>${place}</code>, line ${line}: ${message}</li>`)}</ul>`}
    ${missingAudio.length > 0 && html`<h3>Missing audio (${missingAudio.length})</h3>
      <ul>${missingAudio.map(({ file, message }) => html`<li key=${file}><code>${file}</code>: ${message}</li>`)}</ul>`}
    <div class="row"><${Button} kind="primary" onClick=${() => onMade(test)}>Open the draft<//></div>
  </div>`;
}

/** A configuration of webMUSHRA, or tables of the P.808 toolkit, with their audio. @param {{ onMade: (test: { id: string }) => void }} props */
export function ImportSource({ onMade }) {
  const [chosen, setChosen] = useState(/** @type {Chosen[]} */ ([]));
  const [done, setDone] = useState(/** @type {number | null} */ (null));
  const [problem, setProblem] = useState("");
  const [imported, setImported] = useState(/** @type {Imported | null} */ (null));
  const stop = useRef(/** @type {AbortController | null} */ (null));
  const [pattern, setPattern] = useState("");
  const { configs, audio, problem: lack } = splitImport(chosen);
  const hasTables = configs.some(({ name }) => name.toLowerCase().endsWith(".csv"));

  const add = (/** @type {any} */ event) => {
    const files = [...event.currentTarget.files].map((/** @type {File} */ file) => ({ name: nameOf(file), size: file.size, file }));
    setChosen((now) => [...now.filter((old) => !files.some((file) => file.name === old.name)), ...files]);
    setProblem("");
    event.currentTarget.value = "";
  };
  const make = async () => {
    const control = (stop.current = new AbortController());
    setProblem("");
    setDone(0);
    try {
      const files = await uploadAndTell(audio, setDone, control.signal);
      const texts = await Promise.all(configs.map(async ({ name, file }) => ({ name, text: file ? await textOf(name, file) : "" })));
      setImported(await api.post("/api/listening-tests/import", { configs: texts, files, conditionPattern: hasTables && pattern.trim() ? pattern.trim() : null }, { signal: control.signal }));
    } catch (error) {
      setProblem(control.signal.aborted ? "Stopped. Nothing was made." : messageOf(error));
      control.abort();
    }
    setDone(null);
  };
  if (imported) return html`<${Outcome} imported=${imported} onMade=${onMade} />`;
  return html`<div class="stack-s">
    <p class="soft">A webMUSHRA configuration (<code>.yaml</code>) or tables of the P.808 toolkit (<code>.csv</code> with <code>rating_clips</code>), and the audio that they name. The configuration decides the design and the options; what it says and a draft cannot do is listed.</p>
    <div class="row">
      <input class="visually-hidden" id="import-files" type="file" multiple accept=".yaml,.yml,.csv,audio/*" disabled=${done !== null} onChange=${add} />
      <label class="button" for="import-files">Add files</label>
      <input class="visually-hidden" id="import-folders" type="file" webkitdirectory multiple disabled=${done !== null} onChange=${add} />
      <label class="button" for="import-folders">Add a folder of audio</label>
      ${chosen.length > 0 && done === null && html`<${Button} kind="quiet" onClick=${() => setChosen([])}>Start over<//>`}
    </div>
    ${configs.length > 0 && html`<p>${configs.map(({ name }) => name).join(", ")} with ${plural(audio.length, "audio file")}</p>`}
    ${hasTables && html`<${Field} label="Condition pattern" hint=${patternHint}>${(/** @type {Record<string, unknown>} */ attributes) => html`
      <input ...${attributes} spellcheck=${false} maxlength="500" value=${pattern} onInput=${(/** @type {any} */ event) => setPattern(event.currentTarget.value)} />`}<//>`}
    ${lack && html`<${Notice} tone="warn">${lack}<//>`}
    ${problem && html`<${Notice} tone="bad" onClose=${() => setProblem("")}>${problem}<//>`}
    ${done !== null
      ? html`<${Progress} label="Upload" value=${done / Math.max(1, audio.length)} text=${`${done} of ${plural(audio.length, "file")} uploaded`} />
        <div class="row"><${Button} onClick=${() => stop.current?.abort()}>Stop<//></div>`
      : html`<div class="row"><${Button} kind="primary" disabled=${configs.length === 0 || lack !== ""} onClick=${make}>Make the draft<//></div>`}
  </div>`;
}
