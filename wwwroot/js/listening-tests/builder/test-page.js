// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../../ui/api.js";
import { Button, EmptyState, Figures, Notice } from "../../ui/components.js";
import { dateTime } from "../../ui/format.js";
import { useTitle } from "../../ui/use-title.js";
import { FinishEditor } from "./finish-editor.js";
import { GeneralEditor } from "./general-editor.js";
import { LinksCard } from "./links-card.js";
import { PowerPanel } from "./power-panel.js";
import { PreparationCard } from "./preparation-card.js";
import { PreparationEditor } from "./preparation-editor.js";
import { ProblemsCard } from "./problems-card.js";
import { SectionsEditor } from "./sections-editor.js";
import { StatusTag } from "./status-tag.js";
import { useTest } from "./use-test.js";
import { VersionsCard } from "./versions-card.js";

/** @typedef {import("./types.js").Test} Test */

const savingWords = { saved: "All changes are saved", waiting: "Not saved yet", saving: "Saving…", failed: "Not saved" };

/** @param {{ test: Test, saving: keyof typeof savingWords }} props */
function Head({ test, saving }) {
  return html`<div class="spread">
    <div class="page-head">
      <h1>${test.title}</h1>
      <div class="row"><${StatusTag} status=${test.status} /><span class="faint">Version ${test.version} · made ${dateTime(test.createdAt)}</span>
        ${test.status === "draft" && html`<span class="faint" role="status">${savingWords[saving]}</span>`}</div>
    </div>
    <div class="row"><a href="/tests">All tests</a>${test.status !== "draft" && html`<a class="button" href=${`/test-results?id=${encodeURIComponent(test.id)}`}>Results</a>`}</div>
  </div>`;
}

/** Publishing, closing, versions. @param {{ test: Test, flush: () => Promise<boolean>, onChange: (test: Test) => void }} props */
function StateCard({ test, flush, onChange }) {
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const errors = test.problems.filter(({ severity }) => severity === "error").length;
  const act = async (/** @type {string} */ action) => {
    setProblem("");
    setBusy(true);
    try {
      if (action === "publish" && !(await flush())) throw new Error("The last changes could not be saved. Repair them first.");
      const changed = await api.post(`/api/listening-tests/${encodeURIComponent(test.id)}/${action}`, {});
      if (action === "versions") location.assign(`/test?id=${encodeURIComponent(changed.id)}`);
      else onChange(changed);
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy(false);
  };
  const remove = async () => {
    try {
      await api.delete(`/api/listening-tests/${encodeURIComponent(test.id)}`);
      location.assign("/tests");
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return html`<section class="card stack-s" aria-labelledby="state">
    <h2 id="state">${test.status === "draft" ? "Publish" : "Published"}</h2>
    ${test.status === "draft"
      ? html`<p class="soft">Publishing freezes the test: pages, orders and audio can never change again. Later changes make a new version.</p>
        <div class="row"><${Button} kind="primary" disabled=${isBusy || errors > 0} onClick=${() => act("publish")}>Publish<//>${isDeleting
          ? html`<${Button} kind="danger" onClick=${remove}>Delete for ever<//><${Button} onClick=${() => setDeleting(false)}>Keep it<//>`
          : html`<${Button} kind="quiet" onClick=${() => setDeleting(true)}>Delete the draft<//>`}</div>
        ${errors > 0 && html`<p class="faint">Possible once ${errors === 1 ? "the error below is" : `the ${errors} errors below are`} repaired.</p>`}`
      : html`<${Figures} items=${[["Completed", test.sessions.completed], ["Listening now", test.sessions.running], ["Screened out", test.sessions.screenedOut], ["Declined", test.sessions.declined]]} />
        <p class="faint">Frozen ${dateTime(test.publishedAt ?? "")}. Hash over design, seed and audio:</p><code class="hash">${test.hash}</code>
        <div class="row">
          ${test.status === "open" ? html`<${Button} disabled=${isBusy} onClick=${() => act("close")}>Close<//>` : html`<${Button} disabled=${isBusy} onClick=${() => act("reopen")}>Open again<//>`}
          <${Button} disabled=${isBusy} onClick=${() => act("versions")}>New version<//>
        </div>`}
    ${problem && html`<${Notice} tone="bad" onClose=${() => setProblem("")}>${problem}<//>`}
  </section>`;
}

/** @param {{ id: string }} props */
export function TestPage({ id }) {
  const { test, definition, saving, problem, change, flush, read, setTest } = useTest(id);
  useTitle(test?.title);
  if (!test || !definition) return html`<div class="page-head"><h1>Test</h1></div>
    ${problem ? html`<${EmptyState} title="This test cannot be shown"><p>${problem}</p><a class="button" href="/tests">All tests</a><//>` : html`<p class="soft" role="status">Reading the test…</p>`}`;
  const frozen = test.status !== "draft";
  return html`<div class="stack">
    <${Head} test=${test} saving=${saving} />
    ${problem && html`<${Notice} tone="bad" title=${saving === "failed" ? "The draft could not be saved" : "The server does not answer"}>${problem} <${Button} size="small" onClick=${saving === "failed" ? flush : read}>Try again<//><//>`}
    <div class="test-columns">
      <div class="stack test-state">
        <${StateCard} test=${test} flush=${flush} onChange=${setTest} />
        ${!frozen && html`<${ProblemsCard} problems=${test.problems} />`}
        <${VersionsCard} test=${test} />
      </div>
      <div class="stack test-design">
        <${GeneralEditor} definition=${definition} frozen=${frozen} onChange=${change} />
        <${SectionsEditor} definition=${definition} frozen=${frozen} onChange=${change} />
        <${FinishEditor} definition=${definition} frozen=${frozen} onChange=${change} />
      </div>
      <div class="stack">
        <${PreparationCard} test=${test} flush=${flush} onDone=${read}><${PreparationEditor} definition=${definition} frozen=${frozen} onChange=${change} /><//>
        <${LinksCard} test=${test} flush=${flush} />
        <${PowerPanel} definition=${definition} />
      </div>
    </div>
  </div>`;
}
