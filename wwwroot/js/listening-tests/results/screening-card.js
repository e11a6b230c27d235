// @ts-check
import { html } from "/lib/htm-preact.js";
import { plural } from "../../ui/format.js";
import { Field, Tag } from "../../ui/components.js";
import { ProfileEditor, useProfiles } from "./profile-editor.js";
import { digitsOf, leftOutWords, profileWords, scaleWords, withInterval } from "./words.js";

/** @typedef {import("./types.js").ResultsView} ResultsView */

/** Means before and after. @param {{ view: ResultsView }} props */
function BeforeAfter({ view }) {
  const { results, unscreened } = view;
  if (!unscreened) return null;
  return html`${unscreened.scales.map((before) => {
    const after = results.scales.find((scale) => scale.design === before.design && scale.scale === before.scale);
    return html`<div key=${before.scale} class="table-frame" role="region" aria-label=${`${scaleWords(before).title} before and after screening`} tabindex="0"><table class="table">
      <caption class="visually-hidden">${scaleWords(before).title} before and after screening</caption>
      <thead><tr><th scope="col">${scaleWords(before).title}</th><th scope="col" class="number">Everyone</th><th scope="col" class="number">After screening</th></tr></thead>
      <tbody>${before.conditions.map((score) => {
        const kept = after?.conditions.find(({ condition }) => condition === score.condition);
        return html`<tr key=${score.condition}><th scope="row">${score.title}</th>
          <td class="number">${withInterval(score.mean, digitsOf(before))}<span class="detail">${plural(score.listeners, "listener")}</span></td>
          <td class="number">${kept ? html`${withInterval(kept.mean, digitsOf(before))}<span class="detail">${plural(kept.listeners, "listener")}</span>` : "–"}</td></tr>`;
      })}</tbody>
    </table></div>`;
  })}`;
}

/**
 * Which profile applies, what it leaves out and why.
 * @param {{ view: ResultsView, onChoose: (profile: string) => void }} props
 */
export function ScreeningCard({ view, onChoose }) {
  const { screening, results } = view;
  const excluded = new Set(screening.exclusions.filter((finding) => finding.scope === "listener").map((finding) => finding.listener)).size;
  const left = leftOutWords(results.counts.leftOut);
  const { own, rules, read } = useProfiles();
  const isPreset = screening.profiles.includes(screening.profile);
  const value = isPreset ? screening.profile : `${screening.profile}@${screening.version}`;
  const choices = own.map(({ id, version }) => `${id}@${version}`);
  const ownWords = (/** @type {string} */ choice) => choice.replace("@", ", version ");
  return html`<section class="card results-card" aria-labelledby="screening">
    <div class="spread"><h2 id="screening">Screening</h2>
      ${screening.exclusions.length === 0 ? html`<${Tag} tone="good">Nothing excluded<//>` : html`<${Tag} tone="warn">${excluded > 0 ? `${plural(excluded, "listener")} excluded` : plural(screening.exclusions.length, "exclusion")}<//>`}
    </div>
    <div class="results-screening">
      <${Field} label="Profile" hint=${profileWords(screening.profile).note}>${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} value=${value} onChange=${(/** @type {any} */ event) => onChoose(event.currentTarget.value)}>
        ${screening.profiles.map((profile) => html`<option key=${profile} value=${profile} selected=${profile === screening.profile}>${profileWords(profile).title}${profile === screening.usual ? " (usual for this design)" : ""}</option>`)}
        ${[...new Set(isPreset ? choices : [...choices, value])].map((choice) => html`<option key=${choice} value=${choice} selected=${choice === value}>${ownWords(choice)}</option>`)}
      </select>`}<//>
      <div class="stack-s">
        ${screening.exclusions.length > 0 && html`<ul class="results-reasons" aria-label="Exclusions with reasons" tabindex="0">
          ${screening.exclusions.map((finding, index) => html`<li key=${index}><strong>${finding.listener}</strong> <span class="faint">${finding.scope === "listener" ? "all answers" : finding.scope === "session" ? "one session" : "one answer"}</span><br />${finding.reason}</li>`)}
        </ul>`}
        ${screening.flags.length > 0 && html`<details><summary>${plural(screening.flags.length, "answer")} noticed that still count</summary>
          <ul class="results-reasons" aria-label="Noticed answers" tabindex="0">${screening.flags.map((finding, index) => html`<li key=${index}><strong>${finding.listener}</strong> ${finding.reason}</li>`)}</ul></details>`}
        <p class="faint">Nothing is ever deleted: screening decides only what these numbers count.${left ? ` Left out: ${left}.` : ""}</p>
      </div>
    </div>
    <${BeforeAfter} view=${view} />
    ${rules.length > 0 && html`<${ProfileEditor} rules=${rules} current=${JSON.parse(screening.rules)} onSaved=${(/** @type {import("./profile-editor.js").Profile} */ profile) => { read(); onChoose(`${profile.id}@${profile.version}`); }} />`}
  </section>`;
}
