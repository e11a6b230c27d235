// @ts-check
/**
 * Several clips on one clock. All sources of a generation start at the same time with the same loop; one gain node each
 * decides which one sounds. Switching fades out, then in (envelope.js); seeking and a new loop start a new generation.
 */
import { createStore } from "../ui/store.js";
import { fadeInCurve, fadeOutCurve, fadeSeconds, loopPosition, planSwitch, renderLoop } from "./envelope.js";

/** @typedef {{ playing: boolean, active: string, start: number, end: number, length: number }} PlayerState times in seconds; [start, end) is the loop */
/** @typedef {{ loop?: boolean, restartOnSwitch?: boolean }} PlayerRules whether playing goes round (else it ends), and whether another clip begins at the loop's start */

const fadeIn = fadeInCurve(65);
const fadeOut = fadeOutCurve(65);
/** Whether someone else decides when a context runs. @param {BaseAudioContext} context */
const isOffline = (context) => typeof OfflineAudioContext !== "undefined" && context instanceof OfflineAudioContext;
/** Shortest loop, seconds (ITU-R BS.1534-3). */
export const shortestLoop = 0.5;

export class SwitchPlayer {
  /** @type {Map<string, AudioBuffer>} */
  #clips = new Map();
  /** @type {Map<string, AudioBuffer>} rendered loops of the present region */
  #loops = new Map();
  /** @type {{ master: GainNode, gains: Map<string, GainNode>, sources: AudioBufferSourceNode[], begun: number, offset: number } | null} */
  #generation = null;
  #sounding = "";
  #busyUntil = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer = undefined;
  #rest = 0; // position from the loop's start while nothing plays, seconds
  /** @type {Required<PlayerRules>} */
  #rules = { loop: true, restartOnSwitch: false };

  /** @param {BaseAudioContext} context an offline one is driven by whoever renders it */
  constructor(context) {
    this.context = context;
    this.output = context.createGain();
    this.output.connect(context.destination);
    this.state = createStore(/** @type {PlayerState} */ ({ playing: false, active: "", start: 0, end: 0, length: 0 }));
  }

