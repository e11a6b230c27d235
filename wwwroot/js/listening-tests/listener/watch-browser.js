// @ts-check
/** What happens around the page: focus, network, devices, leaving. Logged, and a reason to send what waits. */

const logInterval = 5000;

/** @param {import("./visit.js").Visit} visit @returns {() => void} ends it */
export function watchBrowser(visit) {
  const stop = new AbortController();
  const { signal } = stop;
  const { log, deliveries } = visit;
  const leave = () => {
    dispatchEvent(new Event("speechscoop-settle-ratings"));
    log.flush();
  };
  addEventListener("blur", () => log.add("blur"), { signal });
  addEventListener("focus", () => log.add("focus"), { signal });
  document.addEventListener("visibilitychange", () => {
    log.add(document.visibilityState === "hidden" ? "blur" : "focus", { details: "visibility" });
    if (document.visibilityState === "hidden") leave();
  }, { signal });
  addEventListener("pagehide", leave, { signal });
  addEventListener("offline", () => log.add("offline"), { signal });
  addEventListener("online", () => {
    log.add("online");
    void deliveries.flush();
  }, { signal });
  // Only secure pages have mediaDevices.
  navigator.mediaDevices?.addEventListener("devicechange", () => log.add("device"), { signal });
  const timer = setInterval(() => log.flush(), logInterval);
  return () => {
    clearInterval(timer);
    stop.abort();
  };
}
