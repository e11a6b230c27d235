// @ts-check
import { html } from "/lib/htm-preact.js";
import { Notice } from "../../ui/components.js";
import { percent, plural } from "../../ui/format.js";
import { fixedAxis } from "../../plots/axis.js";
import { FigureCard } from "../../plots/figure-card.js";
import { IntervalPlot } from "../../plots/interval-plot.js";
import { designName, withInterval } from "./words.js";

/** An axis in hundreds of points around all intervals. @param {import("./types.js").Ranking} ranking */
function axisOf({ systems }) {
  const values = systems.flatMap(({ points }) => [points.value, points.low ?? points.value, points.high ?? points.value]);
  const low = Math.floor(Math.min(...values, 950) / 100) * 100;
  return fixedAxis(low, Math.max(low + 100, Math.ceil(Math.max(...values, 1050) / 100) * 100), 5);
}

/** Strengths of conditions from choices between two. @param {{ ranking: import("./types.js").Ranking, colours: Map<string, number>, titles: Map<string, string> }} props */
export function RankingSection({ ranking, colours, titles }) {
  if (ranking.systems.length < 2) return null;
  const rows = ranking.systems.map((system) => ({
    id: system.condition, title: system.title, colour: colours.get(system.condition) ?? -1, value: system.points.value, low: system.points.low, high: system.points.high,
    figure: `${withInterval(system.points, 0)} · rank ${system.rank === system.worstRank ? system.rank : `${system.rank}–${system.worstRank}`} · ${plural(system.choices, "choice")}`,
  }));
  return html`<section class="stack" aria-label=${`Ranking, ${designName(ranking.design)}`}>
    <h2>Ranking: ${designName(ranking.design)}</h2>
    ${ranking.groups.length > 1 && html`<${Notice} tone="warn" title="Not all conditions can be compared yet">No choices connect ${ranking.groups.map((group) => group.map((id) => titles.get(id) ?? id).join(", ")).join(" with ")}. More listeners will.<//>`}
    <${FigureCard} name=${`ranking-${ranking.design}`} title="Bradley-Terry strengths" note="1000 is the mean; 400 points more are ten times the odds of winning. 95 % bootstrap interval over listeners; ranks are those that the intervals allow. Right is better."
      plot=${(/** @type {number} */ width) => html`<${IntervalPlot} label="Bradley-Terry strengths" rows=${rows} axis=${axisOf(ranking)} writeTick=${String} width=${width} />`}>
      <p class="faint">${plural(ranking.choices, "choice")} by ${plural(ranking.listeners, "listener")}; equals tie in ${percent(ranking.tieRate, 0)} of choices; being presented first is worth ${withInterval(ranking.firstAdvantage, 2)} on the log scale.${ranking.isFinite ? "" : " Some condition has always won or always lost: how far apart the strengths lie is the prior's doing."}</p>
      <p class="faint recipe"><strong>Recipe:</strong> ${ranking.systems[0].points.recipe}</p>
    <//>
  </section>`;
}
