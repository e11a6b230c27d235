// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";

const narrow = "(max-width: 1000px)";

/**
 * Choices beside the work; on a narrow page folded away behind a line that sums them up.
 * @param {{ summary: string, children?: import("preact").ComponentChildren }} props
 */
export function SetupPanel({ summary, children }) {
  const [folds, setFolds] = useState(() => matchMedia(narrow).matches);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const query = matchMedia(narrow);
    const change = () => setFolds(query.matches);
    query.addEventListener("change", change);
    return () => query.removeEventListener("change", change);
  }, []);
  if (!folds) return html`<div class="bench-setup stack">${children}</div>`;
  return html`<details class="bench-setup card" open=${open} onToggle=${(/** @type {any} */ event) => setOpen(event.currentTarget.open)}>
    <summary><span class="setup-title">Setup</span> <span class="soft">${summary}</span></summary>
    <div class="stack">${children}</div>
  </details>`;
}
