// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";
import { messageOf } from "../../ui/api.js";
import { ClipPlayer } from "../../ui/clip-player.js";
import { Button, Notice } from "../../ui/components.js";
import { clock, number } from "../../ui/format.js";
import { createStore } from "../../ui/store.js";
import { uploadClip } from "../../ui/upload-clips.js";
import { frameSamples, streamRate } from "../audio/framing.js";
import { openMicrophone } from "../audio/microphone.js";
import { wavBlob } from "../audio/wav.js";
import { LevelMeter } from "../speak/level-meter.js";

/** @typedef {{ sha256: string, name: string, seconds: number, sampleRate?: number, channels?: number }} Clip */

const longestRecording = 60; // seconds

/**
 * The recording that goes through the tokenizers: recorded, chosen or dropped.
 * @param {{ clip: Clip | null, onClip: (clip: Clip) => void, disabled?: boolean }} props
 */
export function ClipSource({ clip, onClip, disabled }) {
  const [busy, setBusy] = useState("");
  const [problem, setProblem] = useState("");
  const [over, setOver] = useState(false);
  const [recorded, setRecorded] = useState(0);
  const recording = useRef(/** @type {{ frames: Int16Array[], capture: import("../audio/microphone.js").Capture | null } | null} */ (null));
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const level = useRef(createStore({ peak: 0, rms: 0 })).current;
  useEffect(() => () => void recording.current?.capture?.stop(), []);

  const send = async (/** @type {Blob} */ blob, /** @type {string} */ name) => {
    setProblem("");
    if (blob.size === 0) return setProblem(`${name} is empty. Choose another file.`);
    setBusy("Uploading");
    try {
      onClip(await uploadClip(blob, name));
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy("");
  };
  const finish = async () => {
    const done = recording.current;
    if (!done) return;
    await done.capture?.stop();
    recording.current = null;
    level.set({ peak: 0, rms: 0 });
    setRecorded(0);
    if (done.frames.length === 0) return setProblem("Nothing was recorded.");
    await send(wavBlob(done.frames, streamRate), "recording.wav");
  };
  const record = async () => {
    if (recording.current) return finish();
    setProblem("");
    /** @type {Int16Array[]} */
    const frames = [];
    recording.current = { frames, capture: null };
    try {
      const capture = await openMicrophone({
        clean: false,
        onFrame: (frame) => {
          frames.push(frame);
          const length = (frames.length * frameSamples) / streamRate;
          setRecorded(length);
          if (length >= longestRecording) void finish();
        },
        onLevel: (now) => level.set(now),
        onLost: (text) => { setProblem(text); void finish(); },
      });
      recording.current.capture = capture;
      setRecorded(0.001);
    } catch (error) {
      recording.current = null;
      setProblem(messageOf(error));
    }
  };
  const take = (/** @type {FileList | null | undefined} */ files) => {
    const [file] = files ?? [];
    if (file) void send(file, file.name);
    if (input.current) input.current.value = "";
  };

  const active = recorded > 0;
  return html`<div class=${`card clip-source stack-s ${over ? "over" : ""}`}
    onDragOver=${(/** @type {DragEvent} */ event) => { event.preventDefault(); setOver(true); }} onDragLeave=${() => setOver(false)}
    onDrop=${(/** @type {DragEvent} */ event) => { event.preventDefault(); setOver(false); if (!disabled) take(event.dataTransfer?.files); }}>
    <div class="row">
      <input class="visually-hidden" id="drop-file" type="file" accept="audio/*,video/*,.wav,.flac,.mp3,.ogg,.opus,.m4a" ref=${input} disabled=${disabled || active} onChange=${() => take(input.current?.files)} />
      <label class="button primary" for="drop-file">Choose a file</label>
      <${Button} kind=${active ? "danger" : undefined} disabled=${disabled || busy !== ""} onClick=${record}>${active ? `Stop (${clock(recorded)})` : "Record"}<//>
      <span class="faint">${busy ? `${busy}…` : active ? `up to ${longestRecording} seconds` : "or drop audio here. Excerpts of 5 to 12 seconds are easiest to rate."}</span>
    </div>
    ${active && html`<${LevelMeter} level=${level} active=${true} source="microphone" />`}
    ${problem && html`<${Notice} tone="bad" onClose=${() => setProblem("")}>${problem}<//>`}
    ${clip && html`<div class="stack-s">
      <div class="spread"><strong class="clip-name">${clip.name}</strong><span class="faint num">${clip.sampleRate ? `${number(clip.sampleRate / 1000, clip.sampleRate % 1000 ? 1 : 0)} kHz · ` : ""}${clip.channels ? `${clip.channels === 1 ? "mono" : `${clip.channels} channels`}` : ""}</span></div>
      <${ClipPlayer} key=${clip.sha256} src=${`/api/clips/${clip.sha256}.wav`} peaksSrc=${`/api/clips/${clip.sha256}/peaks?count=800`} label=${clip.name} seconds=${clip.seconds} />
    </div>`}
  </div>`;
}
