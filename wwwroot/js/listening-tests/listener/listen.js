// @ts-check
/** The listener's page. Everything that it knows comes from the link in its address. */
import { html, render } from "/lib/htm-preact.js";
import { App } from "./app.js";

const host = document.getElementById("listen");
if (host) {
  host.replaceChildren();
  render(html`<${App} />`, host);
}
