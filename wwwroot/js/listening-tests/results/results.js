// @ts-check
import { html, render } from "/lib/htm-preact.js";
import { mountShell } from "../../ui/shell.js";
import { ResultsPage } from "./results-page.js";

mountShell(/** @type {any} */ ("tests"));
const main = document.getElementById("main");
if (main) render(html`<${ResultsPage} />`, main);
