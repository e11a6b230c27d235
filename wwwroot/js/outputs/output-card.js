// @ts-check
import { html } from "/lib/htm-preact.js";
import { ClipPlayer } from "../ui/clip-player.js";
import { Button, Tag } from "../ui/components.js";
import { dateTime, realTimeFactor, seconds } from "../ui/format.js";
import { SystemName, systemProperty } from "../ui/system-mark.js";
import { askedOf, settingsInWords } from "./output-query.js";

/**
 * One output: what was asked, what came, and where it came from.
 * @param {{ output: import("./output-query.js").Output, onKeep: (kept: boolean) => void, problem?: string }} props
 */
export function OutputCard({ output, onKeep, problem }) {
  const asked = askedOf(output);
  const settings = settingsInWords(output);
  const label = `${output.system.title}, ${dateTime(output.createdAt)}`;
  return html`<li class="card output-card">
    <div class="spread">
      <div class="row"><${SystemName} system=${output.system} />${output.kept && html`<${Tag} tone="accent">Kept<//>`}</div>
      <time class="faint" datetime=${output.createdAt}>${dateTime(output.createdAt)}</time>
    </div>
    <dl class="output-words">
      <dt>${asked.term}</dt><dd>${asked.words}</dd>
      ${output.kind === "recognizer" && html`<dt>Transcript</dt><dd>${output.text || html`<span class="faint">nothing recognized</span>`}</dd>`}
    </dl>
    ${output.hasAudio && html`<${ClipPlayer} src=${`/api/outputs/${output.id}/audio`} peaksSrc=${`/api/outputs/${output.id}/peaks?count=400`} label=${label} seconds=${output.seconds} colour=${systemProperty(output.system.colour)} />`}
    <div class="spread">
      <span class="faint">${[seconds(output.seconds), output.realTimeFactor == null ? "" : `real-time factor ${realTimeFactor(output.realTimeFactor)}`, settings].filter(Boolean).join(" · ")}</span>
      <div class="row">
        ${output.runId
          ? html`<a class="button small" href=${`/runs?id=${output.runId}`}>Open run<span class="visually-hidden"> of ${label}</span></a>`
          : html`<a class="button small" href=${`/live?trial=${output.trialId}`}>Open trial<span class="visually-hidden"> of ${label}</span></a>`}
        <${Button} size="small" onClick=${() => onKeep(!output.kept)}>${output.kept ? "Do not keep" : "Keep"}<span class="visually-hidden"> ${label}</span><//>
      </div>
    </div>
    ${problem && html`<p class="output-problem" role="alert">${problem}</p>`}
  </li>`;
}
