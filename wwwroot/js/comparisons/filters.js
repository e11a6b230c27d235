// @ts-check
// The comparison's filters live in the address, so that a view can be linked, reloaded and gone back to.

/** @typedef {"recognizer" | "synthesizer" | "tokenizer"} Kind */

/**
 * @typedef {object} Filters
 * @property {Kind} kind
 * @property {string} from First day, yyyy-mm-dd; empty for no bound.
 * @property {string} to Last day, inclusive; empty for no bound.
 * @property {string} listener Empty for all.
 * @property {string} source Empty for all.
 * @property {boolean} blindOnly Whether ratings given in the open are left out.
 */

/** @type {Kind[]} */
export const KINDS = ["recognizer", "synthesizer", "tokenizer"];

/** @type {Filters} */
export const NO_FILTERS = { kind: "recognizer", from: "", to: "", listener: "", source: "", blindOnly: true };

/** A real calendar day, or empty. @param {string | null} text */
function day(text) {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return "";
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text) ? text : "";
}

/** Filters from an address' query; what is not understood falls back to no filter.
 * @param {string} search @returns {Filters} */
export function readFilters(search) {
  const query = new URLSearchParams(search);
  const kind = /** @type {Kind} */ (query.get("kind"));
  return {
    kind: KINDS.includes(kind) ? kind : NO_FILTERS.kind,
    from: day(query.get("from")),
    to: day(query.get("to")),
    listener: query.get("listener") ?? "",
    source: query.get("source") ?? "",
    blindOnly: query.get("blind") !== "any",
  };
}

/** The query that reads back as these filters; defaults are left out, so the plain page has a plain address.
 * @param {Filters} filters */
export function writeFilters(filters) {
  const query = new URLSearchParams();
  if (filters.kind !== NO_FILTERS.kind) query.set("kind", filters.kind);
  for (const name of /** @type {const} */ (["from", "to", "listener", "source"])) if (filters[name]) query.set(name, filters[name]);
  if (!filters.blindOnly) query.set("blind", "any");
  const text = query.toString();
  return text && `?${text}`;
}

/** Whether anything but the kind is narrowed. @param {Filters} filters */
export const isNarrowed = (filters) => Boolean(filters.from || filters.to || filters.listener || filters.source);

/** The instant a day begins in the reader's own time zone, as ISO-8601 UTC; empty stays empty.
 * @param {string} dayText @param {number} [daysLater] */
function startOfDay(dayText, daysLater = 0) {
  if (!dayText) return "";
  const [year, month, date] = dayText.split("-").map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}

/** The API address of a comparison. The API takes instants: `from` included, `to` excluded, so the last day counts whole.
 * @param {Filters} filters @param {"" | ".csv" | "/ratings.csv"} [suffix] */
export function comparisonAddress(filters, suffix = "") {
  const query = new URLSearchParams();
  if (filters.from) query.set("from", startOfDay(filters.from));
  if (filters.to) query.set("to", startOfDay(filters.to, 1));
  if (filters.listener) query.set("listener", filters.listener);
  if (filters.source) query.set("source", filters.source);
  query.set("blindOnly", String(filters.blindOnly));
  return `/api/comparisons/${filters.kind}${suffix}?${query}`;
}
