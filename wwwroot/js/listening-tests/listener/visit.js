// @ts-check
/** One visit of a listener: link, session, the page at its position, and what is on the way to the server. */
import { api, ApiError } from "../../ui/api.js";
import { newId } from "../../ui/ids.js";
import { persistentStorage } from "../../ui/outbox.js";
import { readText, writeText } from "../../ui/storage.js";
import { createStore } from "../../ui/store.js";
import { readAddress, sessionStorageKey, volumeOf, volumeStorageKey, withoutSession } from "./address.js";
import { audioContext, audioOf, keepOnly, prefetch } from "./audio-store.js";
import { Deliveries } from "./deliveries.js";
import { EventLog } from "./event-log.js";
import { volume } from "./playback.js";
import { useLanguage } from "./words.js";

/**
 * @typedef {import("./types.js").Session} Session
 * @typedef {import("./types.js").Page} Page
 * @typedef {"closed" | "full" | "expired" | "draft" | "unknown" | "network" | "other"} ProblemKind
 * @typedef {{ phase: "loading" | "problem" | "welcome" | "page" | "finish", title: string, preview: boolean, session: Session | null, page: Page | null,
 *   problem: { kind: ProblemKind, message: string } | null, resumed: boolean }} VisitState
 */

/** @param {unknown} error @returns {{ kind: ProblemKind, message: string }} */
function problemFor(error) {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof ApiError)) return { kind: "other", message };
  /** @type {Record<string, ProblemKind>} */
  const kinds = { "link-unknown": "unknown", "link-expired": "expired", "link-revoked": "expired", "test-closed": "closed", "test-full": "full", "test-draft": "draft" };
  return { kind: kinds[error.code] ?? (error.isTransient ? "network" : error.status === 410 ? "expired" : "other"), message };
}

export class Visit {
  constructor(location = globalThis.location) {
    const { token, session, parameters } = readAddress(location);
    this.token = token;
    this.parameters = parameters;
    this.storageKey = sessionStorageKey(token);
    if (session) {
      writeText(this.storageKey, session);
      history.replaceState(null, "", location.pathname + withoutSession(location.search));
    }
    this.state = createStore(/** @type {VisitState} */ ({ phase: "loading", title: "", preview: false, session: null, page: null, problem: null, resumed: false }));
    this.deliveries = new Deliveries({
      token, newId, storage: persistentStorage(),
      put: (path, body) => api.put(path, body, { signal: AbortSignal.timeout(15_000), keepalive: true }),
      onSession: (answered) => void this.follow(answered),
    });
    this.log = new EventLog((events) => this.deliveries.log(this.state.get().session?.key ?? "", events));
    volume.set(volumeOf(readText(volumeStorageKey(token))));
    /** Time at which the page appeared, for elapsed seconds. */
    this.shownAt = performance.now();
  }

  get path() {
    return `/api/listen/${encodeURIComponent(this.token)}`;
  }

  get sessionPath() {
    return `${this.path}/sessions/${encodeURIComponent(this.state.get().session?.key ?? "")}`;
  }

