// @ts-check
import { html } from "/lib/htm-preact.js";
import { Tag } from "../../ui/components.js";

const words = { draft: "Draft", open: "Open", closed: "Closed" };

/** @param {{ status: import("./types.js").TestStatus }} props */
export function StatusTag({ status }) {
  return html`<${Tag} tone=${status === "open" ? "good" : status === "draft" ? "warn" : undefined}>${words[status]}<//>`;
}
