// @ts-check
/** Checks of a questionnaire's answers, the same as the server's. @typedef {import("./types.js").Field} Field */

/**
 * @param {Field} field
 * @param {string} value as typed
 * @returns {{ key: "problem.required" | "problem.number" | "problem.atLeast" | "problem.atMost" | "problem.choice", n?: number } | null}
 */
export function problemOf(field, value) {
  const text = value.trim();
  if (text === "") return field.optional ? null : { key: field.type === "choice" ? "problem.choice" : "problem.required" };
  if (field.type !== "number") return null;
  const number = Number(text.replace(",", "."));
  if (!Number.isFinite(number)) return { key: "problem.number" };
  if (typeof field.minimum === "number" && number < field.minimum) return { key: "problem.atLeast", n: field.minimum };
  if (typeof field.maximum === "number" && number > field.maximum) return { key: "problem.atMost", n: field.maximum };
  return null;
}

/**
 * What is sent: trimmed text, numbers with a point; unanswered fields are left out.
 * @param {Field[]} fields @param {Record<string, string>} values
 */
export function answersToSend(fields, values) {
  /** @type {Record<string, string>} */
  const sent = {};
  for (const field of fields) {
    const text = (values[field.name] ?? "").trim();
    if (text !== "") sent[field.name] = field.type === "number" ? text.replace(",", ".") : text;
  }
  return sent;
}
