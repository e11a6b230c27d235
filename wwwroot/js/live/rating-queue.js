// @ts-check
/**
 * Ratings of live trials on their way to the server (ui/outbox.js), and what is known of each: the newest of a stimulus counts.
 *
 * @typedef {{ trial: string, stimulus: string, scale: "acr" | "mushra" | "preference", value: number, other?: string, listener: string, session: string }} Rating
 * @typedef {"waiting" | "saved" | "refused"} RatingState
 * @typedef {{ state: RatingState, value: number, message?: string, id: string }} RatingStatus
 * @typedef {import("../ui/outbox.js").OutboxStorage<Rating>} RatingStorage
 */
import { Outbox, browserStorage } from "../ui/outbox.js";

/** @param {Pick<Rating, "trial" | "stimulus" | "scale">} rating what a newer rating replaces */
export const ratingKey = (rating) => `${rating.trial}/${rating.stimulus}/${rating.scale}`;

/** @param {Storage | null} storage null where the browser refuses storage @returns {RatingStorage} */
export const browserRatingStorage = (storage) => browserStorage(storage, "speechscoop-rating:");

export class RatingQueue {
  #listeners = new Set();

  /** @param {Omit<ConstructorParameters<typeof Outbox<Rating>>[0], "delivered">} parts */
  constructor(parts) {
    /** @type {Outbox<Rating>} */
    this.outbox = new Outbox({ ...parts, delivered: ({ id, payload, state, message }) => this.#mark(id, payload, state, message) });
    /** @type {Map<string, RatingStatus>} newest rating of each stimulus and scale */
    this.statuses = new Map();
    for (const { id, payload } of this.outbox.waiting()) this.statuses.set(ratingKey(payload), { state: "waiting", value: payload.value, id });
  }

  /** Calls back after every change. @param {() => void} listener @returns {() => void} ends it */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #changed() {
    for (const listener of [...this.#listeners]) listener();
  }

  /** How many ratings the server has not acknowledged. @param {string} [trial] only of this trial */
  waiting(trial) {
    return this.outbox.waiting().filter(({ payload }) => trial === undefined || payload.trial === trial).length;
  }

  /** Stores a rating and starts sending it. @param {Rating} rating @returns {string} its id */
  add(rating) {
    const id = this.outbox.add(rating);
    this.statuses.set(ratingKey(rating), { state: "waiting", value: rating.value, id });
    this.#changed();
    void this.flush();
    return id;
  }

  /** Sends what waits, now. Resolves when everything is acknowledged or an attempt failed. */
  flush() {
    return this.outbox.flush();
  }

  /** @param {string} id @param {Rating} rating @param {RatingState} state @param {string} [message] */
  #mark(id, rating, state, message) {
    const key = ratingKey(rating);
    const known = this.statuses.get(key);
    if (known && known.id !== id) return this.#changed(); // a newer rating has taken its place
    this.statuses.set(key, { state, value: rating.value, message, id });
    this.#changed();
  }
}
