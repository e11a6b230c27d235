// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "/lib/preact-hooks.js";
import { Button } from "../ui/components.js";
import { number } from "../ui/format.js";
import { saveText } from "../plots/svg-export.js";
import { useWidth } from "../plots/use-width.js";
import { computedColour } from "../ui/system-mark.js";
import { themeChanges } from "../ui/theme.js";
import { useStore } from "../ui/use-store.js";
import { AxesFrame, margin } from "./axes-frame.js";
import { ColourKey } from "./colour-key.js";
import { pixels, stopsOf } from "./colours.js";
import { watchGestures } from "./gestures.js";
import { byteOf, csvOf, levelAt } from "./image.js";
import { paint } from "./paint.js";
import { Playhead } from "./playhead.js";
import { spectrogramAddress } from "./read-spectrogram.js";
import { savePicture } from "./save-picture.js";
import { useSpectrogram } from "./use-spectrogram.js";
import { differenceInWords, frequency, levelsInWords, signedDb, viewInWords } from "./words.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {{ window: number, palette: "heat" | "ink", topDb: number, rangeDb: number, differenceDb: number }} Look window in seconds; loudest level shown, levels below it that are shown, and greatest difference shown, in dB */

/** Height of the drawing with its axis, px; spectrograms.css has the same. */
const height = 236;

/** Whether the page is dark. */
const isDark = () => (computedColour("--surface").match(/[\d.]+/g) ?? ["255"]).map(Number)[0] < 128;

/**
 * A spectrogram, or with `reference` how a clip differs from it, to look into with mouse, keys and fingers. Several may share a view.
 * @param {{ title: string, clip: string, reference?: string, view: View, extent: import("./view.js").Extent, onView: (view: View) => void, look: Look, name: string,
 *   player?: import("../playback/switch-player.js").SwitchPlayer | null, onSeek?: (seconds: number) => void }} props clips by hash; name: of exported files, without ending
 */
export function Spectrogram({ title, clip, reference, view, extent, onView, look, name, player = null, onSeek }) {
  const [frame, width] = useWidth(560);
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  const over = useRef(/** @type {HTMLElement | null} */ (null));
  const [box, setBox] = useState(/** @type {[[number, number], [number, number]] | null} */ (null));
  const [at, setAt] = useState(/** @type {[number, number] | null} */ (null));
  const measured = useRef(0);
  const help = useId();
  const painted = useStore(themeChanges);
  const floor = look.topDb - look.rangeDb;
  const columns = Math.min(1600, Math.max(64, width - margin.left));
  const address = spectrogramAddress({ clip, reference, view, width: columns, height: height - margin.bottom, window: look.window, floor });
  const { image, arrivedAt, problem, isReading } = useSpectrogram(width > 0 ? address : null);
  const latest = useRef({ view, extent, onView, onSeek });
  latest.current = { view, extent, onView, onSeek };

  useEffect(() => {
    if (!over.current) return undefined;
    return watchGestures(over.current, {
      view: () => latest.current.view,
      extent: () => latest.current.extent,
      onView: (next) => latest.current.onView(next),
      onSeek: (seconds) => latest.current.onSeek?.(seconds),
      onBox: setBox,
    });
  }, []);

  useLayoutEffect(() => {
    if (!image || !canvas.current) return;
    const stops = stopsOf(reference ? "difference" : look.palette, isDark());
    const [first, last] = reference ? [byteOf(image.axes, -look.differenceDb), byteOf(image.axes, look.differenceDb)] : [byteOf(image.axes, floor), byteOf(image.axes, look.topDb)];
    paint(canvas.current, image, pixels(stops, first, last), view);
    if (measured.current === arrivedAt) return;
    measured.current = arrivedAt;
    performance.measure("spectrogram-drawn", { start: arrivedAt, detail: { seconds: view.to - view.from, columns } });
  }, [image, isReading, view, look, painted, width]);

  const shown = image ? (reference ? differenceInWords(image) : levelsInWords(image)) : isReading ? "Computing…" : "";
  const label = `${reference ? "" : "Spectrogram: "}${title}. ${viewInWords(view)}. ${shown}`;
  const readout = at && image ? `${number(view.from + at[0] * (view.to - view.from), 3)}\u202fs, ${frequency(view.high - at[1] * (view.high - view.low))}: ${reference ? signedDb(levelAt(image, ...at), 1) : `${signedDb(levelAt(image, ...at), 1)}FS`}` : shown;
  const save = (/** @type {"svg" | "png" | "csv"} */ kind) => {
    const axes = frame.current?.querySelector("svg.plot");
    if (kind === "csv" && image) saveText(`${name}.csv`, "text/csv", csvOf(image, reference ? "difference_db" : "level_dbfs"));
    else if (kind !== "csv" && axes instanceof SVGSVGElement && canvas.current) savePicture(kind, name, axes, canvas.current);
  };
  return html`<figure class="spectrogram" aria-busy=${isReading ? "true" : "false"}>
    <figcaption class="spread">
      <h3>${title}</h3>
      <div class="figure-saving">${/** @type {const} */ (["svg", "png", "csv"]).map((kind) => html`<${Button} key=${kind} kind="quiet" size="small" disabled=${!image} onClick=${() => save(kind)}>${kind.toUpperCase()}<span class="visually-hidden">: save ${title}</span><//>`)}</div>
    </figcaption>
    <div class="spectrogram-frame" ref=${frame}>
      <canvas class="spectrogram-image" ref=${canvas} role="img" aria-label=${label}></canvas>
      <${AxesFrame} view=${view} width=${width} height=${height} />
      <div class="spectrogram-touch" ref=${over} tabindex="0" role="group" aria-label=${`${title}: zoom and move`} aria-describedby=${help}
        onPointerMove=${(/** @type {PointerEvent} */ event) => setAt(placeOf(event))} onPointerLeave=${() => setAt(null)}>
        ${box && html`<span class="spectrogram-box" style=${{ left: `${100 * Math.min(box[0][0], box[1][0])}%`, top: `${100 * Math.min(box[0][1], box[1][1])}%`, width: `${100 * Math.abs(box[0][0] - box[1][0])}%`, height: `${100 * Math.abs(box[0][1] - box[1][1])}%` }}></span>`}
        ${player && html`<${Playhead} player=${player} view=${view} />`}
      </div>
      <span class="visually-hidden" id=${help}>Arrow keys move, plus and minus zoom in time, square brackets in frequency, Home shows everything.</span>
    </div>
    ${problem ? html`<p class="spectrogram-words problem" role="alert">${problem}</p>`
      : html`<div class="spectrogram-words spread"><span class="faint num">${readout}</span><${ColourKey} look=${look} difference=${Boolean(reference)} dark=${isDark()} /></div>`}
  </figure>`;
}

/** @param {PointerEvent} event @returns {[number, number]} */
function placeOf(event) {
  const { left, top, width, height: tall } = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
  return [Math.min(1, Math.max(0, (event.clientX - left) / width)), Math.min(1, Math.max(0, (event.clientY - top) / tall))];
}
