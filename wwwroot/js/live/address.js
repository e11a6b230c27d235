// @ts-check
/**
 * The page's address: `/live#speak`, `/live#type/<trial>`. A link from elsewhere may say `?tab=drop` or `?trial=<id>`.
 *
 * @typedef {"speak" | "type" | "drop"} TabId
 * @typedef {{ tab: TabId | null, trial: string | null }} Address
 */

/** @type {readonly TabId[]} */
export const tabIds = ["speak", "type", "drop"];

/** Which tab shows a trial of a kind. @type {Record<string, TabId>} */
export const tabOfKind = { recognition: "speak", synthesis: "type", reconstruction: "drop" };

const safeId = /^[A-Za-z0-9-]{1,64}$/;

/**
 * @param {{ hash: string, search: string }} location
 * @returns {Address} `tab` is null where a trial is named without its tab
 */
export function readAddress({ hash, search }) {
  const [tab, trial] = hash.replace(/^#/, "").split("/");
  if (isTab(tab)) return { tab, trial: trial && safeId.test(trial) ? trial : null };
  const query = new URLSearchParams(search);
  const asked = query.get("tab");
  const named = query.get("trial");
  return { tab: isTab(asked) ? asked : named ? null : "speak", trial: named && safeId.test(named) ? named : null };
}

/** @param {TabId} tab @param {string | null} trial @returns {string} */
export function writeAddress(tab, trial) {
  return trial ? `/live#${tab}/${trial}` : `/live#${tab}`;
}

/** @param {string | null} text @returns {text is TabId} */
function isTab(text) {
  return tabIds.includes(/** @type {TabId} */ (text));
}
