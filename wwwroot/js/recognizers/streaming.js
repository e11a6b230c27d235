// @ts-check
// How soon and how steadily recognizers answered while they listened, from event logs.
import { html } from "/lib/htm-preact.js";
import { axisAround } from "../plots/axis.js";
import { FigureCard } from "../plots/figure-card.js";
import { IntervalPlot } from "../plots/interval-plot.js";
import { Notice } from "../ui/components.js";
import { milliseconds, number, plural } from "../ui/format.js";
import { SystemName } from "../ui/system-mark.js";
import { NumberTable } from "../ui/number-table.js";
import { StreamingRecordings } from "./streaming-recordings.js";
import { feedName, feedNote, howFed, missing, ratioWith, timeWith } from "./streaming-words.js";
import { queryOf, useAnswer } from "./use-board.js";

/** @typedef {import("./types.js").StreamingSystem & { streaming: import("./types.js").Streaming }} Heard */
/** @typedef {import("./types.js").Estimate | { value: number, interval: import("./types.js").Interval | null } | null} Value */

/**
 * One measure of the systems that were fed alike.
 * @param {{ name: string, title: string, note: string, csv: string, systems: Heard[], valueOf: (system: Heard) => Value, write: (value: number) => string, figure: (system: Heard) => string }} props
 */
function Measure({ name, title, note, csv, systems, valueOf, write, figure }) {
  const rows = systems.flatMap((system) => {
    const value = valueOf(system);
    return value ? [{ id: system.id, title: system.title, colour: system.colour, value: value.value, low: value.interval?.low ?? null, high: value.interval?.high ?? null, figure: figure(system) }] : [];
  });
  if (rows.length === 0) return html`<p class="soft">${title}: no system has a value.</p>`;
  const axis = axisAround([0, ...rows.flatMap((row) => [row.value, row.low ?? row.value, row.high ?? row.value])]);
  return html`<${FigureCard} name=${name} title=${title} note=${note} csv=${csv}
    plot=${(/** @type {number} */ width) => html`<${IntervalPlot} label=${title} rows=${rows} axis=${axis} writeTick=${write} width=${width} />`} />`;
}

/** Systems that were fed in one way: times of different feeds are never in one plot. @param {{ feed: string, systems: Heard[], csv: string }} props */
function Feed({ feed, systems, csv }) {
  const logs = Math.max(...systems.map(({ streaming }) => streaming.logs));
  const flushed = systems.filter(({ streaming }) => streaming.flushed > 0);
  return html`<div class="stack">
    <p><strong>Fed: ${feedName(feed)}.</strong> <span class="soft">${feedNote(feed)} ${[...new Set(systems.map(({ streaming }) => howFed(streaming)))].join("; ")}.</span></p>
    <${Measure} name=${`first-words-${feed}`} title="First words after speech began" csv=${csv} systems=${systems} write=${milliseconds}
      note=${`Median of ${plural(logs, "recording")} with its 95 % interval (from six recordings on). Left is better; below 0 are words before anything was said.`}
      valueOf=${(/** @type {Heard} */ { streaming }) => streaming.firstPartial.median} figure=${(/** @type {Heard} */ { streaming }) => timeWith(streaming.firstPartial.median)} />
    <${Measure} name=${`final-words-${feed}`} title="Final words after speech ended" csv=${csv} systems=${systems} write=${milliseconds}
      note=${`Median of ${plural(logs, "recording")} with its 95 % interval. Left is better.`}
      valueOf=${(/** @type {Heard} */ { streaming }) => streaming.final.median} figure=${(/** @type {Heard} */ { streaming }) => timeWith(streaming.final.median)} />
    <${Measure} name=${`unstable-words-${feed}`} title="Words taken back" csv=${csv} systems=${systems} write=${(/** @type {number} */ value) => number(value, 2)}
      note="Unstable partial word ratio: words of partial results that a later result changed or took back, each time, for each word in the end; 95 % interval by bootstrap over speakers or recordings. Left is calmer."
      valueOf=${(/** @type {Heard} */ { streaming }) => streaming.ratio} figure=${(/** @type {Heard} */ { streaming }) => ratioWith(streaming)} />
    <${NumberTable} caption=${`Streaming measures, fed: ${feedName(feed)}`} texts=${[8]}
      head=${["System", "Recordings", "First words, median", "90th percentile", "Final words, median", "90th percentile", "Only as the audio ended", "Unstable partial word ratio", "Missing"]}
      rows=${systems.map((system) => ({ key: system.id, cells: [
        html`<${SystemName} system=${system} />`, system.streaming.logs, timeWith(system.streaming.firstPartial.median), timeWith(system.streaming.firstPartial.p90), timeWith(system.streaming.final.median), timeWith(system.streaming.final.p90),
        `${system.streaming.flushed} of ${system.streaming.logs}`, ratioWith(system.streaming), [missing(system.streaming.firstPartial) && `first words: ${missing(system.streaming.firstPartial)}`, missing(system.streaming.final) && `final words: ${missing(system.streaming.final)}`].filter(Boolean).join("; ") || "nothing",
      ] }))} />
    <p class="faint">The 90th percentile has an interval from 36 recordings on. ${feed === "whole" ? "All final words come after the audio ended, since it was sent whole." : flushed.length > 0 ? "Only as the audio ended: the last words became final because the recording ended before the recognizer had noticed that speech was over; that time tells how much silence the recording ends with, not how soon the recognizer notices." : ""}</p>
  </div>`;
}

