// @ts-check
/**
 * Playing on a page: the switching player, what has been heard, and the log of it. A sequence (DCR, CCR) is one clip of two
 * parts; everything else is clips side by side.
 */
import { peaksOf } from "../../playback/peaks.js";
import { SwitchPlayer } from "../../playback/switch-player.js";
import { createStore } from "../../ui/store.js";
import { decode, sequence, unlockAudio } from "./audio-store.js";
import { Heard } from "./heard.js";

/** @typedef {{ label: string, audio: string }} Source */
/** @typedef {{ sequence?: boolean, loop?: boolean, restartOnSwitch?: boolean, peaksOf?: string }} PlaybackRules `peaksOf`: the label whose waveform may be drawn */
/** @typedef {{ loading: boolean, problem: string, interrupted: boolean, sounding: string, whole: number, peaks: import("../../ui/waveform.js").Peaks | null }} PlaybackState `sounding`: the label that is heard now, empty while nothing is; `whole`: how many clips have sounded as a whole */

/** Silence between the parts of a sequence, seconds (ITU-T P.800 annexes D and E). */
const gap = 0.5;
const joined = "sequence";
const tick = 50;

/** The listener's level for the whole test, 0..1, set on the volume page. */
export const volume = createStore(1);

export class Playback {
  /** @type {{ label: string, from: number, to: number }[]} of a sequence, seconds */
  parts = [];
  heard = new Heard();
  #timer = /** @type {ReturnType<typeof setInterval> | undefined} */ (undefined);
  #last = 0;
  #sounding = "";
  /** Labels whose whole was logged. @type {Set<string>} */
  #whole = new Set();
  #closed = false;

  /** @param {import("./event-log.js").EventLog} log */
  constructor(log) {
    this.log = log;
    this.context = unlockAudio();
    this.player = new SwitchPlayer(this.context);
    this.player.output.gain.value = volume.get();
    this.state = createStore(/** @type {PlaybackState} */ ({ loading: true, problem: "", interrupted: false, sounding: "", whole: 0, peaks: null }));
    this.#unsubscribe = [volume.subscribe((level) => this.player.setVolume(level)), this.player.state.subscribe(() => this.#follow())];
    this.context.addEventListener("statechange", this.#contextChanged);
  }

  /** @type {(() => void)[]} */
  #unsubscribe;

  /** @param {Partial<PlaybackState>} part */
  #patch(part) {
    this.state.update((known) => ({ ...known, ...part }));
  }

  /** @param {Source[]} sources @param {PlaybackRules} rules @param {string} active label that sounds first */
  async load(sources, rules, active) {
    this.#patch({ loading: true, problem: "" });
    try {
      const buffers = new Map(await Promise.all(sources.map(async ({ label, audio }) => /** @type {const} */ ([label, await decode(this.context, audio)]))));
      if (this.#closed) return;
      for (const [label, buffer] of buffers) this.heard.clip(label, buffer.duration);
      if (rules.sequence) {
        const clips = [...buffers.values()];
        let at = 0;
        this.parts = [...buffers].map(([label, { duration }]) => {
          const part = { label, from: at, to: at + duration };
          at += duration + gap;
          return part;
        });
        this.player.load(new Map([[joined, sequence(this.context, clips, gap)]]), joined, { loop: false });
      } else this.player.load(buffers, active, rules);
      const drawn = rules.peaksOf ? buffers.get(rules.peaksOf) : undefined;
      this.#patch({ loading: false, peaks: drawn ? peaksOf(drawn.getChannelData(0), 800) : null });
      this.log.add("load", { details: `${sources.length} clips, ${this.context.sampleRate} Hz` });
    } catch (error) {
      if (!this.#closed) this.#patch({ loading: false, problem: error instanceof Error ? error.message : String(error) });
    }
  }

  /** The label that sounds at the player's position. */
  #labelNow() {
    const { playing, active } = this.player.state.get();
    if (!playing) return "";
    if (this.parts.length === 0) return active;
    const position = this.player.position();
    return this.parts.find(({ from, to }) => position >= from && position < to)?.label ?? "";
  }

  #follow() {
    const { playing } = this.player.state.get();
    if (playing && this.#timer === undefined) {
      this.#last = this.player.position();
      this.#timer = setInterval(() => this.#measure(), tick);
    } else if (!playing && this.#timer !== undefined) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      this.#hear(this.#reached());
    }
    this.#name();
  }

