// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Button, Figures } from "../ui/components.js";
import { bytes, plural } from "../ui/format.js";
import { chosenOf, droppedFiles, isList, withFiles } from "./chosen-files.js";

/** @typedef {import("./chosen-files.js").Chosen} Chosen */

/**
 * Where files and folders are dropped or chosen.
 * @param {{ files: Chosen[], disabled: boolean, hint: import("preact").ComponentChildren, onChange: (files: Chosen[]) => void }} props
 */
export function FileDrop({ files, disabled, hint, onChange }) {
  const [over, setOver] = useState(false);
  const add = (/** @type {any} */ event) => {
    onChange(withFiles(files, chosenOf(event.currentTarget.files)));
    event.currentTarget.value = "";
  };
  const drop = async (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    setOver(false);
    if (!disabled && event.dataTransfer) onChange(withFiles(files, await droppedFiles(event.dataTransfer)));
  };
  const lists = files.filter(({ name }) => isList(name));
  const size = files.reduce((sum, { size: each }) => sum + each, 0);
  return html`<div class=${`file-drop stack-s ${over ? "over" : ""}`} onDragOver=${(/** @type {Event} */ event) => { event.preventDefault(); setOver(true); }} onDragLeave=${() => setOver(false)} onDrop=${drop}>
    <p class="soft">${hint}</p>
    <div class="row">
      <input class="visually-hidden" id="drop-files" type="file" multiple disabled=${disabled} onChange=${add} />
      <label class="button" for="drop-files">Choose files</label>
      <input class="visually-hidden" id="drop-folder" type="file" webkitdirectory multiple disabled=${disabled} onChange=${add} />
      <label class="button" for="drop-folder">Choose a folder</label>
      ${files.length > 0 && !disabled && html`<${Button} kind="quiet" onClick=${() => onChange([])}>Start over<//>`}
    </div>
    ${files.length > 0 && html`<${Figures} items=${[["Audio files", (files.length - lists.length).toLocaleString("en-GB")], ["Lists", lists.length === 0 ? "none" : lists.length <= 3 ? lists.map(({ name }) => name).join(", ") : plural(lists.length, "file")], ["Size", bytes(size)]]} />`}
  </div>`;
}
