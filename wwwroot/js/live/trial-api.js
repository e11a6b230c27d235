// @ts-check
import { api } from "../ui/api.js";

/** @typedef {import("./types.js").LiveTrial} LiveTrial */

const trials = "/api/live/trials";
const path = (/** @type {string} */ id, rest = "") => `${trials}/${encodeURIComponent(id)}${rest}`;
const stimulus = (/** @type {string} */ id, /** @type {string} */ label, /** @type {string} */ rest) => path(id, `/stimuli/${encodeURIComponent(label)}/${rest}`);

/** @param {"recognition" | "synthesis" | "reconstruction"} kind @param {object} body @returns {Promise<LiveTrial>} */
export const createTrial = (kind, body) => api.post(`${trials}/${kind}`, body);
/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<LiveTrial>} */
export const getTrial = (id, signal) => api.get(path(id), { signal });
/** @param {string} id @returns {Promise<unknown>} */
export const cancelTrial = (id) => api.post(path(id, "/cancel"), {});
/** @param {string} id @returns {Promise<LiveTrial | null>} */
export const revealTrial = (id) => api.post(path(id, "/reveal"), {});
/** @param {string} id @param {string} text @returns {Promise<LiveTrial>} */
export const setReference = (id, text) => api.post(path(id, "/reference"), { text });
/** @param {string} id @param {string} label @param {boolean} kept @returns {Promise<unknown>} */
export const keepStimulus = (id, label, kept) => api.post(stimulus(id, label, "keep"), { kept });
/** @param {string} id @param {string} label "reference" is the open reference */
export const stimulusAudio = (id, label) => stimulus(id, label, "audio");
/** @param {string} id @param {string} label @param {number} count */
export const stimulusPeaks = (id, label, count) => stimulus(id, label, `peaks?count=${count}`);
