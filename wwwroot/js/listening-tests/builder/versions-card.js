// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../../ui/api.js";
import { Button, Notice } from "../../ui/components.js";
import { dateTime, plural } from "../../ui/format.js";
import { StatusTag } from "./status-tag.js";

/** @typedef {import("./types.js").TestSummary} TestSummary */

/** Versions of one test, the newest first. @param {readonly TestSummary[]} tests @param {string} lineage */
const versionsOf = (tests, lineage) => tests.filter((test) => test.lineage === lineage).sort((a, b) => b.version - a.version);

/** The versions of a test; nothing while there is only one. @param {{ test: import("./types.js").Test }} props */
export function VersionsCard({ test }) {
  const [versions, setVersions] = useState(/** @type {TestSummary[]} */ ([]));
  const [problem, setProblem] = useState("");
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    api.get("/api/listening-tests", { signal: stop.signal }).then(
      (found) => { setVersions(versionsOf(found, test.lineage)); setProblem(""); },
      (error) => { if (!stop.signal.aborted) setProblem(messageOf(error)); },
    );
    return () => stop.abort();
  }, [test.id, test.status, asked]);
  if (versions.length < 2 && !problem) return null;
  return html`<section class="card stack-s" aria-labelledby="versions">
    <h2 id="versions">Versions</h2>
    ${problem
      ? html`<${Notice} tone="bad" title="The other versions could not be read">${problem} <${Button} size="small" onClick=${() => setAsked((count) => count + 1)}>Try again<//><//>`
      : html`<p class="soft">Each version keeps its own links, sessions and results.</p>
        <ul class="plain-list">${versions.map(({ id, version, status, createdAt, publishedAt, sessions }) => html`<li key=${id} class="row">
          ${id === test.id ? html`<strong aria-current="page">Version ${version}</strong>` : html`<a href=${`/test?id=${encodeURIComponent(id)}`}>Version ${version}</a>`}
          <${StatusTag} status=${id === test.id ? test.status : status} />
          <span class="faint">${publishedAt ? `published ${dateTime(publishedAt)}, ${plural(sessions.completed, "completed session")}` : `made ${dateTime(createdAt)}`}</span>
        </li>`)}</ul>`}
  </section>`;
}
