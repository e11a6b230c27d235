// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Notice } from "../ui/components.js";
import { emptyRow, toPrice, toRow } from "./money.js";

/** @typedef {import("./money.js").PriceRow} PriceRow */

/** @type {[keyof PriceRow, string, string][]} */
const columns = [
  ["vendor", "Vendor", "wide"], ["perMinute", "Per minute", ""], ["currency", "Currency", ""], ["granularitySeconds", "Billed in steps of, s", ""], ["minimumSeconds", "At least, s", ""],
  ["minimumCharge", "Smallest charge", ""], ["source", "Price list (address)", "wide"], ["date", "Read on", "wide"],
];

/**
 * The prices, to be edited.
 * @param {{ prices: import("./types.js").Price[], vendors: string[], onSaved: () => void }} props
 */
export function PriceTable({ prices, vendors, onSaved }) {
  const [rows, setRows] = useState(prices.map(toRow));
  const [problem, setProblem] = useState("");
  const [saved, setSaved] = useState(false);
  const change = (/** @type {number} */ index, /** @type {keyof PriceRow} */ name, /** @type {string} */ value) => {
    setSaved(false);
    setRows(rows.map((row, i) => (i === index ? { ...row, [name]: value } : row)));
  };
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    setProblem("");
    try {
      const answer = await api.put("/api/prices", { prices: rows.map(toPrice) });
      setRows(answer.prices.map(toRow));
      setSaved(true);
      onSaved();
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  const missing = vendors.filter((name) => !rows.some((row) => row.vendor === name));
  return html`<form class="stack-s" onSubmit=${save}>
    <div class="table-frame" tabindex="0" role="region" aria-label="Table of prices"><table class="table price-table">
      <thead><tr>${columns.map(([name, title]) => html`<th key=${name} scope="col">${title}</th>`)}<th scope="col"><span class="visually-hidden">Remove</span></th></tr></thead>
      <tbody>${rows.map((row, index) => html`<tr key=${index}>
        ${columns.map(([name, title, size]) => html`<td key=${name}><input class=${`input ${size}`} type=${name === "date" ? "date" : "text"} aria-label=${`${title} of ${row.vendor || `row ${index + 1}`}`} value=${row[name]}
          inputmode=${["perMinute", "granularitySeconds", "minimumSeconds", "minimumCharge"].includes(name) ? "decimal" : undefined}
          onInput=${(/** @type {any} */ event) => change(index, name, event.currentTarget.value)} /></td>`)}
        <td><${Button} kind="quiet" size="small" aria-label=${`Remove ${row.vendor || `row ${index + 1}`}`} onClick=${() => setRows(rows.filter((_, i) => i !== index))}>Remove<//></td>
      </tr>`)}</tbody>
    </table></div>
    ${problem && html`<${Notice} tone="bad" onClose=${() => setProblem("")}>${problem}<//>`}
    <div class="row">
      <${Button} type="submit" kind="primary">Save prices<//>
      <${Button} onClick=${() => setRows([...rows, emptyRow()])}>Add a price<//>
      ${missing.map((name) => html`<${Button} key=${name} kind="quiet" onClick=${() => setRows([...rows, emptyRow(name)])}>Add ${name}<//>`)}
      <span role="status" class="soft">${saved ? "Saved." : ""}</span>
    </div>
  </form>`;
}
