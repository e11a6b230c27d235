// @ts-check
import { html } from "/lib/htm-preact.js";
import { Check } from "../../ui/components.js";
import { changeSection, changeTrials } from "./draft-edits.js";
import { Choice, NumberInput, TextInput } from "./inputs.js";
import { ScalesEditor } from "./scales-editor.js";
import { CheckWords, TrialRow } from "./trial-row.js";

/** @typedef {import("./types.js").Trial} Trial */

/** @type {readonly (readonly [value: string, words: string])[]} */
const orders = [["fixed", "As listed"], ["shuffled", "Random for each listener"], ["latin-square", "Latin square"], ["balanced-blocks", "Balanced incomplete blocks"]];
/** @type {readonly (readonly [value: string, words: string])[]} */
const playRules = [["none", "Not asked for"], ["started", "Start every clip"], ["to-the-end", "Play every clip to the end"]];
/** @type {readonly (readonly [name: string, words: string, designs: string])[]} */
const switches = [
  ["mustRate", "Every answer must be given", ""], ["shuffleStimuli", "Clips in random order", ""], ["loop", "Loops with markers", ""], ["waveform", "Waveform of the reference", "mushra bs1116 dcr"],
  ["allowTie", "\"No preference\" allowed", "ab arena"], ["restartOnSwitch", "Switching starts over", ""], ["comment", "Comments", ""],
];

/** Order, rules and scales of a section's trials. @param {{ index: number } & import("./general-editor.js").EditorProps} props */
export function TrialsEditor({ index, definition, frozen, onChange }) {
  const section = definition.sections[index];
  const trials = section.trials ?? [];
  const [first] = trials;
  const set = (/** @type {Partial<import("./types.js").Section>} */ change) => onChange(changeSection(definition, index, change));
  const option = (/** @type {string} */ name, /** @type {unknown} */ value) => onChange(changeTrials(definition, index, (trial) => ({ ...trial, options: { ...trial.options, [name]: value } })));
  if (!first) return html`<p class="soft">No trials.</p>`;
  const designs = [...new Set(trials.map(({ design }) => design))];
  return html`
    ${!section.training && html`<div class="field-grid">
      <${Choice} label="Order" disabled=${frozen} value=${section.order} choices=${orders} onChange=${(/** @type {string} */ order) => set({ order })} />
      <${NumberInput} label=${first.design === "arena" ? "Pairs in a round" : "Trials for each listener"} placeholder="all" minimum=${1} disabled=${frozen} value=${section.perListener} onChange=${(/** @type {number | null} */ perListener) => set({ perListener })} />
      <${NumberInput} label="Planned ratings of each clip" placeholder="no plan" minimum=${1} disabled=${frozen} value=${section.quota} onChange=${(/** @type {number | null} */ quota) => set({ quota })} />
      <${NumberInput} label="Trials that come twice" hint="For consistency." minimum=${0} disabled=${frozen} value=${section.repeats} onChange=${(/** @type {number | null} */ repeats) => set({ repeats: repeats ?? 0 })} />
    </div>`}
    <div class="field-grid">
      <${TextInput} label="Question" placeholder="the usual one of the design" disabled=${frozen} value=${first.question} onChange=${(/** @type {string} */ question) => onChange(changeTrials(definition, index, (trial) => ({ ...trial, question })))} />
      <${Choice} label="Before going on" disabled=${frozen} value=${first.options?.mustPlay} choices=${playRules} onChange=${(/** @type {string} */ value) => option("mustPlay", value)} />
    </div>
    <div class="choices">${switches.filter(([, , only]) => only === "" || designs.some((design) => only.split(" ").includes(design))).map(([name, words]) => html`
      <${Check} key=${name} checked=${first.options?.[name] === true} disabled=${frozen} onChange=${(/** @type {boolean} */ on) => option(name, on)}>${words}<//>`)}</div>
    ${designs.length === 1 && html`<${ScalesEditor} trial=${first} language=${definition.language} frozen=${frozen} onChange=${(/** @type {Trial["scales"]} */ scales) => onChange(changeTrials(definition, index, (trial) => ({ ...trial, scales })))} />`}
    <details class="more"><summary>The trials${!section.training && ", traps and gold clips"}</summary>
      ${!frozen && !section.training && html`<${CheckWords} trials=${trials} />`}
      <ol class="trial-list">${trials.map((trial, t) => html`<${TrialRow} key=${trial.id} trial=${trial} training=${section.training === true} frozen=${frozen}
        onChange=${(/** @type {Trial} */ changed) => set({ trials: trials.map((each, i) => (i === t ? changed : each)) })} onRemove=${() => set({ trials: trials.filter((_, i) => i !== t) })} />`)}</ol>
    </details>`;
}
