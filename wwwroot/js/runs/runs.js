// @ts-check
import { html, render } from "/lib/htm-preact.js";
import { mountShell } from "../ui/shell.js";
import { ImportPage } from "./import-page.js";
import { NewRunPage } from "./new-run-page.js";
import { RunListPage } from "./run-list-page.js";
import { RunPage } from "./run-page.js";

mountShell("runs");
const query = new URLSearchParams(location.search);
const main = document.getElementById("main");
const page = () => {
  if (query.has("id")) return html`<${RunPage} id=${query.get("id")} />`;
  if (query.has("new")) return html`<${NewRunPage} dataset=${query.get("dataset") ?? ""} />`;
  if (query.has("import")) return html`<${ImportPage} dataset=${query.get("dataset") ?? ""} kind=${query.get("import") ?? ""} />`;
  return html`<${RunListPage} />`;
};
if (main) render(page(), main);
