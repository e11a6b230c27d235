// @ts-check
import { html, render } from "/lib/htm-preact.js";
import { mountShell } from "../ui/shell.js";
import { VendorsPage } from "./vendors-page.js";

mountShell("vendors");
const main = document.getElementById("main");
if (main) render(html`<${VendorsPage} />`, main);
