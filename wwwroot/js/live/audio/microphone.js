// @ts-check
/** The microphone as 16 kHz frames, with every way of failing said in a sentence. */

/** @typedef {{ peak: number, rms: number }} Level linear, 0..1 */
/** @typedef {{ stop(): Promise<void> }} Capture `stop` resolves when the last frame was delivered */

/** @param {unknown} error @returns {string} */
function microphoneProblem(error) {
  switch (/** @type {{ name?: string }} */ (error)?.name) {
    case "NotAllowedError":
    case "SecurityError":
      return "The browser may not use the microphone. Allow it in the address bar (or in the system's privacy settings), then record again. Playing a file works without it.";
    case "NotFoundError":
    case "OverconstrainedError":
      return "No microphone was found. Connect one, then record again – or play a file instead.";
    case "NotReadableError":
    case "AbortError":
      return "The microphone is there but gives no audio: another program may be using it. Close that program, then record again.";
    default:
      return `The microphone could not be opened: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Why this page can never open a microphone here, or null. */
export function microphoneBarrier() {
  if (!globalThis.isSecureContext) {
    return "Browsers give a microphone only to pages on localhost or over HTTPS. Open SpeechScoop as http://localhost:… on the machine it runs on, or put HTTPS in front of it (the README says how). Playing a file works here.";
  }
  if (!navigator.mediaDevices?.getUserMedia || !globalThis.AudioWorkletNode) {
    return "This browser cannot record from a microphone. A current Chrome, Edge, Firefox or Safari can. Playing a file works here.";
  }
  return null;
}

/**
 * Opens the microphone and delivers frames until stopped or lost.
 * @param {{ clean: boolean, onFrame: (frame: Int16Array) => void, onLevel: (level: Level) => void, onLost: (message: string) => void }} options
 *   `clean`: the browser's noise suppression, echo cancellation and automatic gain
 * @returns {Promise<Capture>}
 */
export async function openMicrophone({ clean, onFrame, onLevel, onLost }) {
  const barrier = microphoneBarrier();
  if (barrier) throw new Error(barrier);
  /** @type {MediaStream} */
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: { ideal: 1 }, echoCancellation: clean, noiseSuppression: clean, autoGainControl: clean },
    });
  } catch (error) {
    throw new Error(microphoneProblem(error), { cause: error });
  }
  const context = new AudioContext({ latencyHint: "interactive" });
  try {
    await context.resume();
    await context.audioWorklet.addModule("/worklets/capture.js");
  } catch (error) {
    for (const track of stream.getTracks()) track.stop();
    await context.close();
    throw new Error(microphoneProblem(error), { cause: error });
  }
  return capture(stream, context, { onFrame, onLevel, onLost });
}

/**
 * @param {MediaStream} stream
 * @param {AudioContext} context
 * @param {{ onFrame: (frame: Int16Array) => void, onLevel: (level: Level) => void, onLost: (message: string) => void }} handlers
 * @returns {Capture}
 */
function capture(stream, context, { onFrame, onLevel, onLost }) {
  const source = context.createMediaStreamSource(stream);
  const node = new AudioWorkletNode(context, "capture", { numberOfOutputs: 0 });
  const [track] = stream.getAudioTracks();
  /** @type {() => void} */
  let flushed = () => {};
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => { flushed = resolve; });
  node.port.onmessage = ({ data }) => {
    if (data.type === "ended") return flushed();
    onFrame(data.frame);
    onLevel(data.level);
  };
  source.connect(node);

  /** @type {Promise<void> | null} */
  let stopping = null;
  const stop = () => (stopping ??= (async () => {
    track.onended = null;
    context.onstatechange = null;
    node.port.postMessage("stop");
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 500))]);
    source.disconnect();
    for (const each of stream.getTracks()) each.stop();
    await context.close();
  })());

  track.onended = () => {
    void stop();
    onLost("The microphone was taken away (unplugged, or its permission was withdrawn). What was said until then is kept and finished.");
  };
  // A call or another application may interrupt the context; it goes on as soon as the browser allows it.
  context.onstatechange = () => { if (context.state !== "closed" && context.state !== "running") void context.resume(); };
  return { stop };
}
