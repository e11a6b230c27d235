// @ts-check
/** What a listener does, as data: kept for a few seconds, then sent together. @typedef {import("./types.js").ListenEvent} ListenEvent */

const largestBatch = 100;

export class EventLog {
  /** @type {ListenEvent[]} */
  #batch = [];

  /** @param {(events: ListenEvent[]) => void} send @param {() => number} [now] milliseconds since 1970 */
  constructor(send, now = Date.now) {
    this.send = send;
    this.now = now;
    this.page = 0;
  }

  /** @param {string} type @param {{ label?: string, position?: number, details?: string }} [more] position in seconds */
  add(type, more = {}) {
    const position = more.position === undefined ? {} : { position: Math.round(more.position * 1000) / 1000 };
    this.#batch.push({ type, page: this.page, at: new Date(this.now()).toISOString(), ...more, ...position });
    if (this.#batch.length >= largestBatch) this.flush();
  }

  flush() {
    const batch = this.#batch;
    this.#batch = [];
    if (batch.length > 0) this.send(batch);
  }
}
