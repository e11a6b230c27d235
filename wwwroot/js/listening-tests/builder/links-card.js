// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../../ui/api.js";
import { Button, Field, Notice, Tag } from "../../ui/components.js";
import { dateTime, plural } from "../../ui/format.js";

/** @typedef {import("./types.js").Link} Link */

/** @param {{ link: Link, onRevoke: () => void }} props */
function LinkRow({ link, onRevoke }) {
  const [copied, setCopied] = useState(false);
  const address = new URL(link.path, location.href).href;
  const copy = () => navigator.clipboard.writeText(address).then(() => setCopied(true), () => setCopied(false));
  const name = link.label || (link.preview ? "Preview" : "Link");
  return html`<li class="stack-s link-row">
    <div class="spread"><strong>${name}</strong>
      <span class="row">${link.preview && html`<${Tag}>Preview<//>`}${!link.works && html`<${Tag} tone="bad">${link.revokedAt ? "Revoked" : "Expired"}<//>`}</span></div>
    ${link.works && html`<input class="input num" readonly aria-label=${`Address of ${name}`} value=${address} onFocus=${(/** @type {any} */ event) => event.currentTarget.select()} />`}
    <p class="faint">Made ${dateTime(link.createdAt)}${link.maximumSessions ? ` · ${plural(link.maximumSessions, "session")} at most` : ""}${link.expiresAt ? ` · until ${dateTime(link.expiresAt)}` : ""}</p>
    ${link.works && html`<div class="row"><${Button} size="small" onClick=${copy}>${copied ? "Copied" : "Copy"}<span class="visually-hidden"> ${name}</span><//><${Button} size="small" kind="quiet" onClick=${onRevoke}>Revoke<span class="visually-hidden"> ${name}</span><//></div>`}
  </li>`;
}

/** @param {{ onCreate: (link: Record<string, unknown>) => void }} props */
function NewLinkForm({ onCreate }) {
  const submit = (/** @type {any} */ event) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [maximum, until] = [String(data.get("maximum") ?? ""), String(data.get("until") ?? "")];
    onCreate({ label: String(data.get("label") ?? ""), maximumSessions: maximum === "" ? null : Number(maximum), expiresAt: until === "" ? null : new Date(until).toISOString() });
    event.currentTarget.reset();
  };
  return html`<form class="stack-s" onSubmit=${submit}>
    <div class="field-grid">
      <${Field} label="Label" hint="Listeners do not see it.">${(/** @type {Record<string, unknown>} */ attributes) => html`<input ...${attributes} name="label" maxlength="100" placeholder="Prolific" />`}<//>
      <${Field} label="Sessions at most">${(/** @type {Record<string, unknown>} */ attributes) => html`<input ...${attributes} name="maximum" type="number" min="1" placeholder="no limit" />`}<//>
      <${Field} label="Works until">${(/** @type {Record<string, unknown>} */ attributes) => html`<input ...${attributes} name="until" type="datetime-local" />`}<//>
    </div>
    <div class="row"><${Button} type="submit" kind="primary">Make a link<//></div>
  </form>`;
}

/** Links by which listeners come in, and previews. @param {{ test: import("./types.js").Test, flush: () => Promise<boolean> }} props */
export function LinksCard({ test, flush }) {
  const [links, setLinks] = useState(/** @type {Link[]} */ ([]));
  const [problem, setProblem] = useState("");
  const path = `/api/listening-tests/${encodeURIComponent(test.id)}/links`;
  const read = () => api.get(path).then((found) => { setLinks(found); setProblem(""); }, (error) => setProblem(messageOf(error)));
  useEffect(() => void read(), [test.id]);
  const act = async (/** @type {() => Promise<unknown>} */ action) => {
    try {
      await action();
      await read();
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  const preview = () => act(async () => {
    // Opened at once: browsers refuse windows that open after a wait.
    const page = open("about:blank");
    await flush();
    const working = links.find((link) => link.preview && link.works);
    const link = working ?? (await api.post(path, { preview: true, label: "" }));
    if (page) page.location = link.path;
    else location.assign(link.path);
  });
  const isPrepared = test.definition.sections.every((section) => (section.trials ?? []).every((trial) => trial.stimuli.every((stimulus) => stimulus.clip)));
  return html`<section class="card stack-s" aria-labelledby="links">
    <h2 id="links">Links</h2>
    <div class="row"><${Button} disabled=${!isPrepared} onClick=${preview}>Preview as a listener<//>${!isPrepared && html`<span class="faint">after the audio is prepared</span>`}</div>
    ${test.status === "draft" ? html`<p class="soft">Links for listeners can be made once the test is published.</p>` : html`<${NewLinkForm} onCreate=${(/** @type {Record<string, unknown>} */ link) => act(() => api.post(path, link))} />`}
    ${problem && html`<${Notice} tone="bad" onClose=${() => setProblem("")}>${problem}<//>`}
    ${links.length > 0 && html`<ul class="plain-list">${links.map((link) => html`<${LinkRow} key=${link.token} link=${link} onRevoke=${() => act(() => api.delete(`${path}/${link.token}`))} />`)}</ul>`}
  </section>`;
}
