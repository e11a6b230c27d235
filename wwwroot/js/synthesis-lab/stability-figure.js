// @ts-check
// Stability against expressiveness over settings.
import { html } from "/lib/htm-preact.js";
import { useState } from "/lib/preact-hooks.js";
import { axisAround, axisFromZero } from "../plots/axis.js";
import { FigureCard } from "../plots/figure-card.js";
import { ScatterPlot } from "../plots/scatter-plot.js";
import { Field } from "../ui/components.js";
import { percent } from "../ui/format.js";
import { Legend } from "./legend.js";
import { measuresOf, usualPair } from "./measures.js";
import { NumberTable } from "../ui/number-table.js";
import { exportAddress } from "./words.js";

/** @typedef {import("./measures.js").Measure} Measure */

/** @param {{ label: string, measures: Measure[], value: string, onChange: (id: string) => void }} props */
function MeasureChoice({ label, measures, value, onChange }) {
  return html`<${Field} label=${label}>${(/** @type {Record<string, unknown>} */ attributes) => html`<select ...${attributes} onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.value)}>
    ${measures.map((measure) => html`<option key=${measure.id} value=${measure.id} selected=${measure.id === value}>${measure.title}</option>`)}</select>`}<//>`;
}

/** @param {{ view: import("./types.js").LabView }} props */
export function StabilityFigure({ view }) {
  const measures = measuresOf(view);
  const usual = usualPair(measures);
  const [chosenX, chooseX] = useState(""), [chosenY, chooseY] = useState("");
  const x = measures.find(({ id }) => id === chosenX) ?? usual?.x, y = measures.find(({ id }) => id === chosenY) ?? usual?.y;
  if (!x || !y) return null;
  const points = view.conditions.flatMap((condition) => {
    const [across, up] = [x.of(condition.id), y.of(condition.id)];
    return across && up ? [{ id: condition.id, title: `${condition.title}: ${x.write(across)}; ${y.write(up)}`, colour: condition.colour, x: across.value, left: across.low, right: across.high, y: up.value, low: up.low, high: up.high }] : [];
  });
  const ends = (/** @type {(number | null)[]} */ values) => values.filter((value) => value !== null).map(Number);
  // Shares and standard deviations begin at nothing.
  const axis = (/** @type {Measure} */ measure, /** @type {(number | null)[]} */ values) => (measure.isShare || measure.id.endsWith(":within") ? axisFromZero(values) : axisAround(ends(values)));
  const tick = (/** @type {Measure} */ measure) => (/** @type {number} */ value) => (measure.isShare ? percent(value, 0) : String(value));
  return html`<${FigureCard} name="stability-expressiveness" title="Stability against expressiveness" csv=${exportAddress(view, "stability.csv")}
    note="One mark for each system and setting, with 95 % intervals over prompts both ways. Settings that move right without moving up are lively at no cost; choose other numbers to look at it another way."
    plot=${(/** @type {number} */ width) => (points.length === 0 ? html`<p class="soft">No condition has both numbers. Choose others, or measure pitch and word errors in the run.</p>`
      : html`<${ScatterPlot} label=${`${y.title} against ${x.title}, ${points.length} conditions`} points=${points} x=${axis(x, points.flatMap((point) => [point.x, point.left, point.right]))}
        y=${axis(y, points.flatMap((point) => [point.y, point.low, point.high]))} xTitle=${x.title} yTitle=${y.title} line=${null} width=${width} writeX=${tick(x)} writeY=${tick(y)} />`)}>
    <div class="row">
      <${MeasureChoice} label="Across: expressiveness" measures=${measures} value=${x.id} onChange=${chooseX} />
      <${MeasureChoice} label="Up: instability" measures=${measures} value=${y.id} onChange=${chooseY} />
    </div>
    <${Legend} conditions=${view.conditions} />
    <${NumberTable} caption="Stability and expressiveness" head=${["Condition", x.title, y.title]} rows=${view.conditions.map((condition) => ({ key: condition.id, cells: [condition.title, x.write(x.of(condition.id)), y.write(y.of(condition.id))] }))} />
  <//>`;
}
