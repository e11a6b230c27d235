// @ts-check
/** What a chosen folder, or a number of files with a table, holds. */

/** @typedef {{ name: string, size: number, file?: File }} Chosen */
/** @typedef {{ audio: Chosen[], table: Chosen | null, skipped: number, conditions: string[], items: string[], missing: string[], problem: string }} Found */

const audioName = /\.(wav|wave|flac|mp3|ogg|oga|opus|m4a|aac|aif|aiff|webm)$/i;

/** Name of a chosen file with the folders that it was chosen with. @param {File} file */
export const nameOf = (file) => file.webkitRelativePath || file.name;

/**
 * Sorts chosen files: audio by condition and item, a table, and what is neither.
 * @param {Chosen[]} chosen
 * @returns {Found}
 */
export function sortFiles(chosen) {
  const visible = chosen.filter(({ name }) => !name.split("/").some((part) => part.startsWith(".")));
  const tables = visible.filter(({ name }) => /\.(csv|tsv)$/i.test(name));
  const audio = visible.filter(({ name }) => audioName.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const skipped = chosen.length - audio.length - Math.min(tables.length, 1);
  const table = tables[0] ?? null;
  const found = { audio, table, skipped, conditions: [], items: [], missing: [], problem: "" };
  if (audio.length === 0) return { ...found, problem: chosen.length === 0 ? "" : "There is no audio among these files. Choose WAV, FLAC, MP3, Ogg, Opus or M4A files." };
  if (tables.length > 1) return { ...found, problem: `There are ${tables.length} tables. Keep one.` };
  if (table) return found;
  const clips = audio.map(({ name }) => ({ name, parts: name.split("/").filter(Boolean) }));
  const loose = clips.find(({ parts }) => parts.length < 2);
  if (loose) return { ...found, problem: `${loose.name} is in no folder. Put the files of each condition in a folder of its own, or add a table.` };
  const conditions = [...new Set(clips.map(({ parts }) => parts[parts.length - 2]))];
  const items = [...new Set(clips.map(({ parts }) => itemOf(parts)))];
  const there = new Set(clips.map(({ parts }) => `${parts[parts.length - 2]}/${itemOf(parts)}`));
  const missing = conditions.flatMap((condition) => items.filter((item) => !there.has(`${condition}/${item}`)).map((item) => `${condition}/${item}`));
  return { ...found, conditions, items, missing };
}

/** @param {string[]} parts */
const itemOf = (parts) => parts[parts.length - 1].replace(/\.[^.]*$/, "");
