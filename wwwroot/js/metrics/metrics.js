// @ts-check
import { html, render } from "/lib/htm-preact.js";
import { mountShell } from "../ui/shell.js";
import { MetricsPage } from "./metrics-page.js";

mountShell("metrics");
const main = document.getElementById("main");
if (main) render(html`<${MetricsPage} />`, main);
