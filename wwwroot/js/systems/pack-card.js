// @ts-check
import { html } from "/lib/htm-preact.js";
import { Figures, Tag } from "../ui/components.js";
import { bytes, plural, realTimeFactor } from "../ui/format.js";
import { SystemMark } from "../ui/system-mark.js";
import { ModelCard } from "./model-card.js";
import { statuses, systemFacts } from "./pack-groups.js";

/** @typedef {import("./pack-groups.js").Pack} Pack */
/** @typedef {import("./pack-groups.js").System} System */

/** @param {{ pack: Pack, title: string }} props */
function Problems({ pack, title }) {
  const { problems } = pack;
  if (problems.length === 0) return null;
  return html`<div class=${`pack-problems ${statuses[pack.status].tone}`}>
    <h4>${plural(problems.length, "problem")}<span class="visually-hidden"> of ${title}</span></h4>
    <ul>${problems.map((problem) => html`<li key=${problem}>${problem}</li>`)}</ul>
  </div>`;
}

/** @param {{ pack: Pack }} props */
function SelfTest({ pack }) {
  if (pack.status !== "ready") return null;
  if (!pack.selfTest) return html`<p class="faint">Self test: not finished yet.</p>`;
  return html`<p class="self-test"><${Tag} tone=${pack.selfTest.passed ? "good" : "bad"}>${pack.selfTest.passed ? "Self test passed" : "Self test failed"}<//> <span class="soft">${pack.selfTest.message}</span></p>`;
}

/** @param {{ system: System, pack: Pack }} props */
function SystemLine({ system, pack }) {
  const state = statuses[system.status];
  return html`<li class="system-line">
    <${SystemMark} colour=${system.colour} size=${16} />
    <div>
      <div class="row"><strong>${system.title}</strong> <code class="faint">${system.id}</code>${system.status !== "ready" && html`<${Tag} tone=${state.tone}>${state.words}<//>`}</div>
      ${system.description && system.description !== pack.description && html`<p class="soft">${system.description}</p>`}
      <p class="faint">${systemFacts(system).join(" · ")}</p>
    </div>
  </li>`;
}

/**
 * A pack with its state, its systems and its card.
 * @param {{ pack: Pack, systems: System[] }} props
 */
export function PackCard({ pack, systems }) {
  const state = statuses[pack.status];
  const title = pack.title || pack.id;
  return html`<article class="card pack-card" id=${`pack-${pack.id}`} aria-labelledby=${`pack-${pack.id}-title`}>
    <header class="spread"><h3 id=${`pack-${pack.id}-title`}>${title}</h3><${Tag} tone=${state.tone}>${state.words}<//></header>
    ${pack.description && html`<p class="soft">${pack.description}</p>`}
    <${Problems} pack=${pack} title=${title} />
    <${SelfTest} pack=${pack} />
    <${Figures} items=${[
      ["Pack", html`<code>${pack.id}</code>${pack.version && ` ${pack.version}`}`],
      pack.family && ["Family", pack.family],
      pack.bytes > 0 && ["Size", bytes(pack.bytes)],
      pack.selfTest && pack.selfTest.realTimeFactor > 0 && ["Real-time factor in the self test", realTimeFactor(pack.selfTest.realTimeFactor)],
      pack.languages.length > 0 && ["Languages", pack.languages.join(", ")],
      pack.licence && ["Licence", pack.licence],
    ]} />
    ${systems.length > 0 && html`<ul class="system-lines" aria-label=${`Systems of ${title}`}>${systems.map((system) => html`<${SystemLine} key=${system.id} system=${system} pack=${pack} />`)}</ul>`}
    ${pack.hasCard && html`<${ModelCard} packId=${pack.id} title=${title} />`}
  </article>`;
}
