// @ts-check
import { html, render } from "/lib/htm-preact.js";
import { mountShell } from "../ui/shell.js";
import { OutputsPage } from "./outputs-page.js";

mountShell("outputs");
const main = document.getElementById("main");
if (main) render(html`<${OutputsPage} />`, main);
