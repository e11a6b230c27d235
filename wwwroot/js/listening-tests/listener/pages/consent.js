// @ts-check
import { html } from "/lib/htm-preact.js";
import { Button } from "../../../ui/components.js";
import { t } from "../words.js";
import { NextButton, PageFrame, useCompletion } from "./page-frame.js";

/** @param {import("./page-frame.js").PageProps} props */
export function ConsentPage({ visit, page }) {
  const { busy, complete } = useCompletion(visit, page);
  return html`<${PageFrame} visit=${visit} heading=${page.title || t("consent.title")} text=${page.text || t("consent.text")} actions=${html`
    <${Button} size="large" disabled=${busy} onClick=${() => complete({ agrees: false })}>${t("consent.decline")}<//>
    <${NextButton} busy=${busy} label=${t("consent.agree")} onClick=${() => complete({ agrees: true })} />`} />`;
}
