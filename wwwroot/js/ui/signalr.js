// @ts-check
/** The SignalR client (UMD files) as a module, and the live hub's connection with its state in the page's header. */
import "/lib/signalr.js";
import "/lib/signalr-msgpack.js";
import { connection as connectionState } from "./shell.js";

/** @typedef {import("@microsoft/signalr").HubConnection} HubConnection */

/** @type {typeof import("@microsoft/signalr")} */
export const signalR = /** @type {any} */ (globalThis).signalR;
/** @type {typeof import("@microsoft/signalr-protocol-msgpack")} */
const messagePack = /** @type {any} */ (signalR).protocols.msgpack;

/** Waits between attempts to reconnect, in milliseconds: quick at first, then every five seconds, without giving up. */
const reconnectDelays = { nextRetryDelayInMilliseconds: (/** @type {{ previousRetryCount: number }} */ retry) => [0, 300, 1000, 2000][retry.previousRetryCount] ?? 5000 };

/**
 * A connection to a hub that reconnects by itself and shows its state in the header.
 * @param {string} path such as `/hubs/live`
 * @returns {HubConnection}
 */
export function createHubConnection(path) {
  const hub = new signalR.HubConnectionBuilder()
    .withUrl(path, { withCredentials: true })
    .withHubProtocol(new messagePack.MessagePackHubProtocol())
    .withAutomaticReconnect(reconnectDelays)
    .configureLogging(signalR.LogLevel.None)
    .build();
  hub.onreconnecting(() => connectionState.set("reconnecting"));
  hub.onreconnected(() => connectionState.set("connected"));
  hub.onclose(() => connectionState.set("disconnected"));
  return hub;
}

/**
 * Starts the connection if it is not running. Concurrent calls share one start.
 * @param {HubConnection} hub
 */
export async function ensureStarted(hub) {
  if (hub.state === signalR.HubConnectionState.Connected) return;
  const running = starting.get(hub);
  if (running) return running;
  const start = (async () => {
    if (hub.state === signalR.HubConnectionState.Disconnected) {
      connectionState.set("connecting");
      try {
        await hub.start();
        connectionState.set("connected");
      } catch (cause) {
        connectionState.set("disconnected");
        throw cause;
      }
    } else {
      await until(() => hub.state === signalR.HubConnectionState.Connected, 15_000);
    }
  })();
  starting.set(hub, start);
  try {
    await start;
  } finally {
    starting.delete(hub);
  }
}

/** @type {Map<HubConnection, Promise<void>>} */
const starting = new Map();

/** @param {() => boolean} condition @param {number} timeout milliseconds */
async function until(condition, timeout) {
  for (let waited = 0; waited < timeout; waited += 100) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The connection to the server did not come back. Check that the server runs, then try again.");
}
