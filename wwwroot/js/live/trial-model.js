// @ts-check
import { ApiError, messageOf } from "../ui/api.js";
import { createStore } from "../ui/store.js";
import { ratingQueue } from "./rating/ratings.js";
import { cancelTrial, getTrial, keepStimulus, revealTrial } from "./trial-api.js";

/** @typedef {import("./types.js").LiveTrial} LiveTrial */

const pollMilliseconds = 400;

/** Share of a trial's stimuli that is made, 0..1. @param {LiveTrial} trial */
export function trialProgress({ stimuli }) {
  const shares = stimuli.map((stimulus) => (stimulus.status === "queued" ? 0 : stimulus.status === "running" ? (stimulus.progress ?? 0) : 1));
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

/** How many of a trial's stimuli are made, or never will be. @param {LiveTrial} trial */
export const finishedCount = ({ stimuli }) => stimuli.filter((stimulus) => !["queued", "running"].includes(stimulus.status)).length;

/** The trial that a tab shows, kept in step with the server. */
export class TrialModel {
  /** @param {(id: string | null) => void} onShown told which trial is shown, for the address */
  constructor(onShown) {
    this.onShown = onShown;
    this.trial = createStore(/** @type {LiveTrial | null} */ (null));
    /** What went wrong, as a sentence; "" when nothing did. */
    this.problem = createStore("");
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** @param {LiveTrial} trial */
  show(trial) {
    const changed = this.trial.get()?.id !== trial.id;
    this.trial.set(trial);
    if (changed) this.onShown(trial.id);
  }

  clear() {
    clearTimeout(this.timer);
    this.trial.set(null);
    this.problem.set("");
    this.onShown(null);
  }

  /** Shows a trial made earlier. @param {string} id @returns {Promise<LiveTrial | null>} */
  async load(id) {
    try {
      const trial = await getTrial(id);
      this.show(trial);
      if (trial.status === "running") this.follow();
      return trial;
    } catch (error) {
      const gone = error instanceof ApiError && error.status === 404;
      this.problem.set(gone ? "The address names a trial that this server does not have. Start a new one below." : messageOf(error));
      return null;
    }
  }

  /** Fetches the trial again. What is shown stays when that fails. */
  async refresh() {
    const shown = this.trial.get();
    if (!shown) return;
    try {
      const fresh = await getTrial(shown.id);
      if (this.trial.get()?.id === fresh.id) this.show(fresh);
      this.problem.set("");
    } catch (error) {
      this.problem.set(messageOf(error));
    }
  }

  /** Follows a running trial until it is done. */
  follow() {
    clearTimeout(this.timer);
    const id = this.trial.get()?.id;
    let failures = 0;
    const again = async () => {
      if (this.trial.get()?.id !== id || this.trial.get()?.status !== "running") return;
      await this.refresh();
      failures = this.problem.get() ? failures + 1 : 0;
      this.timer = setTimeout(again, Math.min(pollMilliseconds * 2 ** failures, 5000));
    };
    this.timer = setTimeout(again, pollMilliseconds);
  }

  /** Runs an action on the shown trial and shows what it led to. @param {(trial: LiveTrial) => Promise<unknown>} action @returns {Promise<boolean>} */
  async act(action) {
    const trial = this.trial.get();
    if (!trial) return false;
    this.problem.set("");
    try {
      await action(trial);
      await this.refresh();
      return true;
    } catch (error) {
      this.problem.set(messageOf(error));
      return false;
    }
  }

  cancel() {
    return this.act((trial) => cancelTrial(trial.id));
  }

  /** Reveals once every rating has reached the server, so that they all count as blind. */
  async reveal() {
    const trial = this.trial.get();
    if (!trial) return false;
    await ratingQueue.flush();
    const waiting = ratingQueue.waiting(trial.id);
    if (waiting > 0) {
      this.problem.set(`${waiting === 1 ? "One rating has" : `${waiting} ratings have`} not reached the server yet. They are kept here and sent again by themselves; reveal when they are saved, so that they count as blind.`);
      return false;
    }
    return this.act(({ id }) => revealTrial(id));
  }

  /** @param {string} label @param {boolean} kept */
  keep(label, kept) {
    return this.act((trial) => keepStimulus(trial.id, label, kept));
  }
}
