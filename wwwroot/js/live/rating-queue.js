// @ts-check
/**
 * Ratings on their way to the server. A rating gets its id here, is stored in the browser before it is sent, and stays
 * until the server says that it is durable; sending twice is harmless. Ratings go one after the other, oldest first,
 * because the newest of a stimulus counts.
 *
 * @typedef {{ trial: string, stimulus: string, scale: "acr" | "mushra" | "preference", value: number, other?: string, listener: string, session: string }} Rating
 * @typedef {{ id: string, order: number, rating: Rating }} QueuedRating
 * @typedef {"waiting" | "saved" | "refused"} RatingState
 * @typedef {{ state: RatingState, value: number, message?: string, id: string }} RatingStatus
 * @typedef {{ list(): QueuedRating[], put(entry: QueuedRating): boolean, remove(id: string): void }} RatingStorage
 */

const retryDelays = [1000, 2000, 5000, 10_000];
const prefix = "speechscoop-rating:";

/** @param {Pick<Rating, "trial" | "stimulus" | "scale">} rating what a newer rating replaces */
export const ratingKey = (rating) => `${rating.trial}/${rating.stimulus}/${rating.scale}`;

/**
 * One storage entry a rating, so that two tabs never overwrite each other.
 * @param {Storage | null} storage null where the browser refuses storage
 * @returns {RatingStorage}
 */
export function browserRatingStorage(storage) {
  /** @type {Map<string, QueuedRating>} */
  const memory = new Map();
  return {
    list() {
      const found = new Map(memory);
      for (let i = 0; storage && i < storage.length; i++) {
        const key = storage.key(i);
        if (!key?.startsWith(prefix)) continue;
        try {
          const entry = JSON.parse(storage.getItem(key) ?? "");
          if (entry?.id && entry.rating) found.set(entry.id, entry);
        } catch { /* not ours to repair */ }
      }
      return [...found.values()].sort((a, b) => a.order - b.order);
    },
    put(entry) {
      memory.set(entry.id, entry);
      try {
        storage?.setItem(prefix + entry.id, JSON.stringify(entry));
        return storage !== null;
      } catch {
        return false;
      }
    },
    remove(id) {
      memory.delete(id);
      try {
        storage?.removeItem(prefix + id);
      } catch { /* gone with the storage */ }
    },
  };
}

export class RatingQueue {
  #sending = /** @type {Promise<void> | null} */ (null);
  #again = false;
  #timer = /** @type {unknown} */ (null);
  #failures = 0;
  #listeners = new Set();

  /**
   * @param {{
   *   storage: RatingStorage,
   *   send: (id: string, rating: Rating) => Promise<unknown>,
   *   newId: () => string,
   *   now?: () => number,
   *   later?: (action: () => void, milliseconds: number) => unknown,
   *   cancel?: (timer: unknown) => void,
   * }} parts `send` rejects with an error that has `isTransient` where trying again can help
   */
  constructor({ storage, send, newId, now = Date.now, later = (action, milliseconds) => setTimeout(action, milliseconds), cancel = (timer) => clearTimeout(/** @type {any} */ (timer)) }) {
    this.storage = storage;
    this.send = send;
    this.newId = newId;
    this.now = now;
    this.later = later;
    this.cancel = cancel;
    /** @type {Map<string, RatingStatus>} newest rating of each stimulus and scale */
    this.statuses = new Map();
    this.lastOrder = 0;
    for (const entry of storage.list()) {
      this.lastOrder = Math.max(this.lastOrder, entry.order);
      this.statuses.set(ratingKey(entry.rating), { state: "waiting", value: entry.rating.value, id: entry.id });
    }
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
    return this.storage.list().filter((entry) => trial === undefined || entry.rating.trial === trial).length;
  }

  /** Stores a rating and starts sending it. @param {Rating} rating @returns {string} its id */
  add(rating) {
    const id = this.newId();
    this.lastOrder = Math.max(this.now(), this.lastOrder + 1);
    this.storage.put({ id, order: this.lastOrder, rating });
    this.statuses.set(ratingKey(rating), { state: "waiting", value: rating.value, id });
    this.#changed();
    void this.flush();
    return id;
  }

  /**
   * Sends what waits, now. Resolves when everything is acknowledged or an attempt failed.
   * @returns {Promise<void>}
   */
  flush() {
    if (this.#sending) {
      this.#again = true;
      return this.#sending;
    }
    this.cancel(this.#timer);
    this.#sending = this.#run().finally(() => { this.#sending = null; });
    return this.#sending;
  }

  async #run() {
    do {
      this.#again = false;
      for (const entry of this.storage.list()) {
        if (!(await this.#sendOne(entry))) return;
      }
    } while (this.#again);
    this.#failures = 0;
  }

  /** @param {QueuedRating} entry @returns {Promise<boolean>} whether to go on */
  async #sendOne({ id, rating }) {
    try {
      await this.send(id, rating);
    } catch (error) {
      const { isTransient, status, message } = /** @type {{ isTransient?: boolean, status?: number, message?: string }} */ (error);
      const locked = status === 401 || status === 403; // the owner's link brings the key back: keep the rating
      if (isTransient !== false || locked) {
        this.#mark(id, rating, "waiting", message);
        const delay = retryDelays[Math.min(this.#failures++, retryDelays.length - 1)];
        this.cancel(this.#timer);
        this.#timer = this.later(() => void this.flush(), delay);
        return false;
      }
      this.storage.remove(id);
      this.#mark(id, rating, "refused", message);
      return true;
    }
    this.storage.remove(id);
    this.#mark(id, rating, "saved");
    return true;
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
