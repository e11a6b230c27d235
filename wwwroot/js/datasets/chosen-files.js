// @ts-check
// Files that were chosen or dropped: recordings apart from lists.

/** @typedef {{ name: string, size: number, file: File }} Chosen */

const listName = /\.(csv|tsv|json|jsonl|ndjson|txt|trn|stm|ctm|scp|srt|vtt|textgrid)$/i;

/** Whether a file holds text; files without an ending do too, as Kaldi names its lists. @param {string} name */
export const isList = (name) => listName.test(name) || !/[^/\\]\.[^/\\]*$/.test(name);

/** Name of a chosen file with the folders that it was chosen with. @param {File} file */
const nameOf = (file) => file.webkitRelativePath || file.name;

/** @param {Iterable<File>} files @returns {Chosen[]} without hidden files */
export const chosenOf = (files) => [...files].map((file) => ({ name: nameOf(file), size: file.size, file })).filter(({ name }) => !name.split("/").some((part) => part.startsWith(".")));

/** Adds files; one of the same name replaces the former. @param {Chosen[]} before @param {Chosen[]} more */
export const withFiles = (before, more) => [...before.filter((old) => !more.some((file) => file.name === old.name)), ...more];

/** All files of what was dropped, folders included. @param {DataTransfer} transfer @returns {Promise<Chosen[]>} */
export async function droppedFiles(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry !== null && entry !== undefined);
  if (entries.length === 0) return chosenOf(transfer.files);
  /** @type {Chosen[]} */
  const found = [];
  const walk = async (/** @type {any} */ entry) => {
    if (entry.name.startsWith(".")) return;
    if (entry.isFile) {
      const file = /** @type {File} */ (await new Promise((resolve, reject) => entry.file(resolve, reject)));
      found.push({ name: entry.fullPath.replace(/^\//, ""), size: file.size, file });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const batch = /** @type {any[]} */ (await new Promise((resolve, reject) => reader.readEntries(resolve, reject)));
      if (batch.length === 0) return;
      for (const each of batch) await walk(each);
    }
  };
  for (const entry of entries) await walk(entry);
  return found;
}
