// @ts-check
/**
 * What a person gave, on its way to the server. An entry gets its id here, is stored in the browser before it is sent, and
 * stays until the server says that it is durable; sending twice is harmless. Entries go one after the other, oldest first.
 *
 * @template T
 * @typedef {{ id: string, order: number, payload: T }} OutboxEntry
 */
/**
 * @template T
 * @typedef {{ list(): OutboxEntry<T>[], put(entry: OutboxEntry<T>): boolean, remove(id: string): void }} OutboxStorage
 */
/**
 * What became of an attempt: `answer` is the server's where it was saved, `message` says why it waits or was refused.
 * @template T
 * @typedef {{ id: string, payload: T, state: "waiting" | "saved" | "refused", answer?: any, message?: string, code?: string }} Delivery
 */

const retryDelays = [1000, 2000, 5000, 10_000];

/**
 * One storage entry each, so that two tabs never overwrite each other.
 * @template T
 * @param {Storage | null} storage null where the browser refuses storage
 * @param {string} prefix of the keys, such as `speechscoop-rating:`
 * @returns {OutboxStorage<T>}
 */
export function browserStorage(storage, prefix) {
  /** @type {Map<string, OutboxEntry<T>>} */
  const memory = new Map();
  return {
    list() {
      const found = new Map(memory);
      for (let i = 0; storage && i < storage.length; i++) {
        const key = storage.key(i);
        if (!key?.startsWith(prefix)) continue;
        try {
          const { id, order, payload, rating } = JSON.parse(storage.getItem(key) ?? "");
          const kept = payload ?? rating; // ratings of 0.1 have the older name
          if (id && kept) found.set(id, { id, order, payload: kept });
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

/** @returns {Storage | null} null where the browser refuses */
export function persistentStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** @template T */
export class Outbox {
  #sending = /** @type {Promise<void> | null} */ (null);
  #again = false;
  #timer = /** @type {unknown} */ (null);
  #failures = 0;
  #lastOrder = 0;

  /**
   * @param {{
   *   storage: OutboxStorage<T>,
   *   send: (id: string, payload: T) => Promise<unknown>,
   *   newId: () => string,
   *   delivered?: (delivery: Delivery<T>) => void,
   *   now?: () => number,
   *   later?: (action: () => void, milliseconds: number) => unknown,
   *   cancel?: (timer: unknown) => void,
   * }} parts `send` rejects with an error that has `isTransient` where trying again can help
   */
  constructor({ storage, send, newId, delivered = () => {}, now = Date.now, later = (action, milliseconds) => setTimeout(action, milliseconds), cancel = (timer) => clearTimeout(/** @type {any} */ (timer)) }) {
    this.storage = storage;
    this.send = send;
    this.newId = newId;
    this.delivered = delivered;
    this.now = now;
    this.later = later;
    this.cancel = cancel;
    this.#lastOrder = Math.max(0, ...storage.list().map((entry) => entry.order));
  }

  /** What the server has not acknowledged, oldest first. */
  waiting() {
    return this.storage.list();
  }

  /** Stores without sending. @param {T} payload @returns {string} its id */
  add(payload) {
    const id = this.newId();
    this.#lastOrder = Math.max(this.now(), this.#lastOrder + 1);
    this.storage.put({ id, order: this.#lastOrder, payload });
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

  /** @param {OutboxEntry<T>} entry @returns {Promise<boolean>} whether to go on */
  async #sendOne({ id, payload }) {
    let answer;
    try {
      answer = await this.send(id, payload);
    } catch (error) {
      const { isTransient, status, message, code } = /** @type {{ isTransient?: boolean, status?: number, message?: string, code?: string }} */ (error);
      const locked = status === 401 || status === 403; // the link brings the key back: keep the entry
      if (isTransient !== false || locked) {
        this.delivered({ id, payload, state: "waiting", message, code });
        const delay = retryDelays[Math.min(this.#failures++, retryDelays.length - 1)];
        this.cancel(this.#timer);
        this.#timer = this.later(() => void this.flush(), delay);
        return false;
      }
      this.storage.remove(id);
      this.delivered({ id, payload, state: "refused", message, code });
      return true;
    }
    this.storage.remove(id);
    this.delivered({ id, payload, state: "saved", answer });
    return true;
  }
}
