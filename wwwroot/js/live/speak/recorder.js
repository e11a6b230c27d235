// @ts-check
import { html } from "/lib/htm-preact.js";
import { useRef, useState } from "/lib/preact-hooks.js";
import { Check } from "../../ui/components.js";
import { clock } from "../../ui/format.js";
import { useStore } from "../../ui/use-store.js";
import { LevelMeter } from "./level-meter.js";

/** @typedef {import("./session.js").RecognitionSession} RecognitionSession */

/** @param {{ store: import("../../ui/store.js").Store<number>, of: number | null }} props */
function Elapsed({ store, of }) {
  const whole = clock(useStore(store));
  return html`<span class="recorder-time num" role="timer" aria-label="Elapsed">${whole}${of ? html`<span class="faint"> / ${clock(of)}</span>` : ""}</span>`;
}

/**
 * The large button with meter and clock; from the microphone or a file.
 * @param {{ session: RecognitionSession, ready: boolean, source: "microphone" | "file", onSource: (source: "microphone" | "file") => void,
 *   audible: boolean, onAudible: (on: boolean) => void, onRecord: () => void, onPlay: (file: File) => void, barrier: string | null }} props
 */
export function Recorder({ session, ready, source, onSource, audible, onAudible, onRecord, onPlay, barrier }) {
  const { phase, fileSeconds } = useStore(session.state);
  const [file, setFile] = useState(/** @type {File | null} */ (null));
  const [over, setOver] = useState(false);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const active = phase === "streaming" || phase === "starting";
  const idle = phase === "idle";
  const words = { idle: source === "file" ? "Play" : "Record", starting: "Starting", streaming: "Stop", finishing: "Finishing" }[phase];
  const press = () => (active ? void session.stop() : source === "file" ? file && onPlay(file) : onRecord());
  const disabled = phase === "finishing" || (idle && (!ready || (source === "file" ? !file : barrier !== null)));
  const take = (/** @type {FileList | null | undefined} */ files) => {
    const [first] = files ?? [];
    if (!first) return;
    setFile(first);
    onSource("file");
  };
  return html`<div class=${`card recorder ${over ? "over" : ""}`}
    onDragOver=${(/** @type {DragEvent} */ event) => { event.preventDefault(); setOver(true); }} onDragLeave=${() => setOver(false)}
    onDrop=${(/** @type {DragEvent} */ event) => { event.preventDefault(); setOver(false); if (idle) take(event.dataTransfer?.files); }}>
    <button type="button" class=${`record-button ${active ? "active" : ""} ${source}`} disabled=${disabled} onClick=${press} aria-label=${`${words}${source === "file" && idle && file ? ` ${file.name}` : ""}`}>
      <span class="record-sign" aria-hidden="true"></span><span>${words}</span>
    </button>
    <div class="recorder-middle">
      <div class="segments" role="group" aria-label="Source">
        ${/** @type {const} */ ([["microphone", "Microphone"], ["file", "File"]]).map(([id, title]) => html`<label key=${id} class="segment">
          <input type="radio" name="speak-source" checked=${source === id} disabled=${!idle} onChange=${() => onSource(id)} /><span>${title}</span>
        </label>`)}
      </div>
      <${LevelMeter} level=${session.level} active=${active} source=${source} />
    </div>
    <div class="recorder-end"><${Elapsed} store=${session.elapsed} of=${source === "file" ? fileSeconds : null} /></div>
    ${source === "file" && html`<div class="recorder-file row">
      <input class="visually-hidden" id="speak-file" type="file" accept="audio/*,video/*,.wav,.flac,.mp3,.ogg,.opus,.m4a" ref=${input} disabled=${!idle} onChange=${() => take(input.current?.files)} />
      <label class="button" for="speak-file">Choose file</label>
      <span class="recorder-name">${file ? file.name : html`<span class="faint">or drop one here; it streams at the pace of speech</span>`}</span>
      <${Check} checked=${audible} onChange=${onAudible} disabled=${!idle}>Hear it<//>
    </div>`}
  </div>`;
}
