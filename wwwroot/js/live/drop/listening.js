// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useMemo, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../../ui/api.js";
import { Figures, Notice, Progress } from "../../ui/components.js";
import { bitRate, plural, realTimeFactor } from "../../ui/format.js";
import { peaksOf } from "../../playback/peaks.js";
import { SwitchPlayer } from "../../playback/switch-player.js";
import { useStore } from "../../ui/use-store.js";
import { audioContext } from "../audio/decode.js";
import { KeepButton } from "../keep-button.js";
import { MushraRating } from "../rating/mushra.js";
import { StimulusName } from "../stimulus-name.js";
import { stimulusAudio } from "../trial-api.js";
import { isHidden } from "../types.js";
import { LoopBar } from "./loop-bar.js";
import { TokenGrid } from "./token-grid.js";

/** The open reference's place among the clips. */
const reference = "reference";

/**
 * Decodes every clip of a finished trial into one player.
 * @param {import("../types.js").LiveTrial} trial
 * @param {SwitchPlayer} player
 */
function useClips(trial, player) {
  const labels = trial.stimuli.filter((stimulus) => stimulus.status === "done").map((stimulus) => stimulus.label);
  const [state, setState] = useState({ loaded: 0, problem: "", peaks: /** @type {import("../../ui/waveform.js").Peaks | null} */ (null) });
  useEffect(() => {
    const stop = new AbortController();
    /** @type {Map<string, AudioBuffer>} */
    const clips = new Map();
    setState({ loaded: 0, problem: "", peaks: null });
    const load = async () => {
      for (const label of [reference, ...labels]) {
        const bytes = await api.bytes(stimulusAudio(trial.id, label), { signal: stop.signal });
        clips.set(label, await player.context.decodeAudioData(bytes));
        if (stop.signal.aborted) return;
        setState((known) => ({ ...known, loaded: clips.size }));
      }
      const original = clips.get(reference);
      player.load(clips, reference);
      setState((known) => ({ ...known, peaks: original ? peaksOf(original.getChannelData(0), 1200) : null }));
    };
    load().catch((error) => { if (!stop.signal.aborted) setState((known) => ({ ...known, problem: messageOf(error) })); });
    return () => {
      stop.abort();
      player.pause();
    };
  }, [trial.id, labels.join()]);
  return { ...state, total: labels.length + 1 };
}

/** @param {KeyboardEvent} event */
const isTyping = (event) => event.target instanceof HTMLElement && event.target.matches("textarea, select, input:not([type=range], [type=checkbox], [type=radio])");
/** @param {KeyboardEvent} event */
const usesSpace = (event) => event.target instanceof HTMLElement && event.target.closest("button, a, summary, label, input:not([type=range])") !== null;

/** What tells conditions of one tokenizer apart. @param {import("../types.js").Stimulus} stimulus */
const conditionWords = ({ settings }) => (typeof settings?.codebooks === "number" ? plural(settings.codebooks, "codebook") : "");

/**
 * The listening part of Drop: one player, a row for each stimulus.
 * @param {{ trial: import("../types.js").LiveTrial, model: import("../trial-model.js").TrialModel, shown: boolean }} props `shown`: the tab is in front, so keys are its
 */
export function Listening({ trial, model, shown }) {
  const player = useMemo(() => new SwitchPlayer(audioContext()), []);
  const { active } = useStore(player.state);
  const { loaded, total, problem, peaks } = useClips(trial, player);
  const hidden = isHidden(trial);

  const hear = (/** @type {string} */ label) => {
    player.switchTo(label);
    void player.play();
  };
  useEffect(() => {
    if (!shown) return player.pause();
    const keys = (/** @type {KeyboardEvent} */ event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key === " " && !usesSpace(event)) {
        event.preventDefault();
        player.toggle();
      } else if (/^[0-9]$/.test(event.key)) {
        const label = event.key === "0" ? reference : trial.stimuli[Number(event.key) - 1]?.label;
        if (label) hear(label);
      }
    };
    document.addEventListener("keydown", keys);
    return () => document.removeEventListener("keydown", keys);
  }, [shown, trial]);

  const switcher = (/** @type {string} */ label, /** @type {string} */ words, /** @type {number} */ key) => html`<button type="button" class="button switch" aria-pressed=${active === label ? "true" : "false"}
    disabled=${!peaks} onClick=${() => hear(label)} aria-keyshortcuts=${key}>${key < 10 && html`<kbd aria-hidden="true">${key}</kbd>`}<span>Hear<span class="visually-hidden"> ${words}</span></span></button>`;
  return html`
    ${problem && html`<${Notice} tone="bad" title="The clips could not be loaded">${problem}<//>`}
    ${!peaks && !problem && html`<div class="card"><${Progress} value=${loaded / total} label="Loading clips" text=${`Loading clip ${Math.min(loaded + 1, total)} of ${total}`} /></div>`}
    <${LoopBar} player=${player} peaks=${peaks} />
    <div class=${`card flush stimuli ${hidden ? "hidden-names" : ""}`}>
      <div class=${`stimulus-row ${active === reference ? "sounding" : ""}`}>
        ${switcher(reference, "the reference", 0)}
        <span class="stimulus-name"><strong>Reference</strong></span>
        <span class="soft">The original. If you hear it again among the stimuli, give that one 100.</span>
      </div>
      ${trial.stimuli.map((stimulus, i) => html`<div key=${stimulus.label} class=${`stimulus-row ${active === stimulus.label ? "sounding" : ""}`}>
        ${switcher(stimulus.label, stimulus.label, i + 1)}
        <${StimulusName} stimulus=${stimulus} detail=${conditionWords(stimulus)} />
        ${stimulus.status === "failed" ? html`<p class="transcript-error" role="alert">${stimulus.error}</p>`
          : html`<${MushraRating} trial=${trial} label=${stimulus.label} disabled=${!peaks} onTouch=${() => hear(stimulus.label)} />`}
        ${!hidden && stimulus.system?.role === "system" && html`<div class="stimulus-more">
          <div class="spread"><${Figures} items=${[["Bit rate", bitRate(stimulus.bitRate)], ["Real-time factor", realTimeFactor(stimulus.realTimeFactor)]]} /><${KeepButton} stimulus=${stimulus} model=${model} /></div>
          ${stimulus.tokens?.codes && html`<details class="more"><summary>Tokens of ${stimulus.label}</summary><${TokenGrid} tokens=${stimulus.tokens} label=${stimulus.label} frameRate=${stimulus.seconds ? stimulus.tokens.frames / stimulus.seconds : null} /></details>`}
        </div>`}
      </div>`)}
    </div>
    <p class="faint">Keys: <kbd>0</kbd> reference, <kbd>1</kbd>…<kbd>${Math.min(9, trial.stimuli.length)}</kbd> stimuli, <kbd>space</kbd> play and pause. Drag over the waveform to loop a part.</p>
  `;
}
