// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Button } from "../ui/components.js";
import { bytes } from "../ui/format.js";
import { domains } from "./plan.js";

/** @typedef {{ file: File, domain: string }} ChosenFile */

/**
 * Recordings chosen or dropped, each with what it is of.
 * @param {{ files: ChosenFile[], onChange: (files: ChosenFile[]) => void }} props
 */
export function FileList({ files, onChange }) {
  const [over, setOver] = useState(false);
  const [domain, setDomain] = useState("speech");
  const add = (/** @type {FileList_} */ added) => onChange([...files, ...Array.from(added, (file) => ({ file, domain }))]);
  const drop = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer) add(event.dataTransfer.files);
  };
  const domainChoice = (/** @type {string} */ label, /** @type {string} */ value, /** @type {(value: string) => void} */ set) => html`<select class="input" aria-label=${label} value=${value} onChange=${(/** @type {any} */ event) => set(event.currentTarget.value)}>
    ${domains.map(([id, title]) => html`<option key=${id} value=${id} selected=${id === value}>${title}</option>`)}</select>`;
  return html`<div class="stack-s">
    <div class=${`lab-drop ${over ? "over" : ""}`} onDragOver=${(/** @type {DragEvent} */ event) => { event.preventDefault(); setOver(true); }} onDragLeave=${() => setOver(false)} onDrop=${drop}>
      <label class="button">Choose recordings<input class="visually-hidden" type="file" multiple accept="audio/*,video/*,.wav,.flac,.ogg,.opus" onChange=${(/** @type {any} */ event) => { add(event.currentTarget.files); event.currentTarget.value = ""; }} /></label>
      <span class="soft">or drop them here: any rate up to 192 kHz, any format.</span>
      <label class="view-choice">They are of ${domainChoice("Domain of added recordings", domain, setDomain)}</label>
    </div>
    ${files.length > 0 && html`<ul class="lab-files">${files.map((each, index) => html`<li key=${index} class="spread">
      <span class="lab-file-name">${each.file.name} <span class="faint">${bytes(each.file.size)}</span></span>
      <span class="row">${domainChoice(`Domain of ${each.file.name}`, each.domain, (value) => onChange(files.map((other) => (other === each ? { ...other, domain: value } : other))))}
        <${Button} size="small" onClick=${() => onChange(files.filter((other) => other !== each))}>Remove<span class="visually-hidden"> ${each.file.name}</span><//></span>
    </li>`)}</ul>`}
  </div>`;
}

/** @typedef {globalThis.FileList} FileList_ */
