// @ts-check
import { html } from "/lib/htm-preact.js";
import { useId, useRef, useState } from "/lib/preact-hooks.js";
import { Button } from "../../ui/components.js";
import { t } from "./words.js";

/** Text to take along; copying works on plain HTTP too. @param {{ label: string, value: string, large?: boolean }} props */
export function CopyField({ label, value, large }) {
  const [copied, setCopied] = useState(false);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const id = useId();
  const copy = () => {
    input.current?.select();
    setCopied(document.execCommand("copy"));
  };
  return html`<div class=${`copy-field ${large ? "large" : ""}`}>
    <label for=${id}>${label}</label>
    <input class="input" id=${id} ref=${input} readonly value=${value} onFocus=${() => input.current?.select()} />
    <${Button} size="large" onClick=${copy}>${copied ? t("copied") : t("copy")}<//>
    <span class="visually-hidden" role="status">${copied ? t("copied") : ""}</span>
  </div>`;
}
