// @ts-check
/**
 * Ratings, page completions and events on their way to the server. A page's completion stands behind its ratings in one
 * outbox, so it never arrives before them. Events have an outbox of their own and hold no rating up; a completion waits for
 * what was logged before it, since the server asks the log whether everything was played.
 *
 * @typedef {import("./types.js").Session} Session
 * @typedef {import("./types.js").RatingBody} RatingBody
 * @typedef {import("./types.js").ResponseBody} ResponseBody
 * @typedef {import("./types.js").ListenEvent} ListenEvent
 * @typedef {{ kind: "ratings", session: string, body: RatingBody } | { kind: "responses", session: string, body: ResponseBody }} Payload
 * @typedef {{ waiting: number, failing: boolean, refused: string, code: string }} DeliveryState `failing`: the last attempt got no answer
 */
import { Outbox, browserStorage } from "../../ui/outbox.js";
import { createStore } from "../../ui/store.js";

/** The server's code for a page that was left before everything was played. */
const notPlayed = "not-played";

/** What went wrong with a completion, with the server's code. */
class RefusedError extends Error {
  /** @param {string} message @param {string} code */
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

export class Deliveries {
  /** @type {Map<string, { resolve: (session: Session) => void, reject: (error: Error) => void }>} */
  #responses = new Map();

  /**
   * @param {{
   *   token: string,
   *   storage: Storage | null,
   *   put: (path: string, body: unknown) => Promise<any>,
   *   newId: () => string,
   *   onSession?: (session: Session) => void,
   *   later?: (action: () => void, milliseconds: number) => unknown,
   *   cancel?: (timer: unknown) => void,
   * }} parts `onSession` hears of completions that an earlier visit left behind
   */
  constructor({ token, storage, put, newId, onSession = () => {}, later, cancel }) {
    this.onSession = onSession;
    this.state = createStore(/** @type {DeliveryState} */ ({ waiting: 0, failing: false, refused: "", code: "" }));
    const sessionPath = (/** @type {string} */ session) => `/api/listen/${encodeURIComponent(token)}/sessions/${encodeURIComponent(session)}`;
    /** @type {Outbox<Payload>} */
    this.outbox = new Outbox({
      storage: browserStorage(storage, `speechscoop-listen:${token}:`), newId, later, cancel,
      send: (id, { kind, session, body }) => (kind === "responses" ? this.#complete(() => put(`${sessionPath(session)}/${kind}/${id}`, body)) : put(`${sessionPath(session)}/${kind}/${id}`, body)),
      delivered: (delivery) => this.#delivered(delivery),
    });
    /** @type {Outbox<{ session: string, events: ListenEvent[] }>} */
    this.eventOutbox = new Outbox({
      storage: browserStorage(storage, `speechscoop-listen-events:${token}:`), newId, later, cancel,
      send: (id, { session, events }) => put(`${sessionPath(session)}/events/${id}`, { events }),
    });
    this.#count();
  }

  /** Sends the log first. Where it has not arrived, "not played" is no verdict yet. @param {() => Promise<any>} put */
  async #complete(put) {
    await this.eventOutbox.flush();
    try {
      return await put();
    } catch (error) {
      const { code } = /** @type {{ code?: string }} */ (error);
      if (code !== notPlayed || this.eventOutbox.waiting().length === 0) throw error;
      throw Object.assign(new Error(/** @type {Error} */ (error).message), { isTransient: true, code });
    }
  }

  #count(part = {}) {
    this.state.update((known) => ({ ...known, waiting: this.outbox.waiting().length, ...part }));
  }

  /** @param {import("../../ui/outbox.js").Delivery<Payload>} delivery */
  #delivered({ id, payload, state, answer, message = "", code = "" }) {
    if (state === "waiting") return this.#count({ failing: true });
    this.#count({ failing: false, ...(state === "refused" ? { refused: message, code } : {}) });
    if (payload.kind !== "responses") return;
    const waiting = this.#responses.get(id);
    this.#responses.delete(id);
    if (state === "refused") waiting?.reject(new RefusedError(message, code));
    else if (waiting) waiting.resolve(answer);
    else this.onSession(answer);
  }

  /** @param {string} session @param {RatingBody} body */
  rate(session, body) {
    this.outbox.add({ kind: "ratings", session, body });
    this.#count({ refused: "", code: "" });
    void this.outbox.flush();
  }

  /**
   * Completes a page. Resolves when the server has it, however long that takes.
   * @param {string} session @param {ResponseBody} body
   * @returns {Promise<Session>}
   */
  respond(session, body) {
    const id = this.outbox.add({ kind: "responses", session, body });
    this.#count({ refused: "", code: "" });
    const answered = new Promise((resolve, reject) => this.#responses.set(id, { resolve, reject }));
    void this.outbox.flush();
    return answered;
  }

  /** Whether a page's completion waits already. @param {string} session @param {number} page */
  isCompleting(session, page) {
    return this.outbox.waiting().some(({ payload }) => payload.kind === "responses" && payload.session === session && payload.body.page === page);
  }

  /** Ratings of a page that the server has not acknowledged, oldest first. @param {string} session @param {number} page @returns {RatingBody[]} */
  ratingsOf(session, page) {
    return this.outbox.waiting().flatMap(({ payload }) => (payload.kind === "ratings" && payload.session === session && payload.body.page === page ? [payload.body] : []));
  }

  /** @param {string} session @param {ListenEvent[]} events */
  log(session, events) {
    if (events.length === 0) return;
    this.eventOutbox.add({ session, events });
    void this.eventOutbox.flush();
  }

  /** Sends what waits, now. */
  async flush() {
    await Promise.all([this.outbox.flush(), this.eventOutbox.flush()]);
  }
}
