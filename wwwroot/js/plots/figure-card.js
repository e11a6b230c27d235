// @ts-check
import { html } from "/lib/htm-preact.js";
import { useRef } from "/lib/preact-hooks.js";
import { Button } from "../ui/components.js";
import { savePng, saveText, standaloneSvg } from "./svg-export.js";
import { useWidth } from "./use-width.js";

/**
 * A plot with its title, what it shows in words, and its export.
 * @param {{ name: string, title: string, note: string, csv?: string, plot: (width: number) => unknown, children?: import("preact").ComponentChildren }} props
 *   name: of the exported file, without ending; csv: address of the numbers behind it
 */
export function FigureCard({ name, title, note, csv, plot, children }) {
  const [frame, width] = useWidth(640);
  const figure = useRef(/** @type {HTMLElement | null} */ (null));
  const withPlot = (/** @type {(svg: SVGSVGElement) => void} */ use) => {
    const svg = figure.current?.querySelector("svg.plot");
    if (svg instanceof SVGSVGElement) use(svg);
  };
  return html`<figure class="card figure-card" ref=${figure}>
    <figcaption class="spread">
      <div><h3>${title}</h3><p class="faint">${note}</p></div>
      <div class="figure-saving">
        <${Button} kind="quiet" size="small" onClick=${() => withPlot((svg) => saveText(`${name}.svg`, "image/svg+xml", standaloneSvg(svg)))}>Save SVG<span class="visually-hidden"> of ${title}</span><//>
        <${Button} kind="quiet" size="small" onClick=${() => withPlot((svg) => void savePng(`${name}.png`, svg))}>PNG<span class="visually-hidden"> of ${title}</span><//>
        ${csv && html`<a class="button quiet small" href=${csv} download>CSV<span class="visually-hidden"> of ${title}</span></a>`}
      </div>
    </figcaption>
    <div class="figure-frame" ref=${frame}>${plot(width)}</div>
    ${children}
  </figure>`;
}
