// @ts-check
import { html, render } from "/lib/htm-preact.js";
import { mountShell } from "../ui/shell.js";
import { InstalledSystems } from "./installed-systems.js";

mountShell("");
const packs = document.getElementById("packs");
if (packs) {
  packs.replaceChildren();
  render(html`<${InstalledSystems} />`, packs);
}
