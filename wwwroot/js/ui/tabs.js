// @ts-check
import { html } from "/lib/htm-preact.js";

/**
 * Tabs whose labels are links, so that each can be bookmarked. Arrow keys, Home and End move between them.
 * @param {{ label: string, tabs: { id: string, title: string, href: string }[], selected: string, onSelect: (id: string) => void }} props
 */
export function Tabs({ label, tabs, selected, onSelect }) {
  const keys = (/** @type {KeyboardEvent} */ event) => {
    const index = tabs.findIndex((tab) => tab.id === selected);
    const steps = /** @type {Record<string, number>} */ ({ ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 });
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const tab = tabs[(next + tabs.length) % tabs.length];
    onSelect(tab.id);
    document.getElementById(`tab-${tab.id}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} onKeyDown=${keys}>
    ${tabs.map(
      (tab) => html`<a key=${tab.id} id=${`tab-${tab.id}`} role="tab" href=${tab.href} aria-controls=${`panel-${tab.id}`}
        aria-selected=${tab.id === selected ? "true" : "false"} tabindex=${tab.id === selected ? 0 : -1}
        onClick=${(/** @type {Event} */ event) => { event.preventDefault(); onSelect(tab.id); }}>${tab.title}</a>`,
    )}
  </div>`;
}

/**
 * The panel of a tab. Panels that are not selected stay in the page, hidden: what they show is kept.
 * @param {{ id: string, selected: boolean, children?: import("preact").ComponentChildren }} props
 */
export function TabPanel({ id, selected, children }) {
  return html`<section id=${`panel-${id}`} role="tabpanel" aria-labelledby=${`tab-${id}`} hidden=${!selected}>${children}</section>`;
}
