// @ts-check
import { html, render } from "/lib/htm-preact.js";
import { mountShell } from "../../ui/shell.js";
import { TestPage } from "./test-page.js";

mountShell("tests");
const main = document.getElementById("main");
if (main) render(html`<${TestPage} id=${new URLSearchParams(location.search).get("id") ?? ""} />`, main);
