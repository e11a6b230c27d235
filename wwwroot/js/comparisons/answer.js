// @ts-check
// The comparison's first sentence: who leads and by how much, or in plain words why that cannot be said yet.
import { bitRate, number, percent, plural } from "../ui/format.js";
import { pValue } from "../plots/p-value.js";
import { rank } from "./ranking.js";
import { isTested } from "./systems.js";

/** @typedef {import("./types.js").Comparison} Comparison */
/** @typedef {import("./types.js").ComparedSystem} ComparedSystem */
/** @typedef {import("./ranking.js").Score} Score */

/**
 * @typedef {object} Answer
 * @property {"clear" | "tie" | "thin" | "alone" | "none"} outcome
 * @property {string} headline One sentence.
 * @property {string[]} reasons Sentences that back the headline or limit it.
 * @property {string[]} leaders Ids of the systems that the headline is about.
 */

/**
 * @typedef {object} Criterion
 * @property {(system: ComparedSystem) => Omit<Score, "id" | "title"> | null} read
 * @property {boolean} higherIsBetter
 * @property {number} least Observations that a system needs to be called a leader: below it, intervals say little.
 * @property {string} one What is counted. @property {string} many
 * @property {string} name
 * @property {(value: number) => string} write
 * @property {(lead: number) => string} writeLead
 */

/** @type {Criterion} */
const wordErrorRate = {
  name: "word error rate", one: "scored recording", many: "scored recordings", higherIsBetter: false, least: 5,
  read: ({ wer }) => (wer ? { value: wer.value, low: wer.low, high: wer.high, n: wer.n } : null),
  write: (value) => percent(value), writeLead: (lead) => `${number(lead * 100, 1)} points of word error rate`,
};

/** @type {Criterion} */
const meanOpinion = {
  name: "mean opinion score", one: "rating", many: "ratings", higherIsBetter: true, least: 5,
  read: ({ mos }) => (mos ? { value: mos.mean, low: mos.low, high: mos.high, n: mos.n } : null),
  write: (value) => number(value, 2), writeLead: (lead) => `${number(lead, 2)} points of mean opinion score`,
};

/** @type {Criterion} */
const mushraMean = {
  name: "mean MUSHRA score", one: "rating", many: "ratings", higherIsBetter: true, least: 5,
  read: ({ mushra }) => (mushra ? { value: mushra.mean, low: mushra.meanLow, high: mushra.meanHigh, n: mushra.n } : null),
  write: (value) => number(value, 0), writeLead: (lead) => `${number(lead, 0)} MUSHRA points`,
};

/** What is asked first of each kind. */
const CRITERIA = { recognizer: wordErrorRate, synthesizer: meanOpinion, tokenizer: mushraMean };

/** "A", "A and B", "A, B and C". @param {string[]} names */
export function listed(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}

/** @param {ComparedSystem[]} systems */
const underTest = (systems) => systems.filter(isTested);

/** @param {ComparedSystem[]} systems @param {Criterion} criterion @returns {Score[]} */
function scoresOf(systems, criterion) {
  return underTest(systems).flatMap((system) => {
    const score = criterion.read(system);
    return score && Number.isFinite(score.value) ? [{ ...score, id: system.id, title: system.title }] : [];
  });
}

/** @param {Score} score @param {Criterion} criterion */
function withInterval(score, criterion) {
  const range = score.low == null || score.high == null ? "no interval" : `95\u202f% interval ${criterion.write(score.low)} to ${criterion.write(score.high)}`;
  return `${score.title}: ${criterion.write(score.value)} (${range}, ${plural(score.n, criterion.one, criterion.many)})`;
}

/** Systems with too little data, in a sentence; none where there are none. @param {Score[]} thin @param {Criterion} criterion */
function leftOut(thin, criterion) {
  if (thin.length === 0) return [];
  const names = listed(thin.map((score) => `${score.title} (n = ${score.n})`));
  return [`Left out with fewer than ${plural(criterion.least, criterion.one, criterion.many)}: ${names}.`];
}

/** The answer by one criterion. @param {Comparison} comparison @param {Criterion} criterion @returns {Answer} */
function byCriterion(comparison, criterion) {
  const { outcome, order, leaders, thin, lead } = rank(scoresOf(comparison.systems, criterion), criterion);
  const ids = leaders.map((leader) => leader.id);
  const figures = order.length > 0 ? [`${order.slice(0, 3).map((score) => withInterval(score, criterion)).join("; ")}.`] : [];
  const reasons = [...figures, ...leftOut(thin, criterion)];
  switch (outcome) {
    case "none":
      return { outcome, headline: `No ${criterion.name} yet.`, reasons: [], leaders: [] };
    case "alone":
      return { outcome, headline: `Only ${order[0].title} has a ${criterion.name}: there is nothing to compare it with yet.`, reasons, leaders: ids };
    case "thin": {
      const least = thin.reduce((one, other) => (other.n < one.n ? other : one));
      return {
        outcome, leaders: [],
        headline: `Too early to say: not enough ${criterion.many}, n = ${least.n} for ${least.title}.`,
        reasons: [`A system needs at least ${plural(criterion.least, criterion.one, criterion.many)} before it is called better or worse.`,
          `${[...order, ...thin].slice(0, 3).map((score) => withInterval(score, criterion)).join("; ")}.`],
      };
    }
    case "tie":
      return { outcome, headline: `Too close to call between ${listed(leaders.map((leader) => leader.title))}: their intervals overlap.`, reasons, leaders: ids };
    default:
      return { outcome, headline: `${order[0].title} leads by ${criterion.writeLead(lead)}: its interval overlaps no other.`, reasons, leaders: ids };
  }
}

