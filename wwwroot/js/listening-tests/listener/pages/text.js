// @ts-check
import { html } from "/lib/htm-preact.js";
import { t } from "../words.js";
import { NextButton, PageFrame, useCompletion } from "./page-frame.js";

/** @param {import("./page-frame.js").PageProps} props */
export function TextPage({ visit, page }) {
  const { busy, complete } = useCompletion(visit, page);
  return html`<${PageFrame} visit=${visit} heading=${page.title || t("text.title")} text=${page.text} actions=${html`<${NextButton} busy=${busy} onClick=${() => complete({})} />`} />`;
}
