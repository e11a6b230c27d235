// @ts-check
/** Changes of a draft's definition; every function gives a new one. */

/** @typedef {import("./types.js").Definition} Definition */
/** @typedef {import("./types.js").Section} Section */

/** Heading of each kind of section. @type {Record<Section["kind"], string>} */
export const sectionWords = { consent: "Consent", text: "Text", questionnaire: "Questionnaire", volume: "Volume", headphones: "Headphone screen", digits: "Digits in noise", trials: "Trials" };

/** @param {Section} section */
export const sectionTitle = (section) => (section.kind === "trials" && section.training ? "Practice" : sectionWords[section.kind]);

/** A section as it begins. @param {Section["kind"]} kind @returns {Section} */
function newSection(kind) {
  if (kind === "questionnaire") return { kind, fields: [{ name: "age", label: "How old are you?", type: "number", optional: true, minimum: 16, maximum: 120 },
    { name: "hearing", label: "How would you describe your hearing?", type: "choice", choices: ["normal", "somewhat impaired", "impaired"] }] };
  if (kind === "headphones") return { kind, questions: 6, passMark: 5, attempts: 2, excludes: false };
  if (kind === "digits") return { kind, triplets: 24, passSrtDb: -3, excludes: false };
  if (kind === "volume") return { kind, defaultVolume: 0.5 };
  return { kind };
}

/** @param {Definition} definition @param {number} index @param {Partial<Section>} change @returns {Definition} */
export const changeSection = (definition, index, change) => ({ ...definition, sections: definition.sections.map((section, i) => (i === index ? { ...section, ...change } : section)) });

/** @param {Definition} definition @param {number} index @returns {Definition} */
export const removeSection = (definition, index) => ({ ...definition, sections: definition.sections.filter((_, i) => i !== index) });

/** Moves a section up (−1) or down (1). @param {Definition} definition @param {number} index @param {-1 | 1} step @returns {Definition} */
export function moveSection(definition, index, step) {
  const target = index + step;
  if (target < 0 || target >= definition.sections.length) return definition;
  const sections = [...definition.sections];
  [sections[index], sections[target]] = [sections[target], sections[index]];
  return { ...definition, sections };
}

/** Adds a section before the first trials. @param {Definition} definition @param {Section["kind"]} kind @returns {Definition} */
export function addSection(definition, kind) {
  const first = definition.sections.findIndex((section) => section.kind === "trials");
  const at = first < 0 ? definition.sections.length : first;
  return { ...definition, sections: [...definition.sections.slice(0, at), newSection(kind), ...definition.sections.slice(at)] };
}

/**
 * Changes the options, question or scales of every trial of a section.
 * @param {Definition} definition @param {number} index @param {(trial: import("./types.js").Trial) => import("./types.js").Trial} change @returns {Definition}
 */
export const changeTrials = (definition, index, change) => changeSection(definition, index, { trials: (definition.sections[index].trials ?? []).map(change) });

/**
 * Labels typed as lines "5 = Excellent".
 * @param {string} text
 * @returns {{ points: import("./types.js").ScalePoint[], problem: string }}
 */
export function readPoints(text) {
  /** @type {import("./types.js").ScalePoint[]} */
  const points = [];
  for (const line of text.split("\n").map((each) => each.trim()).filter(Boolean)) {
    const parts = /^([+\-−]?\d+(?:\.\d+)?)\s*[=:]\s*(.+)$/u.exec(line);
    if (!parts) return { points: [], problem: `"${line}" is not of the form 5 = Excellent.` };
    points.push({ value: Number(parts[1].replace("−", "-")), label: parts[2].trim() });
  }
  const twice = points.find((point, i) => points.findIndex((other) => other.value === point.value) !== i);
  return twice ? { points: [], problem: `The value ${twice.value} comes twice.` } : { points, problem: "" };
}

/** @param {import("./types.js").ScalePoint[]} points */
export const writePoints = (points) => points.map((point) => `${point.value} = ${point.label}`).join("\n");
