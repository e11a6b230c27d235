// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../../ui/api.js";
import { Button, Check, Field } from "../../ui/components.js";
import { ruleWords } from "./words.js";

/** @typedef {{ kind: string, [parameter: string]: string | number }} Rule */
/** @typedef {{ id: string, version: number, rules: Rule[] }} Profile */

/** "sessionShare" → "Session share". @param {string} name */
const parameterWords = (name) => name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`).replace(/^./u, (letter) => letter.toUpperCase());

/** The saved profiles and the rules that there are. */
export function useProfiles() {
  const [known, setKnown] = useState(/** @type {{ own: Profile[], rules: Rule[] }} */ ({ own: [], rules: [] }));
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    api.get("/api/screening-profiles", { signal: stop.signal }).then(setKnown, () => {}); // the presets can be chosen all the same
    return () => stop.abort();
  }, [attempt]);
  return { ...known, read: () => setAttempt((count) => count + 1) };
}

/**
 * Puts a profile together from rules, beginning with the one that applies.
 * @param {{ rules: Rule[], current: Profile, onSaved: (profile: Profile) => void }} props
 */
export function ProfileEditor({ rules, current, onSaved }) {
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState(/** @type {Map<string, Rule>} */ (new Map()));
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => setChosen(new Map(current.rules.map((rule) => [rule.kind, rule]))), [current.id, current.version]);
  const set = (/** @type {string} */ kind, /** @type {Rule | null} */ rule) => {
    const next = new Map(chosen);
    if (rule) next.set(kind, rule);
    else next.delete(kind);
    setChosen(next);
  };
  const save = async (/** @type {any} */ event) => {
    event.preventDefault();
    setBusy(true);
    setProblem("");
    try {
      onSaved(await api.post("/api/screening-profiles", { id: name.trim(), rules: rules.filter(({ kind }) => chosen.has(kind)).map(({ kind }) => chosen.get(kind)) }));
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy(false);
  };
  return html`<details class="more"><summary>A profile of your own</summary>
    <form class="stack-s" onSubmit=${save}>
      <p class="soft">Begins with the rules of the profile that applies now. Saving under a name that exists makes its next version; versions stay, since results name them.</p>
      ${rules.map((rule) => {
        const used = chosen.get(rule.kind);
        return html`<fieldset key=${rule.kind} class="stack-s profile-rule"><legend class="visually-hidden">${ruleWords(rule.kind)}</legend>
          <${Check} checked=${used !== undefined} onChange=${(/** @type {boolean} */ checked) => set(rule.kind, checked ? rule : null)}>${ruleWords(rule.kind)}<//>
          ${used && html`<div class="field-grid">${Object.entries(rule).filter(([parameter]) => parameter !== "kind").map(([parameter, usual]) => html`<${Field} key=${parameter} label=${parameterWords(parameter)}>${(/** @type {Record<string, unknown>} */ attributes) => html`
            <input ...${attributes} type=${typeof usual === "number" ? "number" : "text"} step="any" defaultValue=${used[parameter] ?? usual}
              onChange=${(/** @type {any} */ event) => set(rule.kind, { ...used, [parameter]: typeof usual === "number" ? event.currentTarget.valueAsNumber : event.currentTarget.value })} />`}<//>`)}</div>`}
        </fieldset>`;
      })}
      <${Field} label="Name" hint="Small letters, digits and hyphens." problem=${problem}>${(/** @type {Record<string, unknown>} */ attributes) => html`<input ...${attributes} required maxlength="60" value=${name} onInput=${(/** @type {any} */ event) => setName(event.currentTarget.value)} />`}<//>
      <div class="row"><${Button} type="submit" disabled=${busy}>Save and apply<//></div>
    </form>
  </details>`;
}
