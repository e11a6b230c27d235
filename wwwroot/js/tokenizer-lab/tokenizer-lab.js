// @ts-check
import { html, render } from "/lib/htm-preact.js";
import { mountShell } from "../ui/shell.js";
import { LabPage } from "./lab-page.js";
import { NewRunPage } from "./new-run-page.js";
import { RunListPage } from "./run-list-page.js";

mountShell("tokenizer-lab");
const main = document.getElementById("main");
const query = new URLSearchParams(location.search);
const run = query.get("run");
if (main) render(run ? html`<${LabPage} id=${run} />` : query.has("new") ? html`<${NewRunPage} dataset=${query.get("dataset") ?? ""} />` : html`<${RunListPage} />`, main);
