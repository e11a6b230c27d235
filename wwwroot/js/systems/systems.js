// @ts-check
import { html, render } from "/lib/htm-preact.js";
import { mountShell } from "../ui/shell.js";
import { SystemsPage } from "./systems-page.js";

mountShell("systems");
const main = document.getElementById("main");
if (main) render(html`<${SystemsPage} />`, main);
