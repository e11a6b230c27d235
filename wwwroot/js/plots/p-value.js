// @ts-check
import { number } from "../ui/format.js";

/** A p value the way papers write it: exact above a thousandth. @param {number | null | undefined} p */
export function pValue(p) {
  if (p === null || p === undefined || !Number.isFinite(p)) return "p unknown";
  return p < 0.001 ? "p < 0.001" : `p = ${number(p, p < 0.0995 ? 3 : 2)}`;
}
