// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { ProblemList } from "../datasets/preview-card.js";
import { api, messageOf } from "../ui/api.js";
import { Figures, Notice } from "../ui/components.js";
import { plural } from "../ui/format.js";

/** @typedef {import("../datasets/chosen-files.js").Chosen} Chosen */
/** @typedef {{ system: string, key: string, reference: string | null, hypothesis: string, timedWords: number }} Hypothesis */
/** @typedef {{ formats: string[], systems: string[], entries: number, items: number, matched: number, missing: number, unmatched: number, first: Hypothesis[], problems: import("../datasets/types.js").Problem[], moreProblems: number, notes: string[] }} Preview */

/**
 * The form that both the preview and the import send.
 * @param {{ dataset: string, system: string, allowMissing: boolean, files: Chosen[] }} what
 * @param {boolean} preview
 */
export function hypothesesForm({ dataset, system, allowMissing, files }, preview) {
  const form = new FormData();
  form.set("dataset", dataset);
  form.set("system", system.trim());
  if (allowMissing) form.set("allowMissing", "true");
  if (preview) form.set("preview", "true");
  for (const { name, file } of files) form.append("files", file, name);
  return form;
}

/**
 * What was understood of transcripts, before anything is stored.
 * @param {{ dataset: string, system: string, allowMissing: boolean, files: Chosen[] }} props
 */
export function HypothesesPreview({ dataset, system, allowMissing, files }) {
  const [preview, setPreview] = useState(/** @type {Preview | null} */ (null));
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const stop = new AbortController();
    // Typing a name asks once, at its end.
    const timer = setTimeout(async () => {
      try {
        setPreview(await api.form("/api/runs/import-hypotheses", hypothesesForm({ dataset, system, allowMissing, files }, true), { signal: stop.signal }));
        setProblem("");
      } catch (error) {
        if (!stop.signal.aborted) setProblem(messageOf(error));
      }
    }, 250);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [dataset, system, allowMissing, files]);
  if (problem) return html`<${Notice} tone="bad">${problem}<//>`;
  if (!preview) return html`<p class="soft" role="status">Reading the transcripts…</p>`;
  return html`<section class="card stack" aria-labelledby="hypotheses-title">
    <h2 id="hypotheses-title">What was understood</h2>
    <${Figures} items=${[
      ["Format", preview.formats.join(", ") || "none"], ["Systems", preview.systems.length <= 3 ? preview.systems.join(", ") || "none" : plural(preview.systems.length, "system")],
      ["Entries", preview.entries.toLocaleString("en-GB")], ["Matched", `${preview.matched.toLocaleString("en-GB")} of ${(preview.items * Math.max(1, preview.systems.length)).toLocaleString("en-GB")}`],
      ["Missing", preview.missing.toLocaleString("en-GB")], ["Unmatched", preview.unmatched.toLocaleString("en-GB")],
    ]} />
    ${preview.problems.length > 0 && html`<${Notice} tone="bad" title=${`${plural(preview.problems.length + preview.moreProblems, "problem")} to mend first`}><${ProblemList} problems=${preview.problems} more=${preview.moreProblems} /><//>`}
    ${preview.notes.map((note) => html`<${Notice} key=${note}>${note}<//>`)}
    ${preview.first.length > 0 && html`<div class="table-frame" tabindex="0" role="region" aria-label="First transcripts">
      <table class="table"><thead><tr><th scope="col">System</th><th scope="col">Item</th><th scope="col">Said</th><th scope="col">Recognized</th></tr></thead>
        <tbody>${preview.first.map((each) => html`<tr key=${`${each.system}/${each.key}`}><td>${each.system}</td><th scope="row">${each.key}</th><td dir="auto">${each.reference ?? "unknown"}</td><td dir="auto">${each.hypothesis || "nothing"}</td></tr>`)}</tbody></table>
    </div>`}
  </section>`;
}
