// @ts-check
// What a listening test of a run's clips is made of.

/** @typedef {import("./types.js").Overview} Overview */

/** Most conditions beside the reference and two anchors: ITU-R BS.1534 has at most twelve stimuli on a page. */
export const mostConditions = 9;

/** The anchors are these very filters. */
const anchors = "baseline/low-pass";

/** What a test begins with: everything made but the low-pass filters, which come as anchors. @param {Overview} overview */
export const usualConditions = (overview) => overview.conditions.filter((condition) => condition.system.id !== anchors && condition.done > 0).slice(0, mostConditions).map(({ id }) => id);

/** Clips that tests can be made of: whole recordings. @param {Overview} overview */
export const wholeClips = (overview) => overview.clips.filter((clip) => clip.recording && !clip.isSection);

/** Outputs of chosen conditions and clips. @param {Overview} overview @param {string[]} conditions @param {string[]} items */
export const outputsOf = (overview, conditions, items) => overview.outputs.filter((output) => conditions.includes(output.condition) && items.includes(output.itemId)).map(({ id }) => id);
