// @ts-check
import { api } from "../ui/api.js";

/** @typedef {{ packs: import("./pack-groups.js").Pack[], systems: import("./pack-groups.js").System[] }} Installed */

/**
 * Packs and systems on this server.
 * @param {AbortSignal} [signal]
 * @returns {Promise<Installed>}
 */
export async function readPacks(signal) {
  const [packs, systems] = await Promise.all([api.get("/api/packs", { signal }), api.get("/api/systems", { signal })]);
  return { packs, systems };
}
