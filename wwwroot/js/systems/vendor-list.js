// @ts-check
import { html } from "/lib/htm-preact.js";
import { Notice, Tag } from "../ui/components.js";
import { SystemMark } from "../ui/system-mark.js";
import { useRead } from "../ui/use-read.js";

/** @typedef {import("../vendors/types.js").Vendor} Vendor */

/** Whether a vendor can be called, in words; never its key. @param {Pick<Vendor, "hasKey" | "isUsable">} vendor @returns {{ tone: "good" | "warn", words: string }} */
function vendorState({ hasKey, isUsable }) {
  return hasKey ? { tone: "good", words: "Key present" } : isUsable ? { tone: "good", words: "No key needed" } : { tone: "warn", words: "Key missing" };
}

/** @param {{ vendor: Vendor }} props */
function VendorLine({ vendor }) {
  const state = vendorState(vendor);
  return html`<article class="card pack-card" aria-labelledby=${`system-vendor-${vendor.name}`}>
    <header class="spread"><h3 id=${`system-vendor-${vendor.name}`}><a href=${`/vendors#vendor-${vendor.name}`}>${vendor.title}</a></h3><${Tag} tone=${state.tone}>${state.words}<//></header>
    <ul class="system-lines" aria-label=${`Systems of ${vendor.title}`}>${vendor.systems.map((system) => html`<li key=${system.id} class="system-line"><${SystemMark} colour=${system.colour} size=${16} />
      <div><div class="row"><strong>${system.model}</strong> <code class="faint">${system.id}</code></div><p class="faint">${system.kind === "recognizer" ? "writes recordings down" : "speaks"} · ${vendor.host}</p></div></li>`)}</ul>
    ${!vendor.isUsable && html`<p class="soft">Set <code>${vendor.keyVariable}</code> in the environment and start the server again.</p>`}
  </article>`;
}

/** Vendors' systems beside those of packs. */
export function VendorList() {
  const { value, problem } = /** @type {{ value: import("../vendors/types.js").Vendors | null, problem: string }} */ (useRead("/api/vendors"));
  if (!value && !problem) return null;
  return html`<section class="stack-s" aria-labelledby="vendors">
    <div class="row"><h2 id="vendors">Vendors</h2><span class="faint">Called over the network: what they hear and speak leaves this server. <a href="/vendors">Test them, enter prices</a>.</span></div>
    ${problem && html`<${Notice} tone="bad" title="The vendors could not be read">${problem}<//>`}
    ${value?.problems.map((each) => html`<${Notice} key=${each.name} tone="warn" title=${`${each.name} is not used`}>${each.message}<//>`)}
    ${value && (value.vendors.length === 0 ? html`<p class="soft">None is configured. <a href="/vendors">How to add one</a>.</p>` : html`<div class="pack-grid">${value.vendors.map((vendor) => html`<${VendorLine} key=${vendor.name} vendor=${vendor} />`)}</div>`)}
  </section>`;
}