/** The winner's share with its exact interval, in a sentence. @param {import("./types.js").Preference} pair @param {string} winner */
function exact(pair, winner) {
  if (pair.share == null || pair.low == null || pair.high == null) return [];
  const [share, low, high] = winner === pair.a ? [pair.share, pair.low, pair.high] : [1 - pair.share, 1 - pair.high, 1 - pair.low];
  return [`${percent(share, 0)} of decided choices, exact 95\u202f% interval ${percent(low, 0)} to ${percent(high, 0)}, sign test ${pValue(pair.pValue)}.`];
}

/** What direct choices between two systems say. @param {Comparison} comparison @returns {Answer[]} */
export function preferenceAnswers({ systems, preferences }) {
  const title = (/** @type {string} */ id) => systems.find((system) => system.id === id)?.title ?? id;
  return preferences.filter((pair) => pair.n > 0).map((pair) => {
    const decided = pair.winsA + pair.winsB;
    const [winner, loser, wins, losses] = pair.winsA >= pair.winsB ? [pair.a, pair.b, pair.winsA, pair.winsB] : [pair.b, pair.a, pair.winsB, pair.winsA];
    const counts = `${wins} to ${losses}${pair.ties ? `, ${pair.ties} undecided` : ""}`;
    const excludesHalf = pair.low != null && pair.high != null && (pair.low > 0.5 || pair.high < 0.5);
    if (excludesHalf) return { outcome: "clear", headline: `${title(winner)} is preferred to ${title(loser)}: ${counts}.`, reasons: exact(pair, winner), leaders: [winner] };
    const few = decided < 6;
    return {
      outcome: few ? "thin" : "tie", leaders: [pair.a, pair.b],
      headline: `No clear preference between ${title(winner)} and ${title(loser)}: ${counts}.`,
      reasons: few ? ["Fewer than six decided choices can never exclude chance."] : exact(pair, winner),
    };
  });
}

/** What limits every answer drawn from these numbers. @param {Comparison} comparison @returns {string[]} */
export function cautions(comparison) {
  const tested = underTest(comparison.systems);
  /** @type {string[]} */
  const found = [];
  const listeners = Math.max(0, ...tested.map(({ mos, mushra }) => Math.max(mos?.listeners ?? 0, mushra?.listeners ?? 0)));
  if (listeners === 1) found.push("All ratings come from one listener: they say what this listener hears, not what listeners hear.");
  const words = tested.flatMap(({ wer }) => (wer ? [wer.words] : []));
  if (words.length > 1 && Math.max(...words) > 1.1 * Math.min(...words))
    found.push(`The systems were not scored on the same words (${Math.min(...words)} to ${Math.max(...words)}): part of the difference may be the recordings'.`);
  const scores = tested.flatMap(({ mushra }) => (mushra ? [mushra.mean] : []));
  if (scores.length > 1 && Math.min(...scores) > 80) found.push("All systems score above 80: the test can hardly tell them apart. Harder clips or lower bit rates would.");
  const reference = comparison.systems.find(({ role, mushra }) => role === "reference" && mushra)?.mushra;
  if (reference && reference.mean < 90)
    found.push(`The hidden reference was rated ${number(reference.mean, 0)} on average, where it should be near 100: these listeners often missed it, so their ratings say little.`);
  const rates = tested.flatMap(({ bitRate: rate, mushra, mos }) => (rate && (mushra || mos) ? [rate.median] : []));
  if (rates.length > 1 && Math.max(...rates) > Math.min(...rates))
    found.push(`Bit rates differ (${bitRate(Math.min(...rates))} to ${bitRate(Math.max(...rates))}): a higher one is expected to sound better.`);
  return found;
}

/** The page's first sentence, with its reasons.
 * @param {Comparison} comparison @returns {Answer} */
export function answer(comparison) {
  const first = byCriterion(comparison, CRITERIA[comparison.kind]);
  if (first.outcome === "clear") return first;
  const preferred = preferenceAnswers(comparison);
  const clear = preferred.find((one) => one.outcome === "clear");
  if (clear && underTest(comparison.systems).length === 2)
    return { ...clear, reasons: [...clear.reasons, ...(first.outcome === "none" ? [] : [first.headline])] };
  if (first.outcome === "none" && preferred.length > 0) return preferred[0];
  return first;
}
