// @ts-check
// Does the same seed give the same sound twice?
import { html } from "/lib/htm-preact.js";
import { Tag } from "../ui/components.js";
import { number, plural } from "../ui/format.js";
import { NumberTable } from "../ui/number-table.js";
import { exportAddress, namesOf, valueOf } from "./words.js";

/** @typedef {import("./types.js").Determinism} Determinism */

/** @param {Determinism} found */
const verdict = (found) => (found.sameBits === found.pairs ? html`<${Tag} tone="good">same bits<//>`
  : found.largestDifference !== null && found.largestDifference < 1e-3 && found.sameLength === found.pairs ? html`<${Tag} tone="warn">nearly the same<//>` : html`<${Tag} tone="bad">differs<//>`);

/** @param {{ view: import("./types.js").LabView }} props */
export function DeterminismFigure({ view }) {
  const names = namesOf(view), { determinism } = view.analysis;
  // Those that people know best; the file has all.
  const metrics = ["wer", "f0-median", "duration", "f0-sd-semitones", ...view.metrics.map(({ id }) => id).filter((id) => id !== "cer")].filter((id, place, all) => all.indexOf(id) === place && determinism.some((found) => found.metrics.some(({ metric }) => metric === id))).slice(0, 3);
  return html`<section class="card stack-s" aria-labelledby="determinism">
    <div class="spread"><h3 id="determinism">Determinism</h3>
      ${determinism.length > 0 && html`<a class="button quiet small" href=${exportAddress(view, "determinism.csv")} download>CSV<span class="visually-hidden"> of determinism</span></a>`}</div>
    ${determinism.length === 0
      ? html`<p class="soft">No prompt was spoken twice with the same seed. Make a run with "Check determinism": each first take is then made again with its own seed.</p>`
      : html`<p class="faint">The same prompt, settings and seed, twice. Bits: the clips are the same file. Waveform: largest difference between samples at one place (full scale is 1), and the lowest ratio of signal to difference.</p>
        <${NumberTable} caption="Same seed twice" texts=${[1]} head=${["Condition", "Verdict", "Same bits", "Same length", "Largest difference", "Lowest SNR (dB)", ...metrics.map((metric) => `${names.metric.get(metric)?.title ?? metric}, largest change`)]}
          rows=${determinism.map((found) => ({ key: found.condition, cells: [
            names.condition.get(found.condition)?.title ?? found.condition, verdict(found), `${found.sameBits} of ${plural(found.pairs, "pair")}`, `${found.sameLength} of ${found.pairs}`,
            found.largestDifference === null ? "not comparable" : found.largestDifference === 0 ? "0" : found.largestDifference >= 0.001 ? number(found.largestDifference, 3) : found.largestDifference.toExponential(1), found.lowestSnrDb === null ? (found.largestDifference === 0 ? "∞" : "–") : number(found.lowestSnrDb, 1),
            ...metrics.map((metric) => valueOf(names.metric.get(metric), found.metrics.find((each) => each.metric === metric)?.largest)),
          ] }))} />`}
  </section>`;
}
