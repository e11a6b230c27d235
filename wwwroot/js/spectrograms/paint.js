// @ts-check
// Colouring the bytes in.

/** @type {HTMLCanvasElement | null} */
let sheet = null;

/**
 * Paints an image over a canvas: where the canvas shows another view than the image has, the image is moved and stretched to its place,
 * so that zooming answers at once and sharpens when the new image comes.
 * @param {HTMLCanvasElement} canvas
 * @param {import("./image.js").SpectrogramImage} image
 * @param {Uint32Array} pixels of each byte
 * @param {import("./view.js").View} view that the canvas shows
 */
export function paint(canvas, { bytes, axes }, pixels, view) {
  const ratio = Math.min(2, globalThis.devicePixelRatio || 1);
  const [width, height] = [Math.max(1, Math.round(canvas.clientWidth * ratio)), Math.max(1, Math.round(canvas.clientHeight * ratio))];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext("2d");
  sheet ??= document.createElement("canvas");
  [sheet.width, sheet.height] = [axes.width, axes.height];
  const paper = sheet.getContext("2d");
  if (!context || !paper) return;
  const picture = paper.createImageData(axes.width, axes.height);
  const cells = new Uint32Array(picture.data.buffer);
  for (let i = 0; i < cells.length; i++) cells[i] = pixels[bytes[i]];
  paper.putImageData(picture, 0, 0);
  const across = width / (view.to - view.from);
  const down = height / (view.high - view.low);
  context.clearRect(0, 0, width, height);
  context.imageSmoothingEnabled = axes.width > width;
  context.drawImage(sheet, (axes.from - view.from) * across, (view.high - axes.high) * down, (axes.to - axes.from) * across, (axes.high - axes.low) * down);
}