  /** @param {Partial<VisitState>} part */
  #patch(part) {
    this.state.update((known) => ({ ...known, ...part }));
  }

  /** Opens the link, begins or resumes the session, and sends what an earlier visit left behind. */
  async open() {
    this.#patch({ phase: "loading", problem: null });
    try {
      // English for what may go wrong before the test's language is known.
      const info = await api.get(this.path).catch(async (error) => {
        await useLanguage("en").catch(() => {});
        throw error;
      });
      document.documentElement.lang = await useLanguage(info.language);
      document.title = info.title;
      this.#patch({ title: info.title, preview: info.preview });
      const key = readText(this.storageKey) ?? undefined;
      if (!info.preview && info.status !== "open" && !key) return this.#patch({ phase: "problem", problem: { kind: info.status, message: "" } });
      const session = /** @type {Session} */ (await api.post(`${this.path}/sessions`, { key, parameters: this.parameters, agent: agent() }));
      writeText(this.storageKey, session.key);
      this.#patch({ session, resumed: session.position > 0 });
      await this.deliveries.flush();
      if (this.state.get().phase === "loading") await this.follow(session);
    } catch (error) {
      this.#patch({ phase: "problem", problem: problemFor(error) });
    }
  }

  /** Shows where a session is now. @param {Session} session as the server answered @param {boolean} [again] whether a page that is shown already has changed */
  async follow(session, again = false) {
    const known = this.state.get();
    if (known.session && session.key !== known.session.key) return;
    if (session.outcome !== "running" || session.position >= session.pageCount) {
      this.log.flush();
      keepOnly([]);
      return this.#patch({ phase: "finish", session, page: null });
    }
    try {
      const page = !again && known.session?.position === session.position && known.page ? known.page : await this.#read(session);
      const needsClick = audioContext() === null;
      this.#begin(page.index);
      this.#patch({ phase: needsClick ? "welcome" : "page", session, page, problem: null });
      void this.#lookAhead(session, page);
    } catch (error) {
      this.#patch({ phase: "problem", session, problem: problemFor(error) });
    }
  }

  /** @param {Session} session @returns {Promise<Page>} */
  #read(session) {
    return api.get(`${this.path}/sessions/${encodeURIComponent(session.key)}/pages/${session.position}`);
  }

  /** @param {number} index */
  #begin(index) {
    if (this.log.page !== index) this.log.flush();
    this.log.page = index;
    this.shownAt = performance.now();
  }

  /** Fetches the sounds of this page and, while the listener is busy, of the next. @param {Session} session @param {Page} page */
  async #lookAhead(session, page) {
    const now = audioOf(page);
    keepOnly([...now, ...this.#ahead]);
    await Promise.allSettled(now.map(prefetch));
    if (page.index + 1 >= session.pageCount) return;
    try {
      const next = await api.get(`${this.path}/sessions/${encodeURIComponent(session.key)}/pages/${page.index + 1}`);
      this.#ahead = audioOf(next);
      for (const url of this.#ahead) prefetch(url).catch(() => {});
    } catch { /* it is read again when it is shown */ }
  }

  /** @type {string[]} */
  #ahead = [];

  /** After the click that lets sound play. */
  enter() {
    this.shownAt = performance.now();
    this.#patch({ phase: "page" });
  }

  elapsedSeconds() {
    return Math.round((performance.now() - this.shownAt) / 10) / 100;
  }

  /** @param {Page} page @param {import("./types.js").GivenRating} rating @param {number} plays */
  rate(page, rating, plays) {
    const { session } = this.state.get();
    if (session) this.deliveries.rate(session.key, { page: page.index, ...rating, elapsedSeconds: this.elapsedSeconds(), plays, at: new Date().toISOString() });
  }

  /** Completes a page without leaving it. @param {Page} page @param {Record<string, unknown>} answers @returns {Promise<Session>} */
  async answer(page, answers) {
    const { session } = this.state.get();
    if (!session) throw new Error("no session");
    this.log.flush();
    return this.deliveries.respond(session.key, { page: page.index, answers, elapsedSeconds: this.elapsedSeconds() });
  }

  /** Completes a page and shows the next. @param {Page} page @param {Record<string, unknown>} answers */
  async complete(page, answers) {
    await this.follow(await this.answer(page, answers));
  }

  /** Plays at this level from now on, and after a reload. @param {number} level 0..1 */
  setVolume(level) {
    volume.set(level);
    writeText(volumeStorageKey(this.token), String(level));
  }

  /** Another round of pairs. */
  async more() {
    return /** @type {Session} */ (await api.post(`${this.sessionPath}/more`, {}));
  }

  /** A preview begins anew. */
  restart() {
    writeText(this.storageKey, null);
    globalThis.location.reload();
  }
}

/** What the session says about the browser. */
function agent() {
  return {
    userAgent: navigator.userAgent, language: navigator.language, width: innerWidth, height: innerHeight,
    touch: matchMedia("(pointer: coarse)").matches, sampleRate: audioContext()?.sampleRate,
  };
}
