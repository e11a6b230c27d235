// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { Button } from "../ui/components.js";

/**
 * Keeps a result as an output of its system.
 * @param {{ stimulus: import("./types.js").Stimulus, model: import("./trial-model.js").TrialModel }} props
 */
export function KeepButton({ stimulus, model }) {
  const [busy, setBusy] = useState(false);
  const toggle = async () => {
    setBusy(true);
    await model.keep(stimulus.label, !stimulus.kept);
    setBusy(false);
  };
  return html`<span class="row keep">
    <${Button} size="small" aria-pressed=${stimulus.kept ? "true" : "false"} disabled=${busy || stimulus.status !== "done"} onClick=${toggle}>
      ${stimulus.kept ? "✓ Kept" : "Keep as output"}<span class="visually-hidden">: ${stimulus.label}</span><//>
    ${stimulus.kept && (stimulus.system ? html`<a class="keep-link" href="/outputs">Outputs</a>` : html`<span class="faint">in <a href="/outputs">Outputs</a> after revealing</span>`)}
  </span>`;
}
