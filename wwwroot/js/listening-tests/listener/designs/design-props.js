// @ts-check
/**
 * What every design's part of the page gets.
 *
 * @typedef {{
 *   trial: import("../types.js").TrialPage,
 *   answers: Map<string, import("../types.js").GivenRating>,
 *   sounding: string,
 *   active: string,
 *   loading: boolean,
 *   missing: import("../answers.js").Missing[],
 *   hear: (label: string) => void,
 *   rate: (rating: import("../types.js").GivenRating) => void,
 * }} DesignProps `sounding` is heard now; `active` is heard when playing goes on; `missing` is empty until the listener wants to go on
 */
export {};
