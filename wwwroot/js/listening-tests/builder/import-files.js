// @ts-check
/** Sorts what was chosen for an import. */

/** @typedef {import("./folder-files.js").Chosen} Chosen */

const audioName = /\.(wav|wave|flac|mp3|ogg|oga|opus|m4a|aac|aif|aiff|webm)$/i;

/**
 * One webMUSHRA configuration, or tables, and the audio beside them.
 * @param {Chosen[]} chosen
 * @returns {{ configs: Chosen[], audio: Chosen[], problem: string }}
 */
export function splitImport(chosen) {
  const visible = chosen.filter(({ name }) => !name.split("/").some((part) => part.startsWith(".")));
  const audio = visible.filter(({ name }) => audioName.test(name));
  const yaml = visible.filter(({ name }) => /\.ya?ml$/i.test(name));
  const tables = visible.filter(({ name }) => /\.csv$/i.test(name));
  const configs = yaml.length > 0 ? yaml : tables;
  if (yaml.length > 1) return { configs, audio, problem: `There are ${yaml.length} configurations. Keep one.` };
  if (yaml.length > 0 && tables.length > 0) return { configs, audio, problem: "Choose a webMUSHRA configuration or tables of the P.808 toolkit, not both." };
  if (chosen.length > 0 && configs.length === 0) return { configs, audio, problem: "There is no configuration among these files. Add a .yaml file of webMUSHRA or a .csv table of the P.808 toolkit." };
  return { configs, audio, problem: "" };
}
