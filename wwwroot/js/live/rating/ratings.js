// @ts-check
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api } from "../../ui/api.js";
import { newId } from "../../ui/ids.js";
import { listenerName, listeningSession } from "../../ui/listener.js";
import { persistentStorage } from "../../ui/outbox.js";
import { connection } from "../../ui/shell.js";
import { RatingQueue, browserRatingStorage, ratingKey } from "../rating-queue.js";

/** The page's queue of ratings; those of earlier visits that never arrived go out first. */
export const ratingQueue = new RatingQueue({
  storage: browserRatingStorage(persistentStorage()),
  send: (id, rating) => api.put(`/api/ratings/${id}`, rating, { signal: AbortSignal.timeout(10_000), keepalive: true }),
  newId,
});
globalThis.addEventListener?.("online", () => void ratingQueue.flush());
connection.subscribe((state) => state === "connected" && void ratingQueue.flush());
void ratingQueue.flush();

/** Renders again when any rating changes. */
export function useRatingQueue() {
  const [, render] = useState({});
  useEffect(() => ratingQueue.subscribe(() => render({})), []);
  return ratingQueue;
}

/**
 * What a listener gave to a stimulus, from this page or an earlier visit.
 * @param {import("../types.js").LiveTrial} trial
 * @param {string} stimulus
 * @param {"acr" | "mushra" | "preference"} scale
 * @returns {import("../rating-queue.js").RatingStatus | null}
 */
export function ratingOf(trial, stimulus, scale) {
  const queued = ratingQueue.statuses.get(ratingKey({ trial: trial.id, stimulus, scale }));
  if (queued) return queued;
  const stored = trial.ratings?.findLast((rating) => rating.stimulus === stimulus && rating.scale === scale);
  return stored ? { state: "saved", value: stored.value, id: "" } : null;
}

/**
 * @param {import("../types.js").LiveTrial} trial
 * @param {string} stimulus
 * @param {"acr" | "mushra" | "preference"} scale
 * @param {number} value
 * @param {string} [other] the second stimulus of a preference
 */
export function rate(trial, stimulus, scale, value, other) {
  ratingQueue.add({ trial: trial.id, stimulus, scale, value, ...(other ? { other } : {}), listener: listenerName.get(), session: listeningSession() });
}
