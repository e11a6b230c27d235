// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Figures, Notice, Tag } from "../ui/components.js";
import { milliseconds, plural, seconds } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";

/** @type {Record<string, string>} */
const kinds = { openai: "OpenAI-compatible", deepgram: "Deepgram", elevenlabs: "ElevenLabs", assemblyai: "AssemblyAI" };

/** @param {import("./types.js").VendorTest} test */
function testInWords(test) {
  const time = `in ${milliseconds(test.seconds)}${(test.attempts ?? 1) > 1 ? `, after ${plural(test.attempts ?? 1, "attempt")}` : ""}`;
  if (test.audioSeconds !== null) return `Spoke ${seconds(test.audioSeconds)} of audio ${time}.`;
  return test.text ? `Answered ${time}; heard “${test.text}” in a tone.` : `Answered ${time}; heard no words in a tone, which is right.`;
}

/** @param {{ vendor: import("./types.js").Vendor }} props */
export function VendorCard({ vendor }) {
  const [tests, setTests] = useState(/** @type {import("./types.js").VendorTest[] | null} */ (null));
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const test = async () => {
    setBusy(true);
    setProblem("");
    setTests(null);
    try {
      setTests(await api.post(`/api/vendors/${encodeURIComponent(vendor.name)}/test`, {}));
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy(false);
  };
  return html`<article class="card stack-s vendor-card" id=${`vendor-${vendor.name}`} aria-label=${vendor.title}>
    <div class="row"><h3>${vendor.title}</h3>
      ${vendor.hasKey ? html`<${Tag} tone="good">Key present<//>` : vendor.isUsable ? html`<${Tag}>No key, none needed<//>` : html`<${Tag} tone="warn">Key missing<//>`}</div>
    <${Figures} items=${[["Kind", kinds[vendor.kind]], ["Host", vendor.host], vendor.language && ["Language", vendor.language], ["Longest wait", seconds(vendor.timeoutSeconds)], ["At once", vendor.concurrency]]} />
    ${vendor.systems.map((system) => html`<div key=${system.id}><${SystemName} system=${{ ...system, title: system.model }} /> <span class="soft">${system.kind} · <code>${system.id}</code></span></div>`)}
    ${!vendor.isUsable && html`<p class="soft">Set <code>${vendor.keyVariable}</code> in the environment and start the server again.</p>`}
    <div class="row"><${Button} size="small" disabled=${isBusy || !vendor.isUsable} onClick=${test} aria-label=${`Test ${vendor.title}`}>${isBusy ? "Calling…" : "Test"}<//>
      <span class="faint">Sends ${vendor.systems.map((system) => (system.kind === "recognizer" ? "a second of a tone" : "the word Hello")).join(" and ")}.</span></div>
    <div role="status">${tests && html`<ul class="vendor-tests stack-s">${tests.map((each) => html`<li key=${each.systemId}>${each.problem ? html`<${Tag} tone="bad">Failed<//> ${each.problem}` : html`<${Tag} tone="good">Works<//> ${testInWords(each)}`}</li>`)}</ul>`}</div>
    ${problem && html`<${Notice} tone="bad">${problem}<//>`}
  </article>`;
}
