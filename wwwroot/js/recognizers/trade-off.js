// @ts-check
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { axisFromZero } from "../plots/axis.js";
import { FigureCard } from "../plots/figure-card.js";
import { Check, Field, Notice } from "../ui/components.js";
import { milliseconds, number, percent } from "../ui/format.js";
import { NumberTable } from "../ui/number-table.js";
import { SystemName } from "../ui/system-mark.js";
import { fileOf, TableFiles } from "./table-files.js";
import { TradeOffPlot } from "./trade-off-plot.js";
import { useAnswer } from "./use-board.js";
import { rate } from "./words.js";

/** @typedef {import("./types.js").TradeOff} TradeOffView */
/** @typedef {import("./types.js").TradeOffSystem} System */

const criteria = /** @type {const} */ (["errors", "latency", "price"]);

/** @type {Record<string, { title: string, of: (system: System) => number | null }>} */
const units = {
  hour: { title: "an hour of audio", of: (system) => system.cost?.perHour ?? null },
  minutes: { title: "1,000 minutes of audio", of: (system) => system.cost?.perThousandMinutes ?? null },
};

/** Digits after the point that show at least two that count of the smallest amount. @param {(number | null)[]} amounts */
export function digitsOf(amounts) {
  const known = amounts.filter((amount) => amount !== null && amount > 0).map(Number);
  return known.length === 0 ? 2 : Math.min(6, Math.max(2, 1 - Math.floor(Math.log10(Math.min(...known)))));
}

/** Who beats a system, in words. @param {System} system */
const beaten = (system) => system.beatenBy ?? (system.unknown.length > 0 ? html`<span class="soft reason">cannot be said: ${system.unknown.join(" and ")} not known</span>` : html`<strong>nobody</strong>`);

/** @param {{ view: TradeOffView, title: string, name: string, xTitle: string, of: (system: System) => number | null, criterion: string, unit: string, writeX: (value: number) => string, choice: import("./use-board.js").Choice }} props */
function Figure({ view, title, name, xTitle, of, criterion, unit, writeX, choice }) {
  const shown = view.systems.filter((system) => system.errorRate !== null);
  const x = axisFromZero(shown.map(of), 4), y = axisFromZero(shown.flatMap((system) => [system.errorRate, system.interval?.high ?? null]));
  const words = shown.map((system) => `${system.title} ${percent(system.errorRate)}, ${of(system) === null ? "not known" : `${writeX(Number(of(system)))} ${unit}`}`).join("; ");
  const isFlat = view.criteria.length === 2 && view.criteria.includes("errors") && view.criteria.includes(criterion);
  return html`<${FigureCard} name=${name} title=${title} csv=${fileOf("trade-off.csv", choice)} note=${`Lower left is better.${isFlat ? " The line: nobody beats those on it." : ""}`}
    plot=${(/** @type {number} */ width) => html`<${TradeOffPlot} label=${`Word error rate against ${xTitle}: ${words}`} hasFront=${isFlat} x=${x} y=${y} xTitle=${xTitle} width=${width} writeX=${writeX} writeY=${(/** @type {number} */ value) => percent(value, value < 0.1 && value > 0 && y.high < 0.1 ? 1 : 0)}
      points=${shown.map((system) => ({ id: system.id, title: system.title, colour: system.colour, x: of(system), y: Number(system.errorRate), low: system.interval?.low ?? null, high: system.interval?.high ?? null, isBeaten: system.beatenBy !== null }))} />`} />`;
}

