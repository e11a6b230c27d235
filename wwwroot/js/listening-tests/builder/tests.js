// @ts-check
import { html, render } from "/lib/htm-preact.js";
import { mountShell } from "../../ui/shell.js";
import { NewTestPage } from "./new-test-page.js";
import { TestsPage } from "./tests-page.js";

mountShell("tests");
const main = document.getElementById("main");
if (main) render(new URLSearchParams(location.search).has("new") ? html`<${NewTestPage} />` : html`<${TestsPage} />`, main);
