// @ts-check
// How the numbers were made, in one line: metric versions, normaliser, bootstrap.

/** "bootstrapSeed" → "bootstrap seed". @param {string} name */
const words = (name) => name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();

/**
 * A recipe's entries as "name value", nested ones flattened, in the order they came.
 * @param {Record<string, unknown>} recipe
 * @returns {string[]}
 */
export function recipeEntries(recipe) {
  return Object.entries(recipe).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    if (typeof value === "object" && !Array.isArray(value)) return recipeEntries(/** @type {Record<string, unknown>} */ (value)).map((entry) => `${words(name)} ${entry}`);
    return [`${words(name)} ${Array.isArray(value) ? value.join(", ") : value}`];
  });
}
