// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { Button } from "../../../ui/components.js";
import { useStore } from "../../../ui/use-store.js";
import { unlockAudio } from "../audio-store.js";
import { DeliveryNotice } from "../save-state.js";
import { t } from "../words.js";

/** @typedef {{ visit: import("../visit.js").Visit, page: import("../types.js").Page, session: import("../types.js").Session }} PageProps */

/** Plain text in paragraphs. @param {{ text: string }} props */
export function Prose({ text }) {
  return html`<div class="prose">${text.split(/\n\s*\n/).map((paragraph, i) => html`<p key=${i}>${paragraph.trim()}</p>`)}</div>`;
}

/**
 * Sends a page's answers; while they wait the page says so and stays.
 * @param {import("../visit.js").Visit} visit
 * @param {import("../types.js").Page} page
 */
export function useCompletion(visit, page) {
  const [busy, setBusy] = useState(() => visit.deliveries.isCompleting(visit.state.get().session?.key ?? "", page.index));
  const { refused } = useStore(visit.deliveries.state);
  useEffect(() => { if (refused) setBusy(false); }, [refused]);
  const complete = async (/** @type {Record<string, unknown>} */ answers) => {
    unlockAudio();
    setBusy(true);
    try {
      await visit.complete(page, answers);
    } catch { /* the notice says why */
      setBusy(false);
    }
  };
  return { busy, complete, setBusy };
}

/**
 * Heading, what the page asks, and what leads on.
 * @param {{ visit: import("../visit.js").Visit, heading: string, text?: string, wide?: boolean, children?: any, actions?: any, above?: any, below?: any }} props
 */
export function PageFrame({ visit, heading, text, wide, children, actions, above, below }) {
  return html`<section class=${`listen-card stack ${wide ? "wide" : ""}`}>
    ${above}
    <h1>${heading}</h1>
    ${text && html`<${Prose} text=${text} />`}
    ${children}
    <${DeliveryNotice} deliveries=${visit.deliveries} />
    ${actions && html`<div class="listen-actions">${actions}</div>`}
    ${below}
  </section>`;
}

/** @param {{ busy?: boolean, disabled?: boolean, label?: string, onClick?: () => void, type?: "button" | "submit" }} props */
export function NextButton({ busy, disabled, label, onClick, type }) {
  return html`<${Button} kind="primary" size="large" class="listen-next" type=${type ?? "button"} disabled=${busy || disabled} onClick=${onClick}>${busy ? t("saving") : label ?? t("continue")}<//>`;
}
