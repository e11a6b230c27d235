// @ts-check
import { html } from "/lib/htm-preact.js";
import { Button, Check } from "../../ui/components.js";
import { plural } from "../../ui/format.js";
import { addSection, changeSection, moveSection, removeSection, sectionTitle, sectionWords } from "./draft-edits.js";
import { NumberInput, TextInput } from "./inputs.js";
import { QuestionnaireEditor } from "./questionnaire-editor.js";
import { TrialsEditor } from "./trials-editor.js";

/** @typedef {import("./types.js").Section} Section */

/** What can be added; trials come from audio. @type {readonly Section["kind"][]} */
const addable = ["consent", "text", "questionnaire", "volume", "headphones", "digits"];

/** @param {Section} section */
function summary(section) {
  if (section.kind === "trials") return plural(section.trials?.length ?? 0, "trial");
  if (section.kind === "questionnaire") return plural(section.fields?.length ?? 0, "question");
  if (section.kind === "headphones") return `${section.passMark ?? 5} of ${section.questions ?? 6} must be right`;
  if (section.kind === "digits") return `${plural(section.triplets ?? 24, "triplet")}, threshold up to ${section.passSrtDb ?? -3} dB SNR`;
  return section.title ?? "";
}

/** @param {{ section: Section, frozen: boolean, onChange: (change: Partial<Section>) => void }} props */
function HeadphonesFields({ section, frozen, onChange }) {
  return html`<p class="soft">Three tones, one of them in antiphase: which is the quietest? Only through headphones is the answer right (Woods et al., 2017).</p>
    <div class="field-grid">
      <${NumberInput} label="Questions" disabled=${frozen} minimum=${1} maximum=${20} value=${section.questions} onChange=${(/** @type {number | null} */ questions) => onChange({ questions: questions ?? 6 })} />
      <${NumberInput} label="Must be right" disabled=${frozen} minimum=${0} value=${section.passMark} onChange=${(/** @type {number | null} */ passMark) => onChange({ passMark: passMark ?? 5 })} />
      <${NumberInput} label="Attempts" disabled=${frozen} minimum=${1} value=${section.attempts} onChange=${(/** @type {number | null} */ attempts) => onChange({ attempts: attempts ?? 2 })} />
    </div>
    <${Check} checked=${section.excludes === true} disabled=${frozen} onChange=${(/** @type {boolean} */ excludes) => onChange({ excludes })}>Who fails is sent away<//>`;
}

/** @param {{ section: Section, frozen: boolean, onChange: (change: Partial<Section>) => void }} props */
function DigitsFields({ section, frozen, onChange }) {
  return html`<p class="soft">Three English digits in noise, typed; their level follows the answers until half are understood. It takes about ${Math.max(1, Math.round(((section.triplets ?? 24) * 8) / 60))} min.
      No clinical test: take the pass mark from listeners of your own. ${section.voice ? `Spoken by ${section.voice}.` : "Prepare the audio to have them spoken by an included voice."}</p>
    <div class="field-grid">
      <${NumberInput} label="Triplets" disabled=${frozen} minimum=${8} maximum=${60} value=${section.triplets} onChange=${(/** @type {number | null} */ triplets) => onChange({ triplets: triplets ?? 24 })} />
      <${NumberInput} label="Threshold that passes, dB SNR" hint="Lower is better hearing." disabled=${frozen} minimum=${-20} maximum=${10} step="0.5" value=${section.passSrtDb} onChange=${(/** @type {number | null} */ passSrtDb) => onChange({ passSrtDb: passSrtDb ?? -3 })} />
    </div>
    <${Check} checked=${section.excludes === true} disabled=${frozen} onChange=${(/** @type {boolean} */ excludes) => onChange({ excludes })}>Who does not pass is sent away<//>`;
}

/** @param {{ index: number, definition: import("./types.js").Definition, frozen: boolean, onChange: (definition: import("./types.js").Definition) => void }} props */
function SectionCard({ index, definition, frozen, onChange }) {
  const section = definition.sections[index];
  const title = sectionTitle(section);
  const set = (/** @type {Partial<Section>} */ change) => onChange(changeSection(definition, index, change));
  return html`<li><details class="section-card">
    <summary><span class="section-number">${index + 1}</span><strong>${title}</strong><span class="faint">${summary(section)}</span></summary>
    <div class="stack-s section-body">
      <div class="field-grid"><${TextInput} label="Heading" placeholder="the usual one" disabled=${frozen} value=${section.title} onChange=${(/** @type {string} */ value) => set({ title: value })} /></div>
      <${TextInput} label="Text" hint="Plain text. Empty for the usual one in the test's language." rows=${section.kind === "consent" || section.kind === "text" ? 6 : 2} disabled=${frozen} value=${section.text} onChange=${(/** @type {string} */ text) => set({ text })} />
      ${section.kind === "consent" && html`<${Check} checked=${section.optional === true} disabled=${frozen} onChange=${(/** @type {boolean} */ optional) => set({ optional })}>Who does not agree may go on<//>`}
      ${section.kind === "volume" && html`<div class="field-grid"><${NumberInput} label="Level at the start, 0 to 1" step="0.05" minimum=${0} maximum=${1} disabled=${frozen} value=${section.defaultVolume} onChange=${(/** @type {number | null} */ defaultVolume) => set({ defaultVolume: defaultVolume ?? 0.5 })} /></div>`}
      ${section.kind === "headphones" && html`<${HeadphonesFields} section=${section} frozen=${frozen} onChange=${set} />`}
      ${section.kind === "digits" && html`<${DigitsFields} section=${section} frozen=${frozen} onChange=${set} />`}
      ${section.kind === "questionnaire" && html`<${QuestionnaireEditor} fields=${section.fields ?? []} frozen=${frozen} onChange=${(/** @type {Section["fields"]} */ fields) => set({ fields })} />`}
      ${section.kind === "trials" && html`<${TrialsEditor} index=${index} definition=${definition} frozen=${frozen} onChange=${onChange} />`}
      ${!frozen && html`<div class="row">
        <${Button} size="small" disabled=${index === 0} onClick=${() => onChange(moveSection(definition, index, -1))}>Move up<span class="visually-hidden">: ${title}</span><//>
        <${Button} size="small" disabled=${index === definition.sections.length - 1} onClick=${() => onChange(moveSection(definition, index, 1))}>Move down<span class="visually-hidden">: ${title}</span><//>
        <${Button} size="small" kind="quiet" onClick=${() => onChange(removeSection(definition, index))}>Take out<span class="visually-hidden">: ${title}</span><//>
      </div>`}
    </div>
  </details></li>`;
}

/** The parts that every listener passes. @param {import("./general-editor.js").EditorProps} props */
export function SectionsEditor({ definition, frozen, onChange }) {
  return html`<section class="card stack-s" aria-labelledby="sections">
    <h2 id="sections">What listeners pass</h2>
    <ol class="plain-list section-list">${definition.sections.map((section, index) => html`<${SectionCard} key=${`${index}-${section.kind}`} index=${index} definition=${definition} frozen=${frozen} onChange=${onChange} />`)}</ol>
    ${!frozen && html`<div class="row"><span class="faint">Add</span>${addable.map((kind) => html`<${Button} key=${kind} size="small" onClick=${() => onChange(addSection(definition, kind))}>${sectionWords[kind]}<//>`)}</div>`}
  </section>`;
}
