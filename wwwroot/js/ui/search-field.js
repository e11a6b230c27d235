// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { Field } from "./components.js";

/** How long typing must rest before a list follows. */
const restMs = 250;

/** A search field whose value follows after typing rests. @param {{ label?: string, placeholder?: string, value: string, onChange: (value: string) => void }} props */
export function SearchField({ label = "Search", placeholder, value, onChange }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onChange(typed), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return html`<${Field} label=${label}>${(/** @type {Record<string, unknown>} */ attributes) => html`
    <input ...${attributes} type="search" value=${typed} placeholder=${placeholder} onInput=${(/** @type {any} */ event) => setTyped(event.currentTarget.value)} />`}<//>`;
}
