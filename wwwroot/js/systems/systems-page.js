// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { messageOf } from "../ui/api.js";
import { Button, EmptyState, Notice } from "../ui/components.js";
import { PackCard } from "./pack-card.js";
import { groupPacks, isTesting, packsInWords } from "./pack-groups.js";
import { VendorList } from "./vendor-list.js";
import { readPacks } from "./read-packs.js";

/** @typedef {import("./read-packs.js").Installed} Installed */

/** How often the page asks again while self tests run. */
const testingMs = 2000;

function HowToAdd() {
  return html`<section class="card stack-s" aria-labelledby="add">
    <h2 id="add">Add a model</h2>
    <ol>
      <li>Make a folder under <code>models/</code> and put the ONNX files in it.</li>
      <li>Run the server's executable with <code>packs inspect FILE.onnx</code>: it shows the tensors, guesses the family and prints a draft manifest. Save that as the folder's <code>pack.json</code> and complete it.</li>
      <li>Run it with <code>packs verify</code>: it names every problem at once, with file and key.</li>
      <li>Restart the server. The pack appears here, and its systems on the live bench.</li>
    </ol>
    <p class="soft">A pack may also wrap a program on this computer. The format, with an example of each family, is in <code>docs/guides/model-packs.md</code>.</p>
  </section>`;
}

/** @param {{ installed: Installed }} props */
function Groups({ installed }) {
  if (installed.packs.length === 0) return html`<${EmptyState} title="No pack was found">
    <p>The server looks for folders with a <code>pack.json</code> in <code>models/</code>, or where <code>SpeechScoop__ModelsPath</code> points. Add one as described below and restart the server.</p>
  <//>`;
  return html`${groupPacks(installed.packs).map((group) => html`<section key=${group.task} class="stack-s" aria-labelledby=${`task-${group.task}`}>
    <div class="row"><h2 id=${`task-${group.task}`}>${group.title}</h2><span class="faint">${group.note}</span></div>
    <div class="pack-grid">${group.packs.map((pack) => html`<${PackCard} key=${pack.id} pack=${pack} systems=${installed.systems.filter((system) => system.packId === pack.id)} />`)}</div>
  </section>`)}`;
}

export function SystemsPage() {
  const [installed, setInstalled] = useState(/** @type {Installed | null} */ (null));
  const [problem, setProblem] = useState("");
  const [asked, setAsked] = useState(0);
  const [isReading, setReading] = useState(true);
  useEffect(() => {
    const stop = new AbortController();
    setReading(true);
    readPacks(stop.signal).then(
      (found) => { setInstalled(found); setProblem(""); setReading(false); },
      (error) => { if (!stop.signal.aborted) { setProblem(messageOf(error)); setReading(false); } },
    );
    return () => stop.abort();
  }, [asked]);
  const testing = installed !== null && isTesting(installed.packs);
  useEffect(() => {
    if (!testing || problem) return undefined;
    const timer = setTimeout(() => setAsked((count) => count + 1), testingMs);
    return () => clearTimeout(timer);
  }, [testing, problem, installed]);
  return html`<div class="stack systems-page">
    <div class="spread">
      <div class="page-head">
        <h1>Systems</h1>
        <p>What this server can compare. A system is a pack with settings, or a vendor’s API; a pack is a folder with a <code>pack.json</code> and its files.</p>
      </div>
      <${Button} onClick=${() => setAsked((count) => count + 1)} aria-disabled=${isReading ? "true" : "false"}>Refresh<//>
    </div>
    <p role="status" class="soft">${installed ? `${packsInWords(installed.packs)}${testing ? " Self tests are running." : ""}` : problem ? "" : "Reading packs…"}</p>
    ${problem && html`<${Notice} tone="bad" title="The packs could not be read">${problem}<//>`}
    ${installed && html`<${Groups} installed=${installed} />`}
    ${(installed || problem) && html`<${VendorList} /><${HowToAdd} />`}
  </div>`;
}
