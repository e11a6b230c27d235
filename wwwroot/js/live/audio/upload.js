// @ts-check
/**
 * The upload of one utterance: frames go out as they come; after a lost connection everything from the sample that the
 * server lacks is sent again. Nothing that was captured is lost while this page is open.
 */
import { AudioJournal, frameBytes } from "./journal.js";

/**
 * @typedef {{ watch(trial: string): Promise<unknown>, received(trial: string): Promise<number>, upload(trial: string, from: number): { next(bytes: Uint8Array): void, complete(): void, done: Promise<void> } }} UploadHub
 */

export class UtteranceUpload {
  /** @type {{ next(bytes: Uint8Array): void, complete(): void } | null} */
  #stream = null;
  #trial = "";
  #ended = false;

  /**
   * @param {UploadHub} hub
   * @param {(error: unknown) => void} onError a failure that is not the connection's
   * @param {AudioJournal} [journal]
   */
  constructor(hub, onError, journal = new AudioJournal()) {
    this.hub = hub;
    this.onError = onError;
    this.journal = journal;
  }

  get samples() {
    return this.journal.length;
  }

  /** Takes a frame, also before the trial exists and while the connection is away. @param {Int16Array} frame */
  push(frame) {
    if (this.#ended) return;
    this.journal.append(frame);
    this.#stream?.next(frameBytes(frame));
  }

  /** Begins sending to a trial. @param {string} trial */
  async begin(trial) {
    this.#trial = trial;
    await this.hub.watch(trial);
    this.#open(0);
  }

  /** The connection is gone: frames wait in the journal. */
  lost() {
    this.#stream = null;
  }

  /** The connection is back: sends again what the server lacks. */
  async back() {
    if (!this.#trial) return;
    this.#stream = null;
    await this.hub.watch(this.#trial);
    const received = await this.hub.received(this.#trial);
    this.#open(received);
  }

  /** The server has closed the trial: nothing is to be sent any more. */
  close() {
    this.#ended = true;
    this.#trial = "";
    this.#stream = null;
  }

  /** Ends the utterance after all frames. */
  end() {
    if (this.#ended) return;
    this.#ended = true;
    this.#complete();
  }

  #complete() {
    if (!this.#stream) return;
    this.#stream.complete();
    this.#stream = null;
  }

  /** @param {number} from */
  #open(from) {
    const stream = this.hub.upload(this.#trial, from);
    this.#stream = stream;
    stream.done.catch((error) => {
      if (this.#stream !== stream && !this.#ended) return; // replaced after a reconnect
      if (!isConnectionError(error)) this.onError(error);
    });
    this.journal.acknowledge(from);
    for (const frame of this.journal.from(from)) stream.next(frameBytes(frame));
    if (this.#ended) this.#complete();
  }
}

/** @param {unknown} error */
const isConnectionError = (error) => error instanceof Error && /connection|transport|websocket/i.test(error.message);