  /** Where the player is, or the end where it came there by itself. */
  #reached() {
    const position = this.player.position();
    const { start, end, playing } = this.player.state.get();
    return !playing && position === start && this.#last > start && end - this.#last < 0.3 ? end : position;
  }

  #measure() {
    this.#hear(this.player.position());
    this.#name();
  }

  /** @param {number} position */
  #hear(position) {
    const { start, end } = this.player.state.get();
    const { context } = this;
    if (context.state === "running" && this.parts.length === 0) this.heard.sounded(this.player.state.get().active, this.#last, position, [start, end]);
    for (const { label, from, to } of this.parts) {
      const [first, last] = [Math.max(from, this.#last), Math.min(to, position)];
      if (last > first) this.heard.sounded(label, first - from, last - from, [0, to - from]);
    }
    this.#last = position;
    this.#noteWhole();
  }

  /** Logs once when all of a clip has sounded. */
  #noteWhole() {
    for (const label of this.heard.labels()) {
      if (this.#whole.has(label) || !this.heard.finished(label)) continue;
      this.#whole.add(label);
      this.log.add("heard", { label });
      this.#patch({ whole: this.#whole.size });
    }
  }

  #name() {
    const label = this.#labelNow();
    if (label === this.#sounding) return;
    const before = this.#sounding;
    this.#sounding = label;
    if (label) this.heard.start(label);
    const position = this.player.position();
    if (label && before && this.parts.length === 0) this.log.add("switch", { label, position });
    else if (label) this.log.add("play", { label, position });
    else if (before && !this.player.state.get().playing) this.log.add(position === this.player.state.get().start ? "ended" : "pause", { label: before, position });
    this.#patch({ sounding: label });
    this.#noteWhole();
  }

  #contextChanged = () => {
    if (this.context.state === "running") this.#patch({ interrupted: false });
    else if (this.player.state.get().playing) {
      this.log.add("interrupted", { details: this.context.state });
      this.#patch({ interrupted: true });
    }
  };

  /** After another program or a call took the sound away. Call it in a click. */
  async resume() {
    await this.context.resume();
    this.log.add("resume");
    this.#patch({ interrupted: this.context.state !== "running" });
  }

  /** Makes a clip sound. Call it in a click or key press. @param {string} label */
  hear(label) {
    if (this.state.get().loading) return;
    const part = this.parts.find((known) => known.label === label);
    if (part) this.seek(part.from);
    else {
      this.#measure();
      this.player.switchTo(label);
    }
    void this.player.play();
  }

  toggle() {
    if (!this.state.get().loading) this.player.toggle();
  }

  pause() {
    this.player.pause();
  }

  /** @param {number} seconds */
  seek(seconds) {
    this.player.seek(seconds);
    this.#last = this.player.position();
    this.log.add("seek", { position: this.#last });
  }

  /** @param {number} start @param {number} end seconds */
  setLoop(start, end) {
    this.player.setLoop(start, end);
    this.#last = this.player.position();
    const loop = this.player.state.get();
    this.log.add("loop", { position: loop.start, details: `${loop.start.toFixed(3)}-${loop.end.toFixed(3)}` });
  }

  close() {
    this.#closed = true;
    this.player.pause();
    clearInterval(this.#timer);
    for (const end of this.#unsubscribe) end();
    this.context.removeEventListener("statechange", this.#contextChanged);
    setTimeout(() => this.player.output.disconnect(), 100);
  }
}
