// @ts-check
import { html } from "/lib/htm-preact.js";
import { useRef, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../../ui/api.js";
import { Button, Figures, Notice, Progress } from "../../ui/components.js";
import { bytes, plural } from "../../ui/format.js";
import { textOf } from "../../ui/text-of.js";
import { uploadAndTell } from "../../ui/upload-and-tell.js";
import { designs } from "./designs.js";
import { nameOf, sortFiles } from "./folder-files.js";

/** @typedef {import("./folder-files.js").Chosen} Chosen */
/** @typedef {{ design: import("./types.js").Design, options: import("./new-test-page.js").Options, onMade: (test: { id: string }) => void }} SourceProps */

/** Whether the folders can carry the design, in a sentence; "" where they can. @param {SourceProps["design"]} design @param {import("./folder-files.js").Found} found */
export function lacks(design, found) {
  if (found.problem || found.table || found.audio.length === 0) return found.problem;
  const { needs, title } = designs.find((each) => each.id === design) ?? designs[0];
  const hasReference = found.conditions.some((condition) => condition.toLowerCase() === "reference");
  if (needs === "reference" && !hasReference) return `${title} compares with the original: name one of the folders "reference".`;
  if (needs === "two" && found.conditions.length < 2) return `${title} compares two conditions, and there is one folder. Add another.`;
  return "";
}

/** Upload of a folder for each condition, or of files with a table. @param {SourceProps} props */
export function FilesSource({ design, options, onMade }) {
  const [chosen, setChosen] = useState(/** @type {Chosen[]} */ ([]));
  const [done, setDone] = useState(/** @type {number | null} */ (null));
  const [problem, setProblem] = useState("");
  const stop = useRef(/** @type {AbortController | null} */ (null));
  const found = sortFiles(chosen);
  const lack = lacks(design, found);

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
      const csv = found.table?.file ? await textOf(found.table.name, found.table.file) : null;
      const files = await uploadAndTell(found.audio, setDone, control.signal);
      onMade(await api.post("/api/listening-tests/from-files", { design, options: { ...options, title: options.title.trim() || "Untitled test" }, files, csv }, { signal: control.signal }));
    } catch (error) {
      if (control.signal.aborted) setProblem("Stopped. Nothing was made.");
      else setProblem(messageOf(error));
      control.abort();
      setDone(null);
    }
  };
  const isBusy = done !== null;
  const size = found.audio.reduce((sum, { size: each }) => sum + each, 0);
  return html`<div class="stack-s">
    <p class="soft">One folder for each condition, the same file names in each: <code>codec-a/item1.wav</code>, <code>codec-b/item1.wav</code>. The originals go in a folder named <code>reference</code>. Or choose files and a CSV with the columns <code>condition,item,file</code> and, if you like, <code>reference,transcript</code>.</p>
    <div class="row">
      <input class="visually-hidden" id="test-folders" type="file" webkitdirectory multiple disabled=${isBusy} onChange=${add} />
      <label class="button" for="test-folders">Add a folder</label>
      <input class="visually-hidden" id="test-files" type="file" multiple accept="audio/*,.csv,.tsv" disabled=${isBusy} onChange=${add} />
      <label class="button" for="test-files">Add files and a CSV</label>
      ${chosen.length > 0 && !isBusy && html`<${Button} kind="quiet" onClick=${() => setChosen([])}>Start over<//>`}
    </div>
    ${found.audio.length > 0 && html`<${Figures} items=${[
      ["Files", `${found.audio.length} (${bytes(size)})`],
      found.table ? ["Table", found.table.name] : ["Conditions", found.conditions.join(", ")],
      !found.table && ["Items", found.items.length],
      found.skipped > 0 && ["Left aside", plural(found.skipped, "file")],
    ]} />`}
    ${found.missing.length > 0 && html`<${Notice} tone="warn" title=${`${plural(found.missing.length, "clip")} missing`}>${found.missing.slice(0, 5).join(", ")}${found.missing.length > 5 ? " …" : ""}. The draft will name them; it cannot be published without.<//>`}
    ${lack && html`<${Notice} tone="warn">${lack}<//>`}
    ${problem && html`<${Notice} tone="bad" onClose=${() => setProblem("")}>${problem}<//>`}
    ${isBusy
      ? html`<${Progress} label="Upload" value=${done / Math.max(1, found.audio.length)} text=${`${done} of ${plural(found.audio.length, "file")} uploaded`} />
        <div class="row"><${Button} onClick=${() => stop.current?.abort()}>Stop<//></div>`
      : html`<div class="row"><${Button} kind="primary" disabled=${found.audio.length === 0 || lack !== ""} onClick=${make}>Make the draft<//></div>`}
  </div>`;
}
