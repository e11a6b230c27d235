// @ts-check
import { html } from "/lib/htm-preact.js";
import { Button } from "./components.js";

/**
 * Which rows of a long table are shown, and the way to the others.
 * @param {{ label: string, offset: number, limit: number, total: number, onChange: (offset: number) => void }} props
 */
export function Pager({ label, offset, limit, total, onChange }) {
  if (total <= limit && offset === 0) return null;
  const last = Math.max(0, Math.floor((total - 1) / limit) * limit);
  const words = total === 0 ? "None" : `${(offset + 1).toLocaleString("en-GB")} to ${Math.min(offset + limit, total).toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")}`;
  return html`<nav class="row pager" aria-label=${label}>
    <${Button} size="small" disabled=${offset === 0} onClick=${() => onChange(0)}>First<//>
    <${Button} size="small" disabled=${offset === 0} onClick=${() => onChange(Math.max(0, offset - limit))}>Previous<//>
    <span class="num soft" role="status">${words}</span>
    <${Button} size="small" disabled=${offset + limit >= total} onClick=${() => onChange(offset + limit)}>Next<//>
    <${Button} size="small" disabled=${offset >= last} onClick=${() => onChange(last)}>Last<//>
  </nav>`;
}
