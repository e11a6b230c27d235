// @ts-check
import { html } from "/lib/htm-preact.js";
import { Tag } from "../ui/components.js";
import { SystemMark } from "../ui/system-mark.js";
import { answer, cautions } from "./answer.js";

/** @type {Record<import("./answer.js").Answer["outcome"], { tone?: "good" | "warn", words: string }>} */
const outcomes = {
  clear: { tone: "good", words: "Clear difference" },
  tie: { words: "Too close to call" },
  thin: { tone: "warn", words: "Not enough yet" },
  alone: { words: "One system" },
  none: { words: "Nothing yet" },
};

/** Where more ratings and scores come from. */
const more = {
  recognizer: { link: "/live?tab=speak", words: "Score more recordings" },
  synthesizer: { link: "/live?tab=type", words: "Rate more voices" },
  tokenizer: { link: "/live?tab=drop", words: "Rate more reconstructions" },
};

/** The comparison's answer before its numbers. @param {{ comparison: import("./types.js").Comparison }} props */
export function AnswerCard({ comparison }) {
  const found = answer(comparison);
  const { tone, words } = outcomes[found.outcome];
  const { link, words: invitation } = more[comparison.kind];
  const leaders = comparison.systems.filter((system) => found.leaders.includes(system.id));
  return html`<section class="card answer-card" aria-labelledby="answer">
    <div class="row"><${Tag} tone=${tone}>${words}<//>${leaders.map((system) => html`<${SystemMark} key=${system.id} colour=${system.colour} size=${18} />`)}</div>
    <h2 id="answer" class="answer">${found.headline}</h2>
    ${[...found.reasons, ...cautions(comparison)].map((reason) => html`<p key=${reason} class="soft">${reason}</p>`)}
    ${found.outcome !== "clear" && html`<p><a href=${link}>${invitation}</a></p>`}
  </section>`;
}
