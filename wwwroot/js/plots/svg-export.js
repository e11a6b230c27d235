// @ts-check
// Plots as files of their own: the page's style sheets do not travel with an SVG, so what they say is written into it.

/** Properties that the plots' classes set. */
const carried = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "paint-order", "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline"];

/**
 * A plot as the text of a stand-alone SVG file, in the colours now shown.
 * @param {SVGSVGElement} plot
 * @returns {string}
 */
export function standaloneSvg(plot) {
  const copy = /** @type {SVGSVGElement} */ (plot.cloneNode(true));
  const originals = [plot, ...plot.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, index) => {
    const computed = getComputedStyle(originals[index]);
    for (const property of carried) element.setAttribute(property, computed.getPropertyValue(property));
    element.removeAttribute("class");
  });
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", getComputedStyle(plot.closest(".card") ?? document.body).backgroundColor);
  copy.prepend(paper);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(copy);
}

/**
 * Saves text as a file.
 * @param {string} name @param {string} type media type @param {string} text
 */
export function saveText(name, type, text) {
  saveBlob(name, new Blob([text], { type }));
}

/** @param {string} name @param {Blob} blob */
function saveBlob(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * Saves a plot as a PNG of twice its size, as slides and word processors take it.
 * @param {string} name @param {SVGSVGElement} plot
 */
export async function savePng(name, plot) {
  const scale = 2;
  const picture = new Image();
  const [width, height] = [plot.width.baseVal.value, plot.height.baseVal.value];
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standaloneSvg(plot))}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * scale, height * scale];
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ done) => canvas.toBlob(done, "image/png"));
  if (blob) saveBlob(name, blob);
}
