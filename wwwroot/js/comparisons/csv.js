// @ts-check
// Tables as CSV (RFC 4180), safe to open in a spreadsheet.

/** One field: quoted where it must be; text that a spreadsheet would run as a formula gets a leading apostrophe.
 * @param {unknown} value */
export function csvField(value) {
  if (value == null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A header and rows as CSV, lines ended by CR LF.
 * @param {string[]} header @param {unknown[][]} rows */
export function csv(header, rows) {
  return [header, ...rows].map((row) => row.map(csvField).join(",")).join("\r\n") + "\r\n";
}
