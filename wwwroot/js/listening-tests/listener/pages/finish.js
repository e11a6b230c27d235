// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { messageOf } from "../../../ui/api.js";
import { Button, Notice } from "../../../ui/components.js";
import { useStore } from "../../../ui/use-store.js";
import { redirectOf } from "../address.js";
import { CopyField } from "../copy-field.js";
import { t } from "../words.js";
import { Prose } from "./page-frame.js";

const redirectAfter = 5000;

/** @param {{ visit: import("../visit.js").Visit, session: import("../types.js").Session }} props */
export function FinishPage({ visit, session }) {
  const { waiting } = useStore(visit.deliveries.state);
  const [problem, setProblem] = useState("");
  const { finish, outcome } = session;
  const kind = outcome === "running" ? "completed" : outcome;
  const redirect = redirectOf(finish?.redirect);
  useEffect(() => {
    if (!redirect || waiting > 0 || session.preview || session.canAddMore) return;
    const timer = setTimeout(() => location.assign(redirect.href), redirectAfter);
    return () => clearTimeout(timer);
  }, [waiting, redirect?.href]);
  const more = () => visit.more().then((next) => visit.follow(next), (error) => setProblem(messageOf(error)));

  return html`<section class="listen-card stack finish">
    <h1>${t(`finish.${kind}`)}</h1>
    <${Prose} text=${finish?.message || t(`finish.${kind}.text`)} />
    ${finish?.code && html`<${CopyField} large label=${t("finish.code")} value=${finish.code} />`}
    ${waiting > 0 && html`<${Notice} tone="warn">${t("finish.sending")}<//>`}
    ${problem && html`<${Notice} tone="bad">${problem}<//>`}
    ${redirect && html`<div class="listen-actions">
      ${!session.preview && !session.canAddMore && waiting === 0 && html`<span class="soft">${t("finish.redirect.soon")}</span>`}
      <a class="button primary large listen-next" href=${redirect.href}>${t("finish.redirect", { host: redirect.host })}</a></div>`}
    ${session.canAddMore && html`<div class="listen-actions"><span class="soft">${t("more.text")}</span><${Button} size="large" onClick=${more}>${t("more")}<//></div>`}
  </section>`;
}
