// @ts-check
import { html } from "/lib/htm-preact.js";
import { Check } from "../../ui/components.js";
import { Choice, NumberInput } from "./inputs.js";

/** @type {readonly (readonly [value: string, words: string])[]} */
const lengths = [["keep", "Keep them"], ["reference", "As the reference, or the longest"]];
/** @type {readonly (readonly [value: string, words: string])[]} */
const loudness = [["reference", "As loud as the reference"], ["target", "The target loudness"], ["keep", "Keep levels"]];

/** How stimuli are made comparable. @param {import("./general-editor.js").EditorProps} props */
export function PreparationEditor({ definition, frozen, onChange }) {
  const { preparation } = definition;
  const set = (/** @type {Record<string, unknown>} */ change) => onChange({ ...definition, preparation: { ...preparation, ...change } });
  const hasMushra = definition.sections.some((section) => section.trials?.some((trial) => trial.design === "mushra"));
  const check = (/** @type {string} */ name, /** @type {string} */ words) => html`<${Check} checked=${preparation[name]} disabled=${frozen} onChange=${(/** @type {boolean} */ on) => set({ [name]: on })}>${words}<//>`;
  return html`<details class="more"><summary>Settings</summary><div class="stack-s">
    <div class="field-grid">
      <${NumberInput} label="Sample rate, Hz" placeholder="highest of a trial" minimum=${8000} maximum=${192000} disabled=${frozen} value=${preparation.sampleRate} onChange=${(/** @type {number | null} */ sampleRate) => set({ sampleRate })} />
      <${Choice} label="Lengths" disabled=${frozen} value=${preparation.length} choices=${lengths} onChange=${(/** @type {string} */ length) => set({ length })} />
      <${Choice} label="Loudness" disabled=${frozen} value=${preparation.loudness} choices=${loudness} onChange=${(/** @type {string} */ value) => set({ loudness: value })} />
      <${NumberInput} label="Target, LUFS" step="0.5" minimum=${-70} maximum=${0} disabled=${frozen} value=${preparation.targetLufs} onChange=${(/** @type {number | null} */ targetLufs) => set({ targetLufs: targetLufs ?? -26 })} />
    </div>
    <div class="choices">${check("mono", "Mix to mono")}${check("align", "Take delays back")}${hasMushra && check("anchor35", "3.5 kHz anchor")}${hasMushra && check("anchor70", "7 kHz anchor")}</div>
  </div></details>`;
}
