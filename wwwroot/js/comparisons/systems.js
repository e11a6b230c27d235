// @ts-check
// Which rows of a comparison are under test, and how the others are drawn.

/** @typedef {import("./types.js").ComparedSystem} ComparedSystem */

/** Whether a row is a system under test: neither the hidden reference nor an anchor. @param {ComparedSystem} system */
export const isTested = (system) => (system.role ?? "system") === "system";

/** A row as it is drawn: reference and anchors are grey, since they are no system. @param {ComparedSystem} system */
export const shown = (system) => (isTested(system) ? system : { ...system, colour: -1 });

/** Whether a row has any rating, score or timing. @param {ComparedSystem} system */
export const isMeasured = ({ mos, mushra, wer, cer, realTimeFactor, delay }) => Boolean(mos || mushra || wer || cer || realTimeFactor || delay);
