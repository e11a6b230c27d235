// @ts-check
// What GET /api/listening-tests/{id}/results, /sessions and /coverage return.

/** @typedef {{ value: number, low: number | null, high: number | null, n: number, recipe: string }} Estimate */
/** @typedef {{ median: number, lowerQuartile: number, upperQuartile: number, lowerWhisker: number, upperWhisker: number, outliers: number[], n: number }} Box */
/** @typedef {{ from: number, to: number, count: number }} Bin */
/** @typedef {"system" | "reference" | "anchor35" | "anchor70"} Role */

/**
 * @typedef {object} ConditionScore
 * @property {string} condition @property {string} title @property {Role} role
 * @property {number} ratings @property {number} listeners @property {number} items
 * @property {Estimate} mean @property {Estimate | null} cluster @property {number | null} standardDeviation @property {Estimate} median
 * @property {Box} box @property {Bin[]} histogram @property {number[]} density @property {number | null} bimodality
 * @property {{ listeners: number, halfWidth: number, target: number, more: number | null, moreAtMost: number | null } | null} forecast
 */

/** @typedef {{ condition: string, item: string, ratings: number, listeners: number, mean: Estimate, median: number }} ItemScore */
/** @typedef {{ p: number, holm: number } | null} Tested */
/** @typedef {{ a: string, titleA: string, b: string, titleB: string, listeners: number, difference: Estimate, student: Tested, wilcoxon: Tested, signFlip: Tested, dz: number | null, gz: number | null, rankBiserial: number | null }} Pair */

/**
 * @typedef {object} Scale
 * @property {string} design @property {string} scale @property {number} minimum @property {number} maximum
 * @property {ConditionScore[]} conditions @property {ItemScore[]} items @property {Pair[]} pairs
 * @property {{ statistic: number, degreesOfFreedom: number, p: number, kendallsW: number, listeners: number, recipe: string } | null} overall
 */

/** @typedef {{ condition: string, title: string, against: string, titleAgainst: string, ratings: number, listeners: number, mean: Estimate, pValue: number | null, histogram: Bin[] }} Comparison */
/** @typedef {{ design: string, a: string, titleA: string, b: string, titleB: string, winsA: number, winsB: number, ties: number, listeners: number, share: Estimate | null, pValue: number | null, firstShare: number | null }} Choices */
/** @typedef {{ a: string, titleA: string, b: string, titleB: string, right: number, trials: number, listeners: number, share: Estimate, pValue: number, needed: number | null }} Identification */
/** @typedef {{ condition: string, title: string, role: Role, transcripts: number, listeners: number, words: number, substitutions: number, deletions: number, insertions: number, wordErrorRate: Estimate }} Intelligibility */
/**
 * @typedef {object} Agreement
 * @property {string} design @property {string} scale @property {Estimate | null} alpha @property {Estimate | null} oneListener @property {Estimate | null} allListeners
 * @property {Estimate | null} spread @property {{ condition: string, title: string, mean: Estimate, plain: number }[]} corrected
 * @property {{ listener: string, bias: Estimate, inconsistency: number }[]} listeners
 */

/**
 * @typedef {object} Ranking
 * @property {string} design
 * @property {{ condition: string, title: string, strength: Estimate, points: Estimate, rank: number, worstRank: number, choices: number }[]} systems
 * @property {Estimate} firstAdvantage @property {number} tieRate @property {string[][]} groups @property {boolean} isFinite @property {boolean} converged
 * @property {number} listeners @property {number} choices
 */

/** @typedef {{ design: string, scale: string, a: string, titleA: string, b: string, titleB: string, n: number, difference: Estimate | null, p: number, holm: number, recipe: string }} EarlyDecision */

/** @typedef {{ value: number, interval: { low: number, high: number } | null, n: number }} Correlation */
/** @typedef {{ condition: string, item: string | null, value: number, rating: number, halfWidth: number | null, n: number }} MetricPoint */
/**
 * @typedef {object} MetricAgreement
 * @property {Correlation | null} pearson @property {Correlation | null} spearman @property {{ slope: number, intercept: number } | null} mapping
 * @property {{ rmse: number, epsilonInsensitiveRmse: number | null, outlierRatio: number | null, n: number } | null} error @property {number} n
 */
/** @typedef {{ kind: { id: string, version: string, unit: string, recipe: string }, stimuli: MetricPoint[], byStimulus: MetricAgreement, conditions: MetricPoint[], byCondition: MetricAgreement }} ComparedMetric */
/** @typedef {{ design: string | null, scale: string | null, metrics: ComparedMetric[], missing: "none" | "no-ratings" | "no-reference" | "not-measurable" }} MetricsView */

/** @typedef {{ sessions: number, completed: number, running: number, screenedOut: number, declined: number, listeners: number, ratings: number, leftOut: Record<string, number> }} Counts */

/**
 * @typedef {object} Results
 * @property {Counts} counts @property {Scale[]} scales @property {Comparison[]} comparisons @property {Choices[]} preferences
 * @property {Ranking[]} rankings @property {Agreement[]} agreement @property {Identification[]} identifications @property {Intelligibility[]} intelligibility
 * @property {EarlyDecision[]} earlyDecisions
 */

/** @typedef {{ id: string, title: string, role: Role, systemId: string | null, colour: number }} Condition */
/** @typedef {{ rule: string, scope: "listener" | "session" | "rating", listener: string, session: string | null, rating: string | null, reason: string }} Finding */

/**
 * @typedef {object} ResultsView
 * @property {{ id: string, version: number, title: string, status: "draft" | "open" | "closed", hash: string | null, seed: number, designs: string[], publishedAt: string | null, closedAt: string | null }} test
 * @property {Condition[]} conditions
 * @property {{ profile: string, version: number, usual: string, profiles: string[], exclusions: Finding[], flags: Finding[], kept: number, ratings: number, rules: string }} screening
 * @property {Results} results @property {Results | null} unscreened @property {string[]} exports @property {string} application
 */

/** @typedef {{ conditions: string[], items: string[], cells: { condition: string, item: string, planned: number | null, given: number }[] }} Coverage */

export {};
