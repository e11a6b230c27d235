// @ts-check
import { number } from "../ui/format.js";

/**
 * An amount with its currency: "12.50 EUR", amounts below 1 with three digits that count.
 * @param {number | null | undefined} amount @param {string} currency
 */
export function money(amount, currency) {
  if (amount === null || amount === undefined) return "–";
  const size = Math.abs(amount);
  const digits = size === 0 || size >= 1 ? 2 : Math.min(8, 2 - Math.floor(Math.log10(size)));
  return `${number(amount, digits)}\u202f${currency}`;
}

/**
 * A price as the form holds it (texts) from what the API says, and back.
 * @typedef {{ vendor: string, perMinute: string, granularitySeconds: string, minimumSeconds: string, minimumCharge: string, currency: string, source: string, date: string }} PriceRow
 */

/** @param {import("./types.js").Price} price @returns {PriceRow} */
export const toRow = (price) => ({
  vendor: price.vendor, perMinute: price.perMinute === null ? "" : String(price.perMinute), granularitySeconds: String(price.granularitySeconds), minimumSeconds: String(price.minimumSeconds),
  minimumCharge: String(price.minimumCharge), currency: price.currency, source: price.source, date: price.date ?? "",
});

/**
 * @param {PriceRow} row
 * @returns {import("./types.js").Price}
 * @throws {Error} for a field that is no number, in a sentence
 */
export function toPrice(row) {
  const read = (/** @type {string} */ text, /** @type {string} */ name) => {
    const value = Number(text.trim().replace(",", "."));
    if (!Number.isFinite(value)) throw new Error(`${name} of ${row.vendor || "a vendor"} is “${text}”, which is no number.`);
    return value;
  };
  return {
    vendor: row.vendor.trim(),
    perMinute: row.perMinute.trim() === "" ? null : read(row.perMinute, "The price per minute"),
    granularitySeconds: read(row.granularitySeconds, "The billing step"),
    minimumSeconds: read(row.minimumSeconds, "The shortest billed time"),
    minimumCharge: read(row.minimumCharge, "The smallest charge"),
    currency: row.currency.trim().toUpperCase(),
    source: row.source.trim(),
    date: row.date === "" ? null : row.date,
  };
}

/** A row to fill in. @param {string} [vendor] @returns {PriceRow} */
export const emptyRow = (vendor = "") => ({ vendor, perMinute: "", granularitySeconds: "1", minimumSeconds: "0", minimumCharge: "0", currency: "EUR", source: "", date: "" });
