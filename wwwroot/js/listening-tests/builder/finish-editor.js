// @ts-check
import { html } from "/lib/htm-preact.js";
import { TextInput } from "./inputs.js";

/** What a listener sees and gets at the end. @param {import("./general-editor.js").EditorProps} props */
export function FinishEditor({ definition, frozen, onChange }) {
  const finish = definition.finish ?? {};
  const field = (/** @type {string} */ name, /** @type {string} */ label, hint = "") => html`<${TextInput} label=${label} hint=${hint} disabled=${frozen} value=${finish[name]}
    onChange=${(/** @type {string} */ value) => onChange({ ...definition, finish: { ...finish, [name]: value === "" && name !== "message" ? null : value } })} />`;
  return html`<section class="card stack-s" aria-labelledby="finish">
    <h2 id="finish">Finish</h2>
    ${field("message", "Message", "Empty for a word of thanks in the test's language.")}
    <div class="field-grid">
      ${field("completionCode", "Completion code", "Prolific, MTurk and others ask for one.")}
      ${field("redirect", "Redirect after a completed session", "https://…; {code} and {PROLIFIC_PID} are filled in.")}
      ${field("screenedOutCode", "Code for who failed a screen")}
      ${field("screenedOutRedirect", "Redirect for who failed a screen")}
    </div>
  </section>`;
}
