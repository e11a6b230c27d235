// @ts-check
import { html } from "/lib/htm-preact.js";
import { EmptyState } from "../ui/components.js";
import { isNarrowed } from "./filters.js";

/** What to do so that a kind of system can be compared. */
const next = {
  recognizer: {
    title: "No transcript has been scored yet", link: "/live?tab=speak", action: "Speak to the recognizers",
    steps: "Speak or play a file to two recognizers, then type what was really said. Each gets a word error rate, and this page tells whether the difference is real.",
  },
  synthesizer: {
    title: "No synthetic voice has been rated yet", link: "/live?tab=type", action: "Hear and rate the synthesizers",
    steps: "Type a sentence, listen to the voices behind the letters A, B, … and rate them before you reveal their names. From five ratings a voice on, this page compares them.",
  },
  tokenizer: {
    title: "No reconstruction has been rated yet", link: "/live?tab=drop", action: "Drop a recording on the tokenizers",
    steps: "Record or drop a recording, choose a few bit rates, and rate the reconstructions from 0 to 100 against the original. Hidden reference and anchors show how well the ratings can be trusted.",
  },
};

/** @param {{ filters: import("./filters.js").Filters, waiting: string[], onClear: () => void }} props `waiting`: what exists but does not count, in words */
export function EmptyComparison({ filters, waiting, onClear }) {
  if (isNarrowed(filters)) return html`<${EmptyState} title="Nothing matches these filters">
    <p>Ratings and scores exist only outside the chosen days, listener or source.</p>
    <button type="button" class="button" onClick=${onClear}>Clear filters</button>
  <//>`;
  const { title, steps, link, action } = next[filters.kind];
  return html`<${EmptyState} title=${title}><p>${steps}</p>${waiting.length > 0 && html`<p>Left out: ${waiting.join(", ")}.</p>`}<a class="button primary" href=${link}>${action}</a><//>`;
}
