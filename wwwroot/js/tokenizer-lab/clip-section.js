// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { TokenGrid } from "../live/drop/token-grid.js";
import { Spectrogram } from "../spectrograms/spectrogram.js";
import { ViewBar } from "../spectrograms/view-bar.js";
import { wholeView } from "../spectrograms/view.js";
import { Notice } from "../ui/components.js";
import { percent, seconds } from "../ui/format.js";
import { frequency } from "../spectrograms/words.js";
import { SoundBar } from "./sound-bar.js";
import { useItem, useSounds, useTopDb } from "./use-item.js";
import { domainWords, measure, metricWords, rateWords } from "./words.js";

/** @typedef {import("./types.js").Overview} Overview */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").ItemOutput} ItemOutput */

/** What was measured of a reconstruction; what is not valid stays grey with its reason. @param {{ output: ItemOutput, metrics: import("./types.js").Metric[] }} props */
function Measurements({ output, metrics }) {
  const known = metrics.filter(({ id }) => id in output.values || id in output.refusals);
  if (known.length === 0) return html`<p class="soft">Nothing is measured for this reconstruction yet.</p>`;
  return html`<div class="table-frame lab-measurements" role="region" aria-label="Measurements of this reconstruction" tabindex="0"><table class="table">
    <caption class="visually-hidden">Measurements of this reconstruction</caption>
    <thead><tr><th scope="col">Metric</th><th scope="col" class="number">Value</th></tr></thead>
    <tbody>${known.map((metric) => html`<tr key=${metric.id} class=${metric.id in output.values ? "" : "lab-greyed"}>
      <th scope="row">${metricWords(metric)}</th>
      ${metric.id in output.values ? html`<td class="number">${output.values[metric.id] === null ? "infinite" : measure(output.values[metric.id])}</td>` : html`<td class="lab-reason">${output.refusals[metric.id]}</td>`}
    </tr>`)}</tbody>
  </table></div>`;
}

/** Tokens, and which of them the tokenizer would read again. @param {{ tokens: import("./types.js").Tokens, title: string }} props */
function Tokens({ tokens, title }) {
  return html`<section class="stack-s" aria-label="Tokens">
    <h3>Tokens</h3>
    <${TokenGrid} tokens=${tokens} label=${title} frameRate=${tokens.frameRate} />
    ${tokens.survival && html`<p class="faint num">Equal when the reconstruction is encoded again, by codebook: ${tokens.survival.map((share) => percent(share, 0)).join(", ")}.</p>`}
  </section>`;
}

/** @param {{ item: Item, overview: Overview, condition: string }} props */
function Look({ item, overview, condition }) {
  const extent = { seconds: item.seconds, hertz: item.sampleRate / 2 };
  const [view, setView] = useState(() => wholeView(extent));
  const [look, setLook] = useState(/** @type {import("../spectrograms/spectrogram.js").Look} */ ({ window: item.sampleRate >= 88_200 ? 0.01 : 0.02, palette: "heat", topDb: 0, rangeDb: 80, differenceDb: 30 }));
  const [wanted, setWanted] = useState("");
  const topDb = useTopDb(item);
  const sounds = useSounds(item, wanted);
  useEffect(() => setLook((now) => ({ ...now, topDb })), [topDb]);
  const hear = (/** @type {string} */ label) => {
    if (!wanted) return setWanted(label);
    sounds.player?.switchTo(label);
    void sounds.player?.play();
  };
  const output = item.outputs.find((each) => each.condition === condition);
  const title = overview.conditions.find(({ id }) => id === condition)?.title ?? condition;
  const shared = { view, extent, onView: setView, look, player: sounds.peaks ? sounds.player : null, onSeek: (/** @type {number} */ at) => sounds.player?.seek(at) };
  return html`
    <${SoundBar} item=${item} conditions=${overview.conditions} sounds=${sounds} onHear=${hear} />
    <${ViewBar} view=${view} extent=${extent} onView=${setView} look=${look} onLook=${setLook} />
    <div class="lab-spectrograms">
      <${Spectrogram} ...${shared} title="Original" clip=${item.original} name=${`${item.key}-original`} />
      ${output?.clip ? html`<${Spectrogram} ...${shared} title=${title} clip=${output.clip} name=${`${item.key}-${title}`} />
        <${Spectrogram} ...${shared} title="Difference: louder or quieter than the original" clip=${output.clip} reference=${item.original} name=${`${item.key}-${title}-difference`} />`
        : html`<${Notice} tone="bad" title="There is no reconstruction">${output?.error ?? "It is not made yet."}<//>`}
      ${output?.clip && html`<${Measurements} output=${output} metrics=${overview.metrics} />`}
    </div>
    ${output?.tokens && html`<${Tokens} tokens=${output.tokens} title=${title} />`}`;
}

/**
 * One clip: heard, seen, and counted.
 * @param {{ runId: string, overview: Overview, itemId: string, condition: string, onChoose: (item: string, condition: string) => void }} props
 */
export function ClipSection({ runId, overview, itemId, condition, onChoose }) {
  const { item, problem } = useItem(runId, itemId, overview.run.progress.done + overview.run.progress.measured);
  const chosen = item?.outputs.find((output) => output.condition === condition);
  return html`<section class="stack-s card lab-clip" id="clip" tabindex="-1" aria-labelledby="clip-title">
    <div class="spread"><h2 id="clip-title">What did it do to a clip?</h2>
      <div class="row">
        <label class="view-choice">Clip <select class="input" value=${itemId} onChange=${(/** @type {any} */ event) => onChoose(event.currentTarget.value, condition)}>
          ${overview.clips.map((clip) => html`<option key=${clip.itemId} value=${clip.itemId} selected=${clip.itemId === itemId}>${clip.key}${overview.domains.length > 1 ? ` (${domainWords(clip.domain).toLowerCase()})` : ""}</option>`)}</select></label>
        <label class="view-choice">Reconstruction <select class="input" value=${condition} onChange=${(/** @type {any} */ event) => onChoose(itemId, event.currentTarget.value)}>
          ${overview.conditions.map((each) => html`<option key=${each.id} value=${each.id} selected=${each.id === condition}>${each.title}</option>`)}</select></label>
      </div></div>
    ${problem && html`<${Notice} tone="bad" title="The clip could not be read">${problem}<//>`}
    ${item && html`<p class="soft num">${domainWords(item.domain)}, ${seconds(item.seconds)} at ${frequency(item.sampleRate)}${chosen ? ` · bit rate ${rateWords(chosen.bitRate)}` : ""}${item.text ? html` · “${item.text}”` : ""}</p>
      <${Look} key=${item.itemId} item=${item} overview=${overview} condition=${condition} />`}
  </section>`;
}
