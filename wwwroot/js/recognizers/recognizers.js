// @ts-check
import { html, render } from "/lib/htm-preact.js";
import { mountShell } from "../ui/shell.js";
import { BoardPage } from "./board-page.js";

mountShell("recognizers");
const main = document.getElementById("main");
if (main) render(html`<${BoardPage} />`, main);
