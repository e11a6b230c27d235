// @ts-check
import { savePng, saveText, standaloneSvg } from "../plots/svg-export.js";
import { margin } from "./axes-frame.js";

/**
 * Saves a spectrogram with its axes: the image lies inside the drawing only while the file is made.
 * @param {"svg" | "png"} kind @param {string} name without ending @param {SVGSVGElement} axes @param {HTMLCanvasElement} canvas
 */
export function savePicture(kind, name, axes, canvas) {
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "image");
  const [width, height] = [axes.width.baseVal.value, axes.height.baseVal.value];
  for (const [attribute, value] of Object.entries({ href: canvas.toDataURL(), x: margin.left, y: 0, width: width - margin.left, height: height - margin.bottom, preserveAspectRatio: "none" }))
    picture.setAttribute(attribute, String(value));
  axes.prepend(picture);
  if (kind === "svg") saveText(`${name}.svg`, "image/svg+xml", standaloneSvg(axes));
  else void savePng(`${name}.png`, axes);
  picture.remove();
}