/** @param {{ view: TradeOffView, unit: string, choice: import("./use-board.js").Choice }} props */
function Figures({ view, unit, choice }) {
  const { of, title } = units[unit], currency = view.currency ?? "";
  const isTimed = view.systems.some((system) => system.latency !== null), isPriced = view.currency !== null;
  const tail = choice.latency === "p95";
  return html`<div class="trade-offs">
    ${isTimed ? html`<${Figure} view=${view} choice=${choice} name="errors-latency" title="Errors against latency" criterion="latency" xTitle=${`Processing of a recording, ${tail ? "95th percentile" : "median"}, ms`} of=${(/** @type {System} */ system) => (tail ? system.latency?.p95 : system.latency?.p50) ?? null} unit="ms" writeX=${(/** @type {number} */ value) => number(value * 1000, 0)} />`
      : html`<div class="empty-figure"><h4>Errors against latency</h4><p class="soft">No system was timed here: transcripts that were delivered as files have no latency, and it is not guessed. Run packs or vendors' APIs from <a href="/runs?new">Runs › New</a> to have it.</p></div>`}
    ${isPriced ? html`<${Figure} view=${view} choice=${choice} name="errors-price" title="Errors against price" criterion="price" xTitle=${`Price of ${title}, ${currency}`} of=${of} unit=${currency} writeX=${(/** @type {number} */ value) => number(value, digitsOf(view.systems.map(of)))} />`
      : html`<div class="empty-figure"><h4>Errors against price</h4><p class="soft">No price is entered for these systems. Enter what the price lists say under <a href="/vendors#prices">Vendors › Prices</a>: under a vendor's name, or under a system's id such as <code>${view.systems[0]?.id.split("?")[0] ?? "import:acme"}</code>. What runs here needs one too, if it is to be compared: it is not free, its cost is only not known.</p></div>`}
  </div>`;
}

/** Errors, latency and price. @param {{ choice: import("./use-board.js").Choice, onChoose: (change: import("./use-board.js").Choice) => void }} props */
export function TradeOff({ choice, onChoose }) {
  const [unit, setUnit] = useState("hour");
  const { slice, terms, weights, ...asked } = choice;
  const { answer: view, problem } = /** @type {{ answer: TradeOffView | null, problem: string | null }} */ (useAnswer(`/api/recognizers/trade-off?${new URLSearchParams(/** @type {Record<string, string>} */ (asked))}`));
  const weighed = new Set(choice.criteria ? choice.criteria.split(",") : criteria);
  const toggle = (/** @type {string} */ name, /** @type {boolean} */ on) => {
    const next = criteria.filter((each) => (each === name ? on : weighed.has(each)));
    if (next.length > 0) onChoose({ criteria: next.length === criteria.length ? "" : next.join(",") });
  };
  if (problem) return html`<${Notice} tone="bad" title="Errors, latency and price could not be weighed">${problem}<//>`;
  if (!view) return null;
  const correct = (/** @type {System} */ system) => system.cost?.perThousandCorrectWords ?? null;
  const amount = (/** @type {(system: System) => number | null} */ of) => { const digits = digitsOf(view.systems.map(of)); return (/** @type {System} */ system) => (of(system) === null ? html`<span class="soft">not known</span>` : `${number(of(system), digits)}\u202f${system.cost?.currency}`); };
  const [ofAudio, ofWords] = [amount(units[unit].of), amount(correct)];
  const others = view.systems.filter((system) => system.whyNoCost?.includes("not in"));
  return html`<section class="card stack" aria-labelledby="trade-off">
    <div class="spread"><div><h3 id="trade-off">Errors, latency and price</h3><p class="faint">A system is beaten where another is at least as good in all that is weighed, and better in one. What is not known is shown as not known: it beats nobody and is beaten by nobody.</p></div>
      <${TableFiles} table="trade-off" title="errors, latency and price" choice=${choice} /></div>
    <div class="utterance-filters">
      <fieldset class="weighed"><legend>Weigh</legend>${criteria.map((name) => html`<${Check} key=${name} checked=${weighed.has(name)} onChange=${(/** @type {boolean} */ on) => toggle(name, on)}>${name}<//>`)}</fieldset>
      <${Field} label="Latency">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => onChoose({ latency: event.currentTarget.value === "p95" ? "p95" : "" })}>
        ${[["p50", "median"], ["p95", "95th percentile"]].map(([id, title]) => html`<option key=${id} value=${id} selected=${id === (choice.latency || "p50")}>${title}</option>`)}</select>`}<//>
      <${Field} label="Price of">${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => setUnit(event.currentTarget.value)}>
        ${Object.entries(units).map(([id, { title }]) => html`<option key=${id} value=${id} selected=${id === unit}>${title}</option>`)}</select>`}<//>
    </div>
    <${Figures} view=${view} unit=${unit} choice=${choice} />
    <${NumberTable} caption="What each system costs" texts=${[6, 7]} head=${["System", "WER", "Latency, median", "95th percentile", `Price of ${units[unit].title}`, "1,000 correct words", "Price list", "Beaten by"]}
      rows=${view.systems.map((system) => ({ key: system.id, cells: [
        html`<${SystemName} system=${system} />`, rate(system.errorRate, system.interval), system.latency ? milliseconds(system.latency.p50) : html`<span class="soft">not known</span>`, system.latency ? milliseconds(system.latency.p95) : html`<span class="soft">not known</span>`,
        ofAudio(system), ofWords(system),
        system.cost ? html`<span class="price-list">${system.cost.source ? html`<a href=${system.cost.source} rel="noreferrer">${new URL(system.cost.source).host}</a>` : html`<span class="soft">not stated</span>`}${system.cost.date ? html`<br />${system.cost.date}` : ""}</span>` : html`<span class="soft reason">${system.whyNoCost}</span>`,
        beaten(system),
      ] }))} />
    ${view.currency !== null && html`<p class="faint">Prices as entered under <a href="/vendors#prices">Vendors</a>, for recordings as long as these: each is rounded up as its price list says. ${others.length > 0 ? `Only ${view.currency} is compared; currencies are not converted.` : ""}</p>`}
  </section>`;
}
