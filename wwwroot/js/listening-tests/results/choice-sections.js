// @ts-check
// Designs that compare directly: preference, ABX, CCR, and what was understood.
import { html } from "/lib/htm-preact.js";
import { number, percent, plural } from "../../ui/format.js";
import { axisFromZero, fixedAxis } from "../../plots/axis.js";
import { FigureCard } from "../../plots/figure-card.js";
import { IntervalPlot } from "../../plots/interval-plot.js";
import { pValue } from "../../plots/p-value.js";
import { PreferencePlot } from "../../plots/preference-plot.js";
import { withInterval } from "./words.js";

/** @typedef {import("./types.js").Results} Results */
/** @typedef {{ results: Results, colours: Map<string, number> }} Props */

/** @param {Props} props */
export function PreferenceSection({ results, colours }) {
  if (results.preferences.length === 0) return null;
  const rows = results.preferences.map((pair) => ({
    a: pair.a, b: pair.b, winsA: pair.winsA, winsB: pair.winsB, ties: pair.ties, n: pair.winsA + pair.winsB + pair.ties,
    share: pair.share?.value ?? null, low: pair.share?.low ?? null, high: pair.share?.high ?? null,
    systemA: { title: pair.titleA, colour: colours.get(pair.a) ?? -1 }, systemB: { title: pair.titleB, colour: colours.get(pair.b) ?? -1 },
  }));
  return html`<section class="stack" aria-label="Preferences"><h2>Preferences</h2>
    <${FigureCard} name="preferences" title="Direct choices" note="Choices for each side, undecided between; below each bar the left condition's share of decided choices with its exact 95 % interval."
      plot=${(/** @type {number} */ width) => html`<${PreferencePlot} label="Direct choices" rows=${rows} width=${width} />`}>
      <ul class="plain faint">${results.preferences.map((pair) => html`<li key=${`${pair.a} ${pair.b}`}>${pair.titleA} against ${pair.titleB}: ${pair.winsA} to ${pair.winsB}, ${pair.ties} undecided, by ${plural(pair.listeners, "listener")}; exact sign test ${pValue(pair.pValue)}${pair.firstShare === null ? "" : `; the first presented won ${percent(pair.firstShare, 0)} of decided choices`}.</li>`)}</ul>
    <//>
  </section>`;
}

/** @param {Props} props */
export function IdentificationSection({ results, colours }) {
  if (results.identifications.length === 0) return null;
  const rows = results.identifications.map((pair) => ({
    id: `${pair.a} ${pair.b}`, title: `${pair.titleA} / ${pair.titleB}`, colour: colours.get(pair.a) ?? -1, value: pair.share.value, low: pair.share.low, high: pair.share.high,
    figure: `${pair.right} of ${pair.trials} right · ${pValue(pair.pValue)}`,
  }));
  return html`<section class="stack" aria-label="ABX"><h2>ABX</h2>
    <${FigureCard} name="abx" title="Right answers" note="Share of right answers with exact 95 % interval; a half is guessing. p: one-sided exact binomial test."
      plot=${(/** @type {number} */ width) => html`<${IntervalPlot} label="Right answers" rows=${rows} axis=${fixedAxis(0, 1, 4)} writeTick=${(/** @type {number} */ share) => percent(share, 0)} width=${width} />`}>
      <ul class="plain faint">${results.identifications.map((pair) => html`<li key=${`${pair.a} ${pair.b}`}>${pair.titleA} / ${pair.titleB}: ${pair.needed === null ? "even all right would not exclude guessing yet" : `${pair.needed} of ${pair.trials} are needed to exclude guessing at 5 %`}; ${plural(pair.listeners, "listener")}.</li>`)}</ul>
    <//>
  </section>`;
}

/** @param {Props} props */
export function ComparisonSection({ results, colours }) {
  if (results.comparisons.length === 0) return null;
  const rows = results.comparisons.map((pair) => ({
    id: `${pair.condition} ${pair.against}`, title: `${pair.title} − ${pair.titleAgainst}`, colour: colours.get(pair.condition) ?? -1, value: pair.mean.value, low: pair.mean.low, high: pair.mean.high,
    figure: `${withInterval(pair.mean, 2)} · ${pair.pValue === null ? "" : `${pValue(pair.pValue)} · `}${plural(pair.listeners, "listener")}`,
  }));
  return html`<section class="stack" aria-label="Comparison mean opinion score"><h2>Comparison mean opinion score</h2>
    <${FigureCard} name="cmos" title="CMOS" note="−3 much worse to 3 much better, whichever was presented first; mean of the listeners' means with 95 % t interval; p: one-sample t test against 0."
      plot=${(/** @type {number} */ width) => html`<${IntervalPlot} label="Comparison mean opinion scores" rows=${rows} axis=${fixedAxis(-3, 3, 6)} writeTick=${(/** @type {number} */ value) => String(value).replace("-", "−")} width=${width} />`} />
  </section>`;
}

/** @param {Props} props */
export function IntelligibilitySection({ results, colours }) {
  if (results.intelligibility.length === 0) return null;
  const rows = results.intelligibility.map((score) => ({
    id: score.condition, title: score.title, colour: colours.get(score.condition) ?? -1, value: score.wordErrorRate.value, low: score.wordErrorRate.low, high: score.wordErrorRate.high,
    figure: `${percent(score.wordErrorRate.value)}${score.wordErrorRate.low === null ? "" : ` (${number(score.wordErrorRate.low * 100, 1)}–${number((score.wordErrorRate.high ?? 0) * 100, 1)})`} · ${score.words} words`,
  }));
  return html`<section class="stack" aria-label="Intelligibility"><h2>Intelligibility</h2>
    <${FigureCard} name="intelligibility" title="Word error rate of the listeners" note="Substituted, missed and added words for each word said; 95 % bootstrap interval over listeners. Left is better."
      plot=${(/** @type {number} */ width) => html`<${IntervalPlot} label="Word error rates" rows=${rows} axis=${axisFromZero(rows.flatMap((row) => [row.value, row.high]))} writeTick=${(/** @type {number} */ value) => percent(value, 0)} width=${width} />`} />
    <p class="faint recipe"><strong>Recipe:</strong> ${results.intelligibility[0].wordErrorRate.recipe}</p>
  </section>`;
}
