// @ts-check
// What the API says of vendors and prices.

/**
 * @typedef {object} Vendor
 * @property {string} name @property {string} title @property {string} kind @property {string} host @property {boolean} hasKey @property {string} keyVariable
 * @property {boolean} isUsable @property {boolean} streams @property {string} language @property {number} timeoutSeconds @property {number} concurrency
 * @property {{ id: string, kind: "recognizer" | "synthesizer", model: string, colour: number }[]} systems
 */

/** @typedef {{ settingsFile: string, vendors: Vendor[], problems: { name: string, message: string }[] }} Vendors */

/** @typedef {{ systemId: string, problem: string | null, text: string | null, audioSeconds: number | null, seconds: number | null, attempts: number | null }} VendorTest */

/**
 * @typedef {object} Price
 * @property {string} vendor @property {number | null} perMinute @property {number} granularitySeconds @property {number} minimumSeconds
 * @property {number} minimumCharge @property {string} currency @property {string} source @property {string | null} date
 */

/** @typedef {{ recordings: number, audioSeconds: number, billedSeconds: number, cost: number, currency: string, surplus: number, costPerMinute: number }} Billed */

/** @typedef {{ minutesPerMonth: number, clips: number, meanSeconds: number, vendors: { price: Price, month: Billed | null }[] }} Month */

/**
 * @typedef {object} ConditionCost
 * @property {{ id: string, title: string, colour: number }} system @property {Record<string, unknown>} settings @property {number} done @property {number} failed
 * @property {Price | null} price @property {Billed | null} billed @property {number | null} correctWords @property {number | null} perThousandCorrectWords
 */

/** @typedef {{ id: string, title: string, conditions: ConditionCost[] }} RunCosts */

export {};
