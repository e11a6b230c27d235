// @ts-check
import { html, render } from "/lib/htm-preact.js";
import { mountShell } from "../ui/shell.js";
import { ComparePage } from "./compare-page.js";

mountShell("compare");
const main = document.getElementById("main");
if (main) render(html`<${ComparePage} />`, main);
