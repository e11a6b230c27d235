// @ts-check
// Files as text: UTF-8, or UTF-16 where a byte-order mark says so. Nothing is replaced silently.

const lineFeed = 10;

/**
 * The text of a file.
 * @param {string} name as messages call it
 * @param {Blob} file
 * @returns {Promise<string>}
 * @throws {Error} with name, line and cure where the bytes are no text in a known encoding
 */
export async function textOf(name, file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Error(encoding === "utf-8"
      ? `${name}, line ${lineWithoutUtf8(bytes)}: The line is not UTF-8; the file may be in another encoding, such as Latin-1 or Windows-1252. Save it as UTF-8.`
      : `${name}: The file begins as UTF-16, but is not. Save it as UTF-8.`);
  }
}

/** @param {Uint8Array} bytes @returns {number} from 1; no character of UTF-8 reaches over a line's end */
function lineWithoutUtf8(bytes) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let line = 1, start = 0; ; line++) {
    const end = bytes.indexOf(lineFeed, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
  }
}
