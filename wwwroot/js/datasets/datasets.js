// @ts-check
import { html, render } from "/lib/htm-preact.js";
import { mountShell } from "../ui/shell.js";
import { DatasetPage } from "./dataset-page.js";
import { DatasetsPage } from "./datasets-page.js";
import { NewDatasetPage } from "./new-dataset-page.js";

mountShell("datasets");
const query = new URLSearchParams(location.search);
const main = document.getElementById("main");
if (main) render(query.has("id") ? html`<${DatasetPage} id=${query.get("id")} />` : query.has("new") ? html`<${NewDatasetPage} />` : html`<${DatasetsPage} />`, main);