/** @param {{ choice: import("./use-board.js").Choice }} props */
export function Streaming({ choice }) {
  const { answer, problem, loading } = /** @type {{ answer: import("./types.js").StreamingBoard | null, problem: string | null, loading: boolean }} */ (useAnswer(`/api/recognizers/streaming?${queryOf(choice)}`));
  const heard = /** @type {Heard[]} */ ((answer?.systems ?? []).filter((system) => system.streaming !== null));
  const without = (answer?.systems ?? []).filter((system) => system.streaming === null);
  const feeds = [...new Set(heard.map(({ streaming }) => streaming.feed))];
  const csv = `/api/recognizers/export/streaming.csv?${queryOf(choice)}`;
  return html`<section class="stack streaming" aria-labelledby="streaming" aria-busy=${loading ? "true" : "false"}><h2 id="streaming">How soon, and how steadily, while one speaks?</h2>
    ${problem && html`<${Notice} tone="bad">${problem}<//>`}
    ${!answer && !problem && html`<p class="soft" role="status">Reading event logs…</p>`}
    ${answer && heard.length === 0 && html`<p class="soft">No system of this comparison was heard while it listened. <a href="/runs?new">Make a run</a> that feeds recordings in small pieces: it keeps what recognizers say event by event.</p>`}
    ${answer && heard.length > 0 && html`<p class="soft">${plural(answer.items, "recording")} of which all systems below have an event log${answer.leftOut > 0 ? `; ${plural(answer.leftOut, "recording")} left out, because a system has none of ${answer.leftOut === 1 ? "it" : "them"}` : ""}. Words are compared after ${answer.normaliser}.</p>`}
    ${feeds.length > 1 && html`<${Notice} tone="warn">Systems were fed in ${feeds.length} ways. Their times do not mean the same, so each way has plots of its own.<//>`}
    ${feeds.map((feed) => html`<${Feed} key=${feed} feed=${feed} systems=${heard.filter(({ streaming }) => streaming.feed === feed)} csv=${csv} />`)}
    ${heard.length > 0 && html`<${StreamingRecordings} choice=${choice} />`}
    ${without.length > 0 && html`<p class="faint">Without event logs: ${without.map(({ title, whyNot }) => `${title} (${whyNot})`).join("; ")}.</p>`}
  </section>`;
}
