// @ts-check
import { html } from "/lib/htm-preact.js";
import { LabRunList } from "../runs/lab-run-list.js";
import { EmptyState } from "../ui/components.js";

const words = { item: "clip", outputs: "Reconstructions", failed: "Failed" };

export function RunListPage() {
  return html`<${LabRunList} kind="reconstruction" page="/tokenizer-lab" title="Tokenizer laboratory" words=${words}
      about="What tokenizers do to any kind of sound, at what bit rate, beside codecs that everybody knows.">
    <${EmptyState} title="There is no reconstruction run yet">
      <p>Send speech, music, animal calls or any other sound through tokenizers at several bit rates, beside classical codecs, and see what is lost: quality over bit rate, spectrograms side by side, the worst clips first. Reconstructions that were made elsewhere can be imported.</p>
      <div class="row"><a class="button primary" href="/tokenizer-lab?new">Make a run</a><a class="button" href="/runs?import=reconstruction">Import reconstructions</a></div>
    <//>
  <//>`;
}
