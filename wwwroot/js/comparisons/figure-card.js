// @ts-check
import { html } from "/lib/htm-preact.js";
import { useRef } from "/lib/preact-hooks.js";
import { Button } from "../ui/components.js";
import { saveText, standaloneSvg } from "./svg-export.js";
import { useWidth } from "./use-width.js";

/**
 * A plot with its title, what it shows in words, and its export.
 * @param {{ name: string, title: string, note: string, plot: (width: number) => unknown, children?: import("preact").ComponentChildren }} props
 *   name: of the exported file, without ending
 */
export function FigureCard({ name, title, note, plot, children }) {
  const [frame, width] = useWidth(640);
  const figure = useRef(/** @type {HTMLElement | null} */ (null));
  const save = () => {
    const svg = figure.current?.querySelector("svg.plot");
    if (svg instanceof SVGSVGElement) saveText(`${name}.svg`, "image/svg+xml", standaloneSvg(svg));
  };
  return html`<figure class="card figure-card" ref=${figure}>
    <figcaption class="spread">
      <div><h3>${title}</h3><p class="faint">${note}</p></div>
      <${Button} kind="quiet" size="small" onClick=${save}>Save SVG<span class="visually-hidden"> of ${title}</span><//>
    </figcaption>
    <div class="figure-frame" ref=${frame}>${plot(width)}</div>
    ${children}
  </figure>`;
}
