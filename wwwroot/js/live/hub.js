// @ts-check
/** The live hub: one connection for the page, its messages handed to whoever watches the trial. */
import { createHubConnection, ensureStarted, signalR } from "../ui/signalr.js";

/** @typedef {import("./speak/transcript-state.js").TranscriptEvent} TranscriptEvent */
/** @typedef {{ onEvent(event: TranscriptEvent): void, onClosed(): void, onLost(): void, onBack(): void }} Watcher */

const hub = createHubConnection("/hubs/live");
/** @type {Map<string, Watcher>} */
const watchers = new Map();

hub.on("Partial", (trial, label, segment, stable, unstable, audioSeconds, delaySeconds) =>
  watchers.get(trial)?.onEvent({ type: "partial", label, segment, stable, unstable, audioSeconds, delaySeconds }));
hub.on("Final", (trial, label, segment, text, _words, _starts, _ends, audioSeconds, delaySeconds) =>
  watchers.get(trial)?.onEvent({ type: "final", label, segment, text, audioSeconds, delaySeconds }));
hub.on("Finished", (trial, label, audioSeconds, processingSeconds) =>
  watchers.get(trial)?.onEvent({ type: "finished", label, audioSeconds, processingSeconds }));
hub.on("Failed", (trial, label, _code, message) => watchers.get(trial)?.onEvent({ type: "failed", label, message }));
hub.on("Closed", (trial) => watchers.get(trial)?.onClosed());
hub.onreconnecting(() => watchers.forEach((watcher) => watcher.onLost()));
hub.onreconnected(() => watchers.forEach((watcher) => watcher.onBack()));

/** The sentence in what the hub refused with: "An unexpected error … HubException: code: sentence". @param {unknown} error @returns {Error} */
function readable(error) {
  const text = error instanceof Error ? error.message : String(error);
  return new Error(/HubException: (?:[a-z-]+: )?(.+)$/s.exec(text)?.[1] ?? text, { cause: error });
}

/** @template T @param {Promise<T>} call @returns {Promise<T>} */
const calling = (call) => call.catch((error) => { throw readable(error); });

export const liveHub = {
  connect: () => ensureStarted(hub),
  isConnected: () => hub.state === signalR.HubConnectionState.Connected,
  /** @param {string} trial @param {Watcher} watcher @returns {() => void} ends it */
  attach(trial, watcher) {
    watchers.set(trial, watcher);
    return () => void (watchers.get(trial) === watcher && watchers.delete(trial));
  },
  /** Subscribes to a trial's results; what is known already is sent at once. @param {string} trial */
  watch: (trial) => calling(hub.invoke("Watch", trial)),
  /** @param {string} trial @returns {Promise<number>} samples that the server has */
  received: async (trial) => Number(await calling(hub.invoke("Received", trial))),
  /** @param {string} trial @param {number} from first sample @returns {{ next(bytes: Uint8Array): void, complete(): void, done: Promise<void> }} */
  upload(trial, from) {
    const subject = new signalR.Subject();
    const done = calling(hub.invoke("UploadAudio", trial, from, subject));
    return { next: (bytes) => subject.next(bytes), complete: () => subject.complete(), done };
  },
};

/** @typedef {typeof liveHub} LiveHub */
