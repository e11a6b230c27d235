// @ts-check
/**
 * A scored transcript as people read it: each operation has a sign and a word besides its colour.
 *
 * @typedef {{ op: "correct" | "substitution" | "deletion" | "insertion", reference?: string | null, hypothesis?: string | null }} AlignmentStep
 * @typedef {{ op: AlignmentStep["op"], sign: string, reference: string, hypothesis: string, spoken: string }} AlignedWord
 */

/** @type {Record<AlignmentStep["op"], string>} */
const signs = { correct: "", substitution: "S", deletion: "D", insertion: "I" };

/**
 * @param {AlignmentStep[]} steps
 * @returns {AlignedWord[]} `spoken` is what a screen reader says
 */
export function alignedWords(steps) {
  return steps.map(({ op, reference, hypothesis }) => {
    const said = reference ?? "";
    const heard = hypothesis ?? "";
    const spoken = op === "correct" ? said
      : op === "substitution" ? `“${heard}” instead of “${said}”`
      : op === "deletion" ? `missing “${said}”`
      : `extra “${heard}”`;
    return { op, sign: signs[op], reference: said, hypothesis: heard, spoken };
  });
}

/**
 * "2 substitutions, 1 deletion" – or "every word correct".
 * @param {{ substitutions: number, deletions: number, insertions: number }} score
 */
export function errorSummary({ substitutions, deletions, insertions }) {
  const parts = [[substitutions, "substitution"], [deletions, "deletion"], [insertions, "insertion"]]
    .filter(([count]) => /** @type {number} */ (count) > 0)
    .map(([count, name]) => `${count} ${name}${count === 1 ? "" : "s"}`);
  return parts.length === 0 ? "every word correct" : parts.join(", ");
}
