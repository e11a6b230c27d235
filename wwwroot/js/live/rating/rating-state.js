// @ts-check
import { html } from "/lib/htm-preact.js";

/**
 * Where a rating is, in words; its width is reserved so that nothing moves.
 * @param {{ status: import("../rating-queue.js").RatingStatus | null }} props
 */
export function RatingState({ status }) {
  if (!status) return html`<span class="rating-state">Not rated</span>`;
  if (status.state === "refused") return html`<span class="rating-state refused" role="alert">Refused: ${status.message}</span>`;
  if (status.state === "waiting") {
    return html`<span class="rating-state waiting" role="status" title=${status.message ?? ""}>◷ Waiting for the server</span>`;
  }
  return html`<span class="rating-state saved" role="status">✓ Saved</span>`;
}
