// @ts-check
import { html } from "/lib/htm-preact.js";
import { Button, EmptyState, Figures, Notice } from "../../ui/components.js";
import { dateTime, plural } from "../../ui/format.js";
import { useRead } from "../../ui/use-read.js";
import { designTitle } from "./designs.js";
import { StatusTag } from "./status-tag.js";

/** @typedef {import("./types.js").TestSummary} TestSummary */

function NoTests() {
  return html`<${EmptyState} title="There is no listening test yet">
    <p>A test takes systems and sentences, asks people to listen, and tells which system is better and how sure that is. Take outputs of a run or of the live bench, or upload a folder for each system.</p>
    <a class="button primary" href="/tests?new">Make a test</a>
  <//>`;
}

/** @param {{ test: TestSummary }} props */
function TestCard({ test }) {
  const { sessions } = test;
  return html`<li class="card stack-s test-card">
    <div class="spread">
      <h2><a href=${`/test?id=${encodeURIComponent(test.id)}`}>${test.title}</a></h2>
      <${StatusTag} status=${test.status} />
    </div>
    <p class="soft">${test.designs.map(designTitle).join(", ") || "No trials"} · ${plural(test.conditions, "condition")} · ${plural(test.trials, "trial")}${test.version > 1 ? ` · version ${test.version}` : ""}</p>
    ${test.status === "draft"
      ? html`<p class="faint">Changed ${dateTime(test.changedAt)}</p>`
      : html`<${Figures} items=${[["Completed", sessions.completed], ["Listening now", sessions.running], sessions.screenedOut > 0 && ["Screened out", sessions.screenedOut]]} />`}
    ${test.status !== "draft" && html`<div class="row"><a href=${`/test-results?id=${encodeURIComponent(test.id)}`}>Results<span class="visually-hidden"> of ${test.title}</span></a></div>`}
  </li>`;
}

export function TestsPage() {
  const { value: tests, problem, again } = /** @type {{ value: TestSummary[] | null, problem: string, again: () => void }} */ (useRead("/api/listening-tests"));
  return html`<div class="stack">
    <div class="spread">
      <div class="page-head">
        <h1>Tests</h1>
        <p>Listening tests: from outputs to numbers that a reviewer accepts.</p>
      </div>
      <a class="button primary" href="/tests?new">New test</a>
    </div>
    ${problem && html`<${Notice} tone="bad" title="The tests could not be read">${problem} <${Button} size="small" onClick=${again}>Try again<//><//>`}
    <div class="tests">
      ${tests === null && !problem && html`<p class="soft" role="status">Reading tests…</p>`}
      ${tests?.length === 0 && html`<${NoTests} />`}
      ${tests && tests.length > 0 && html`<ul class="test-list">${tests.map((test) => html`<${TestCard} key=${test.id} test=${test} />`)}</ul>`}
    </div>
  </div>`;
}
