// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";
import { saveText } from "../../plots/svg-export.js";
import { computedColour } from "../../ui/system-mark.js";
import { themeChanges } from "../../ui/theme.js";
import { useStore } from "../../ui/use-store.js";

const cellHeight = 14;
const cellWidth = 6;

/** Spreads neighbouring codes over the hues, so that equal codes look equal and others differ. @param {number} code */
const hueOf = (code) => (code * 137.508) % 360;

/**
 * A tokenizer's codes: one column a frame, one row a codebook, one colour a code; the pointer and arrow keys read codes.
 * @param {{ tokens: import("../types.js").Tokens & { codes: number[][] }, label: string, frameRate: number | null }} props
 */
export function TokenGrid({ tokens, label, frameRate }) {
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  const painted = useStore(themeChanges);
  const [at, setAt] = useState(/** @type {{ frame: number, book: number } | null} */ (null));
  const { codes, frames, codebooks } = tokens;

  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!canvas.current || !context) return;
    const dark = luminance(computedColour("--surface")) < 0.5;
    canvas.current.width = frames * cellWidth;
    canvas.current.height = codebooks * cellHeight;
    codes.forEach((row, book) => row.forEach((code, frame) => {
      context.fillStyle = `hsl(${hueOf(code)} 55% ${dark ? 40 + (code % 5) * 6 : 50 + (code % 5) * 6}%)`;
      context.fillRect(frame * cellWidth, book * cellHeight, cellWidth - 1, cellHeight - 1);
    }));
    if (at) {
      context.strokeStyle = computedColour("--ink");
      context.lineWidth = 2;
      context.strokeRect(at.frame * cellWidth, at.book * cellHeight, cellWidth, cellHeight);
    }
  }, [tokens, painted, at?.frame, at?.book]);

  const point = (/** @type {MouseEvent} */ event) => {
    const frame = Math.floor(event.offsetX / cellWidth);
    const book = Math.floor(event.offsetY / cellHeight);
    if (frame >= 0 && frame < frames && book >= 0 && book < codebooks) setAt({ frame, book });
  };
  const keys = (/** @type {KeyboardEvent} */ event) => {
    const step = /** @type {Record<string, [number, number]>} */ ({ ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] })[event.key];
    if (!step) return;
    event.preventDefault();
    const from = at ?? { frame: -step[0], book: -step[1] };
    setAt({ frame: Math.max(0, Math.min(frames - 1, from.frame + step[0])), book: Math.max(0, Math.min(codebooks - 1, from.book + step[1])) });
  };
  const save = () => saveText(`tokens-${label}.json`, "application/json", JSON.stringify({ codebooks, frames, codes }));
  const where = at && `Frame ${at.frame}${frameRate ? ` (${(at.frame / frameRate).toFixed(2)} s)` : ""}, codebook ${at.book + 1}: code ${codes[at.book]?.[at.frame]}`;
  return html`<figure class="tokens stack-s">
    <div class="tokens-scroll" tabindex="0" role="group" aria-label=${`Tokens of ${label}: ${codebooks} codebooks, ${frames} frames. Arrow keys read codes.`} onKeyDown=${keys}>
      <canvas ref=${canvas} onMouseMove=${point} onMouseLeave=${() => setAt(null)} aria-hidden="true"></canvas>
    </div>
    <figcaption class="spread faint num">
      <span role="status">${where ?? `${codebooks} codebooks × ${frames} frames = ${(codebooks * frames).toLocaleString("en-GB")} tokens. Point at one to read it.`}</span>
      <button type="button" class="button quiet small" onClick=${save}>Download tokens (JSON)</button>
    </figcaption>
  </figure>`;
}

/** @param {string} colour as computed, `rgb(r, g, b)` @returns {number} 0..1 */
function luminance(colour) {
  const [red, green, blue] = (colour.match(/[\d.]+/g) ?? ["255", "255", "255"]).map(Number);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