  /** @param {Partial<PlayerState>} part */
  #patch(part) {
    this.state.update((known) => ({ ...known, ...part }));
  }

  /** @param {Map<string, AudioBuffer>} clips by label, decoded in this player's context @param {string} active @param {PlayerRules} [rules] */
  load(clips, active, { loop = true, restartOnSwitch = false } = {}) {
    this.pause();
    this.#rules = { loop, restartOnSwitch };
    this.#clips = clips;
    this.#loops.clear();
    this.#rest = 0;
    const length = Math.max(0, ...[...clips.values()].map((clip) => clip.duration));
    this.state.set({ playing: false, active, start: 0, end: length, length });
  }

  /** Level of everything, 0..1; changes glide. @param {number} level */
  setVolume(level) {
    this.output.gain.setTargetAtTime(Math.max(0, Math.min(1, level)), this.context.currentTime, 0.02);
  }

  /** Where the sound is, in seconds of the clip. */
  position() {
    const { start, end } = this.state.get();
    if (!this.#generation) return start + this.#rest;
    const elapsed = Math.max(0, this.context.currentTime - this.#generation.begun);
    if (!this.#rules.loop) return Math.min(end, start + this.#generation.offset + elapsed);
    return start + loopPosition(elapsed, this.#generation.offset, end - start);
  }

  /** @param {string} label */
  #loop(label) {
    const known = this.#loops.get(label);
    const clip = this.#clips.get(label);
    if (known || !clip) return known;
    const { start, end } = this.state.get();
    const [first, last] = [Math.round(start * clip.sampleRate), Math.round(end * clip.sampleRate)];
    const loop = this.context.createBuffer(clip.numberOfChannels, Math.max(1, last - first), clip.sampleRate);
    for (let channel = 0; channel < clip.numberOfChannels; channel++) {
      loop.copyToChannel(/** @type {Float32Array<ArrayBuffer>} */ (renderLoop(clip.getChannelData(channel), first, Math.max(first + 1, last), clip.sampleRate)), channel);
    }
    this.#loops.set(label, loop);
    return loop;
  }

  /** @param {number} offset seconds into the loop */
  #begin(offset) {
    const { context } = this;
    const active = this.state.get().active;
    const master = context.createGain();
    master.connect(this.output);
    // Rendering the loops may take a moment: the common start is set after it.
    const prepared = [...this.#clips.keys()].map((label) => ({ label, buffer: this.#loop(label) }));
    // A whole sample, so that no browser interpolates.
    const begun = Math.ceil(Math.max(context.currentTime + 0.02, this.#busyUntil) * context.sampleRate) / context.sampleRate;
    /** @type {Map<string, GainNode>} */
    const gains = new Map();
    const sources = prepared.map(({ label, buffer }) => {
      const source = context.createBufferSource();
      const gain = context.createGain();
      source.buffer = buffer ?? null;
      source.loop = this.#rules.loop;
      gain.gain.value = label === active ? 1 : 0;
      source.connect(gain).connect(master);
      source.start(begun, offset);
      gains.set(label, gain);
      return source;
    });
    master.gain.setValueAtTime(0, context.currentTime);
    master.gain.setValueCurveAtTime(fadeIn, begun, fadeSeconds);
    this.#busyUntil = begun + fadeSeconds;
    this.#sounding = active;
    const generation = { master, gains, sources, begun, offset };
    this.#generation = generation;
    if (!this.#rules.loop) sources[0]?.addEventListener("ended", () => this.#ended(generation));
  }

  /** @param {object} generation that came to its end by itself, unless another has taken its place */
  #ended(generation) {
    if (this.#generation !== generation) return;
    this.#generation.master.disconnect();
    this.#generation = null;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#rest = 0;
    this.#patch({ playing: false });
  }

  #end() {
    const generation = this.#generation;
    if (!generation) return;
    this.#generation = null;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const out = Math.max(this.context.currentTime + 0.002, this.#busyUntil);
    generation.master.gain.setValueCurveAtTime(fadeOut, out, fadeSeconds);
    this.#busyUntil = out + fadeSeconds;
    for (const source of generation.sources) source.stop(this.#busyUntil + 0.001);
    generation.sources[0]?.addEventListener("ended", () => generation.master.disconnect());
  }

  async play() {
    if (this.#generation || this.#clips.size === 0) return;
    if (this.context.state !== "running" && !isOffline(this.context)) await /** @type {AudioContext} */ (this.context).resume();
    if (this.#generation) return;
    this.#begin(this.#rest);
    this.#patch({ playing: true });
  }

  pause() {
    if (!this.#generation) return;
    this.#rest = this.position() - this.state.get().start;
    this.#end();
    this.#patch({ playing: false });
  }

  toggle() {
    if (this.#generation) this.pause();
    else void this.play();
  }

  /** @param {number} seconds in the clip; outside the loop its start is taken */
  seek(seconds) {
    const { start, end } = this.state.get();
    this.#rest = seconds >= start && seconds < end ? seconds - start : 0;
    if (!this.#generation) return;
    this.#end();
    this.#begin(this.#rest);
  }

  /** @param {number} start seconds @param {number} end seconds; at least half a second later */
  setLoop(start, end) {
    const { length } = this.state.get();
    const shortest = Math.min(shortestLoop, length);
    const first = Math.max(0, Math.min(start, length - shortest));
    const last = Math.min(length, Math.max(end, first + shortest));
    const position = this.position();
    this.#loops.clear();
    this.#patch({ start: first, end: last });
    this.seek(position);
  }

  /** Makes another clip sound, in place. @param {string} label */
  switchTo(label) {
    if (!this.#clips.has(label)) return;
    const same = label === this.state.get().active;
    this.#patch({ active: label });
    if (same || !this.#rules.restartOnSwitch) return this.#apply();
    this.#rest = 0;
    this.seek(this.state.get().start);
  }

  #apply() {
    const { active } = this.state.get();
    const generation = this.#generation;
    if (!generation || active === this.#sounding || this.#timer !== undefined) return;
    const now = this.context.currentTime;
    if (now < this.#busyUntil) {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#apply();
      }, (this.#busyUntil - now) * 1000 + 1);
      return;
    }
    const plan = planSwitch(now, this.#busyUntil);
    generation.gains.get(this.#sounding)?.gain.setValueCurveAtTime(fadeOut, plan.out, fadeSeconds);
    generation.gains.get(active)?.gain.setValueCurveAtTime(fadeIn, plan.in, fadeSeconds);
    this.#busyUntil = plan.end;
    this.#sounding = active;
  }
}
