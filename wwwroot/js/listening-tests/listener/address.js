// @ts-check
/** What the address of the page says: the link's token, the session of another device, and the listener's parameters. */

/**
 * @param {{ pathname: string, search: string }} location
 * @returns {{ token: string, session: string | null, parameters: Record<string, string> }}
 */
export function readAddress({ pathname, search }) {
  const token = decodeURIComponent(/^\/listen\/([^/]+)/.exec(pathname)?.[1] ?? "");
  /** @type {Record<string, string>} */
  const parameters = {};
  let session = null;
  for (const [name, value] of new URLSearchParams(search)) {
    if (name === "session") session = value;
    else if (name !== "" && !(name in parameters)) parameters[name] = value;
  }
  return { token, session, parameters };
}

/** The link with which another device goes on. @param {string} origin @param {string} token @param {string} key */
export const linkOfSession = (origin, token, key) => `${origin}/listen/${encodeURIComponent(token)}?session=${encodeURIComponent(key)}`;

/** The address without the session's key, which stays out of the history. @param {string} search */
export function withoutSession(search) {
  const kept = new URLSearchParams(search);
  kept.delete("session");
  return kept.size > 0 ? `?${kept}` : "";
}

/** Where a finished listener may be sent: web addresses only. @param {string | null | undefined} address @returns {URL | null} */
export function redirectOf(address) {
  try {
    const url = new URL(address ?? "");
    return url.protocol === "http:" || url.protocol === "https:" ? url : null;
  } catch {
    return null;
  }
}

/** Where this browser keeps the session of a link. @param {string} token */
export const sessionStorageKey = (token) => `speechscoop-listen-session:${token}`;

/** Where this browser keeps the level that the listener set. @param {string} token */
export const volumeStorageKey = (token) => `speechscoop-listen-volume:${token}`;

/** A stored level, 0..1; full where none was set. @param {string | null} stored */
export function volumeOf(stored) {
  const level = stored === null || stored === "" ? NaN : Number(stored);
  return level >= 0 && level <= 1 ? level : 1;
}
