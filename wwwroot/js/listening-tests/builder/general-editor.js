// @ts-check
import { html } from "/lib/htm-preact.js";
import { languages } from "./designs.js";
import { Choice, NumberInput, TextInput } from "./inputs.js";

/** @typedef {import("./types.js").Definition} Definition */
/** @typedef {{ definition: Definition, frozen: boolean, onChange: (definition: Definition) => void }} EditorProps */

/** @param {EditorProps} props */
export function GeneralEditor({ definition, frozen, onChange }) {
  const set = (/** @type {Partial<Definition>} */ change) => onChange({ ...definition, ...change });
  const systems = definition.conditions.map((condition, index) => html`<li key=${condition.id}>
    <${TextInput} label=${condition.role === "system" ? `Condition ${condition.id}` : `${condition.id} (made or given for comparison)`} disabled=${frozen} value=${condition.title}
      onChange=${(/** @type {string} */ title) => set({ conditions: definition.conditions.map((each, i) => (i === index ? { ...each, title } : each)) })} />
  </li>`);
  return html`<section class="card stack-s" aria-labelledby="general">
    <h2 id="general">Test</h2>
    <div class="field-grid">
      <${TextInput} label="Title" hint="Listeners see it." disabled=${frozen} value=${definition.title} onChange=${(/** @type {string} */ title) => set({ title })} />
      <${Choice} label="Listeners' language" disabled=${frozen} value=${definition.language} choices=${languages} onChange=${(/** @type {string} */ language) => set({ language })} />
      <${NumberInput} label="Seed" hint="Decides every order." disabled=${frozen} value=${definition.seed} onChange=${(/** @type {number | null} */ seed) => set({ seed: seed ?? 1 })} />
      <${NumberInput} label="Completed sessions at most" disabled=${frozen} minimum=${1} placeholder="no limit" value=${definition.rules?.maximumSessions}
        onChange=${(/** @type {number | null} */ maximumSessions) => set({ rules: { ...definition.rules, maximumSessions } })} />
    </div>
    <${TextInput} label="Notes" hint="For you; listeners do not see them." rows=${2} disabled=${frozen} value=${definition.notes} onChange=${(/** @type {string} */ notes) => set({ notes })} />
    <details class="more"><summary>Names of the conditions in results</summary><ul class="plain-list">${systems}</ul></details>
  </section>`;
}
