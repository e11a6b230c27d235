// @ts-check
import { html } from "/lib/htm-preact.js";
import { Field } from "../../ui/components.js";
import { plural } from "../../ui/format.js";

/** @typedef {import("./words.js").VocabularyChoice} VocabularyChoice */

/**
 * Vocabulary in one click: open, a preset list, or words of one's own; hot words for the open one.
 * @param {{ choice: VocabularyChoice, lists: import("../types.js").WordList[], onChange: (part: Partial<VocabularyChoice>) => void, disabled?: boolean }} props
 */
export function VocabularyFields({ choice, lists, onChange, disabled }) {
  const options = [{ id: "open", title: "Open", words: [] }, ...lists, { id: "own", title: "Own list", words: [] }];
  const preset = lists.find((list) => list.id === choice.vocabulary);
  return html`<fieldset class="vocabulary stack-s" disabled=${disabled}>
    <legend>Vocabulary</legend>
    <div class="segments">
      ${options.map(
        (option) => html`<label key=${option.id} class="segment">
          <input type="radio" name="vocabulary" checked=${choice.vocabulary === option.id} onChange=${() => onChange({ vocabulary: option.id })} /><span>${option.title}</span>
        </label>`,
      )}
    </div>
    ${preset && html`<p class="faint">Only these ${plural(preset.words.length, "word")} can be recognized: ${preset.words.slice(0, 12).join(", ")}${preset.words.length > 12 ? " …" : ""}.</p>`}
    ${choice.vocabulary === "own" && html`<${Field} label="Words, one a line" hint="Only these can be recognized.">
      ${(/** @type {object} */ attributes) => html`<textarea ...${attributes} rows="4" value=${choice.ownWords} onInput=${(/** @type {any} */ event) => onChange({ ownWords: event.currentTarget.value })}></textarea>`}
    <//>`}
    ${choice.vocabulary === "open" && html`<${Field} label="Hot words" hint="Made more likely, such as names; separated by commas.">
      ${(/** @type {object} */ attributes) => html`<input ...${attributes} value=${choice.hotWords} placeholder="none" onInput=${(/** @type {any} */ event) => onChange({ hotWords: event.currentTarget.value })} />`}
    <//>`}
    <p class="faint">Applies to the systems marked “word lists”.</p>
  </fieldset>`;
}
