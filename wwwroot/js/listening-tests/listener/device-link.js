// @ts-check
import { html } from "/lib/htm-preact.js";
import { linkOfSession } from "./address.js";
import { CopyField } from "./copy-field.js";
import { t } from "./words.js";

/** @param {{ token: string, sessionKey: string }} props */
export function DeviceLink({ token, sessionKey }) {
  return html`<details class="more device-link">
    <summary>${t("device.title")}</summary>
    <${CopyField} label=${t("device.text")} value=${linkOfSession(location.origin, token, sessionKey)} />
  </details>`;
}
