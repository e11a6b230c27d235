// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Check, Notice } from "../ui/components.js";
import { plural } from "../ui/format.js";
import { mostConditions, outputsOf, usualConditions, wholeClips } from "./test-plan.js";

/** @typedef {import("./types.js").Overview} Overview */

/** @param {string[]} list @param {string} id @param {boolean} on */
const toggled = (list, id, on) => (on ? [...list, id] : list.filter((each) => each !== id));

/**
 * One click to a listening test of these very clips.
 * @param {{ overview: Overview }} props
 */
export function TestSection({ overview }) {
  const [chosen, setChosen] = useState(() => usualConditions(overview));
  const [left, setLeft] = useState(/** @type {string[]} */ ([]));
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const clips = wholeClips(overview);
  const items = clips.map(({ itemId }) => itemId).filter((id) => !left.includes(id));
  const sections = overview.clips.filter(({ isSection }) => isSection).length;
  const wrong = clips.length === 0 ? "Listening tests are made of whole recordings; these clips are parts of recordings." : chosen.length === 0 ? "Choose a condition." : items.length === 0 ? "Choose a clip."
    : chosen.length > mostConditions ? `At most ${mostConditions} conditions fit on a page with the reference and two anchors; ${chosen.length} are chosen.` : "";
  const make = async () => {
    setBusy(true);
    setProblem("");
    try {
      const test = await api.post("/api/listening-tests/from-outputs", { kind: "tokenizer", design: "mushra", outputs: outputsOf(overview, chosen, items), options: { title: overview.run.title.slice(0, 200) } });
      location.assign(`/test?id=${encodeURIComponent(test.id)}`);
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  };
  return html`<section class="card stack-s" aria-labelledby="mushra">
    <h2 id="mushra">What do listeners say?</h2>
    <p class="soft">A MUSHRA test (ITU-R BS.1534-3) of these clips: hidden reference and the anchors at 3.5 and 7 kHz are made from the originals, delays and levels are checked.</p>
    <details class="more"><summary>${plural(chosen.length, "condition")}, ${plural(items.length, "clip")}</summary>
      <fieldset class="stack-s"><legend>Conditions</legend><div class="check-list">${overview.conditions.map((condition) => html`<${Check} key=${condition.id} disabled=${condition.done === 0} checked=${chosen.includes(condition.id)} onChange=${(/** @type {boolean} */ on) => setChosen(toggled(chosen, condition.id, on))}>${condition.title}<//>`)}</div></fieldset>
      <fieldset class="stack-s"><legend>Clips</legend><div class="check-list">${clips.map(({ itemId, key }) => html`<${Check} key=${itemId} checked=${!left.includes(itemId)} onChange=${(/** @type {boolean} */ on) => setLeft(toggled(left, itemId, !on))}>${key}<//>`)}</div></fieldset>
      ${sections > 0 && clips.length > 0 && html`<p class="faint">${plural(sections, "clip")} that are parts of a recording are left out.</p>`}
    </details>
    ${problem && html`<${Notice} tone="bad" title="The test could not be made">${problem}<//>`}
    <div class="row"><${Button} kind="primary" disabled=${busy || wrong !== ""} onClick=${make}>${busy ? "Making the draft…" : "Make a MUSHRA test"}<//><span class="faint">${wrong || "A draft that can be changed before listeners come."}</span></div>
  </section>`;
}
