// @ts-check
import { useEffect } from "/lib/preact-hooks.js";
import { createHubConnection, ensureStarted } from "../ui/signalr.js";

/**
 * Calls back whenever a run has changed, and after a connection came back.
 * @param {string} id a run's id, or "all" @param {() => void} changed
 */
export function useRunChanges(id, changed) {
  useEffect(() => {
    const hub = createHubConnection("/hubs/runs");
    const watch = () => hub.invoke("Watch", id);
    hub.on("Changed", changed);
    hub.onreconnected(() => void watch().then(changed, () => {}));
    ensureStarted(hub).then(watch).catch(() => {}); // the page still shows what it has read; the header says that it is not connected
    return () => void hub.stop();
  }, [id, changed]);
}
