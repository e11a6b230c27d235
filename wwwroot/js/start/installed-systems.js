// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { packsInWords, readySystems } from "../systems/pack-groups.js";
import { readPacks } from "../systems/read-packs.js";
import { messageOf } from "../ui/api.js";
import { SystemName } from "../ui/system-mark.js";

const kinds = /** @type {const} */ ([["recognizer", "Recognizers"], ["synthesizer", "Synthesizers"], ["tokenizer", "Tokenizers"]]);

/** The systems that are ready, by kind, and the state of all packs in a sentence. */
export function InstalledSystems() {
  const [installed, setInstalled] = useState(/** @type {import("../systems/read-packs.js").Installed | null} */ (null));
  const [problem, setProblem] = useState("");
  useEffect(() => void readPacks().then(setInstalled, (error) => setProblem(messageOf(error))), []);
  if (problem) return html`<p role="alert">${problem}</p>`;
  if (!installed) return html`<p class="soft" role="status">Reading packs…</p>`;
  return html`
    <p class="soft">${packsInWords(installed.packs)}</p>
    <div class="start-kinds">${kinds.map(([kind, title]) => {
      const ready = readySystems(installed.systems, kind);
      return html`<section key=${kind} aria-labelledby=${`ready-${kind}`}>
        <h3 id=${`ready-${kind}`}>${title}</h3>
        ${ready.length === 0
          ? html`<p class="faint">None is ready. <a href="/systems">See why</a></p>`
          : html`<ul class="start-systems">${ready.map((system) => html`<li key=${system.id}><${SystemName} system=${system} /></li>`)}</ul>`}
      </section>`;
    })}</div>`;
}
