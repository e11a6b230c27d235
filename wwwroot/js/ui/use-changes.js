// @ts-check
import { useEffect } from "/lib/preact-hooks.js";
import { createHubConnection, ensureStarted } from "./signalr.js";

/**
 * Calls back whenever the server says that something has changed, and after a connection came back.
 * @param {string} hub its path, such as `/hubs/runs` @param {string} id what is watched; empty watches nothing @param {() => void} changed
 */
export function useChanges(hub, id, changed) {
  useEffect(() => {
    if (!id) return undefined;
    const connection = createHubConnection(hub);
    const watch = () => connection.invoke("Watch", id);
    connection.on("Changed", changed);
    connection.onreconnected(() => void watch().then(changed, () => {}));
    ensureStarted(connection).then(watch).catch(() => {}); // the page still shows what it has read; the header says that it is not connected
    return () => void connection.stop();
  }, [hub, id, changed]);
}
