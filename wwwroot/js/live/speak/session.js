// @ts-check
import { messageOf } from "../../ui/api.js";
import { createStore } from "../../ui/store.js";
import { openFileStream } from "../audio/file-stream.js";
import { streamRate } from "../audio/framing.js";
import { openMicrophone } from "../audio/microphone.js";
import { UtteranceUpload } from "../audio/upload.js";
import { liveHub } from "../hub.js";
import { cancelTrial, createTrial } from "../trial-api.js";
import { applyEvent } from "./transcript-state.js";

/**
 * @typedef {"idle" | "starting" | "streaming" | "finishing"} Phase
 * @typedef {{ phase: Phase, source: "microphone" | "file", away: boolean, message: { tone: "warn" | "bad", text: string } | null, columns: import("./transcript-state.js").Columns, fileSeconds: number | null }} SessionState
 * @typedef {{ systems: object[], blind: boolean, keepAudio: boolean }} Setup
 */

const closeTimeout = 60_000;

/** One recognition at a time: from the click on record or play until every system has finished. */
export class RecognitionSession {
  /** @param {import("../trial-model.js").TrialModel} model */
  constructor(model) {
    this.model = model;
    this.state = createStore(/** @type {SessionState} */ ({ phase: "idle", source: "microphone", away: false, message: null, columns: {}, fileSeconds: null }));
    /** Level of the newest frame, for the meter. */
    this.level = createStore({ peak: 0, rms: 0 });
    /** Seconds captured so far. */
    this.elapsed = createStore(0);
    /** @type {import("../audio/microphone.js").Capture | null} */
    this.capture = null;
    /** @type {UtteranceUpload | null} */
    this.upload = null;
    this.detach = () => {};
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.closeTimer = undefined;
  }

  /** @param {Partial<SessionState>} part */
  #patch(part) {
    this.state.update((known) => ({ ...known, ...part }));
  }

  /** @param {Setup & { clean: boolean }} setup */
  record({ clean, ...setup }) {
    return this.#run("microphone", setup, async (handlers) => {
      const capture = await openMicrophone({ clean, ...handlers, onLost: (text) => { this.#patch({ message: { tone: "warn", text } }); void this.stop(); } });
      return { capture, seconds: null };
    });
  }

  /** @param {Blob & { name?: string }} file @param {Setup & { audible: boolean }} setup */
  play(file, { audible, ...setup }) {
    return this.#run("file", setup, async (handlers) => {
      const capture = await openFileStream(file, { audible, ...handlers, onEnd: () => void this.stop() });
      return { capture, seconds: capture.seconds };
    });
  }

  /**
   * @param {"microphone" | "file"} source
   * @param {Setup} setup
   * @param {(handlers: { onFrame: (frame: Int16Array) => void, onLevel: (level: { peak: number, rms: number }) => void }) => Promise<{ capture: import("../audio/microphone.js").Capture, seconds: number | null }>} open
   */
  async #run(source, setup, open) {
    if (this.state.get().phase !== "idle") return;
    this.#patch({ phase: "starting", source, message: null, away: false });
    this.elapsed.set(0);
    const upload = new UtteranceUpload(liveHub, (error) => this.#broken(messageOf(error)));
    this.upload = upload;
    const connected = liveHub.connect();
    connected.catch(() => {}); // reported below
    let trial = null;
    try {
      // The audio source first: what is said while the trial is being made waits in the upload's journal.
      const opened = await open({
        onFrame: (frame) => {
          upload.push(frame);
          this.elapsed.set(upload.samples / streamRate);
        },
        onLevel: (level) => this.level.set(level),
      });
      this.capture = opened.capture;
      if (this.state.get().phase === "finishing") await this.capture.stop();
      await connected;
      trial = await createTrial("recognition", { ...setup, source });
      this.#patch({ columns: {}, fileSeconds: opened.seconds });
      this.model.show(trial);
      this.#attach(trial.id, upload);
      await upload.begin(trial.id);
      if (this.state.get().phase === "starting") this.#patch({ phase: "streaming" });
    } catch (error) {
      if (trial) void cancelTrial(trial.id).catch(() => {});
      this.#broken(messageOf(error));
    }
  }

  /** @param {string} trial @param {UtteranceUpload} upload */
  #attach(trial, upload) {
    this.detach();
    this.detach = liveHub.attach(trial, {
      onEvent: (event) => this.#patch({ columns: applyEvent(this.state.get().columns, event) }),
      onClosed: () => void this.#closed(),
      onLost: () => {
        upload.lost();
        this.#patch({ away: true });
      },
      onBack: () => {
        this.#patch({ away: false });
        upload.back().catch((error) => this.#broken(messageOf(error)));
      },
    });
  }

  /** Ends the utterance; results that are still on their way arrive. */
  async stop() {
    const { phase } = this.state.get();
    if (phase !== "streaming" && phase !== "starting") return;
    this.#patch({ phase: "finishing" });
    await this.capture?.stop();
    this.capture = null;
    this.upload?.end();
    this.level.set({ peak: 0, rms: 0 });
    this.closeTimer = setTimeout(() => this.#broken("The server did not finish this utterance. What is shown is what it said until now."), closeTimeout);
  }

  async #closed() {
    await this.capture?.stop();
    this.#end();
    await this.model.refresh();
  }

  /** The utterance cannot go on: what is shown stays. @param {string} text */
  #broken(text) {
    void this.capture?.stop();
    this.#end();
    this.#patch({ message: { tone: "bad", text } });
    void this.model.refresh();
  }

  #end() {
    clearTimeout(this.closeTimer);
    this.capture = null;
    this.upload?.close();
    this.detach();
    this.level.set({ peak: 0, rms: 0 });
    this.#patch({ phase: "idle", away: false });
  }

  dismiss() {
    this.#patch({ message: null });
  }

  /** Says something inline, such as a file that cannot be used. @param {string} text */
  say(text) {
    this.#patch({ message: { tone: "bad", text } });
  }
}
