// @ts-check
import { html } from "/lib/htm-preact.js";
import { useStore } from "../../ui/use-store.js";
import { t } from "./words.js";

/** Whether everything has arrived. @param {{ deliveries: import("./deliveries.js").Deliveries }} props */
export function SaveState({ deliveries }) {
  const { waiting, failing } = useStore(deliveries.state);
  const tone = waiting === 0 ? "saved" : failing ? "waiting" : "saving";
  const words = waiting === 0 ? `✓ ${t("saved")}` : failing ? `⚠ ${t("waiting", { n: waiting })}` : t("saving");
  return html`<span class=${`save-state ${tone}`} role="status">${words}</span>`;
}

/** What to know while answers wait, or were refused. @param {{ deliveries: import("./deliveries.js").Deliveries }} props */
export function DeliveryNotice({ deliveries }) {
  const { waiting, failing, refused, code } = useStore(deliveries.state);
  if (waiting > 0 && failing) {
    return html`<div class="notice" data-tone="warn" role="alert"><div class="body"><span class="title">${t("offline.title")}</span><div>${t("offline.text")}</div></div></div>`;
  }
  if (!refused) return null;
  return html`<div class="notice" data-tone="bad" role="alert"><div class="body"><span class="title">${t("refused.title")}</span><div>${code === "test-closed" ? t("problem.closed") : refused}</div></div></div>`;
}
