// @ts-check
// What pointers, wheels and keys do to a view: drag a box to go closer, Ctrl and the wheel zoom around the pointer, two fingers spread,
// one finger moves, a click is a place in time.
import { boxView, panView, wholeView, zoomView } from "./view.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./view.js").Extent} Extent */
/** @typedef {[number, number]} Point shares from the left and from the top, 0..1 */
/**
 * @typedef {object} GestureTarget
 * @property {() => View} view @property {() => Extent} extent
 * @property {(view: View) => void} onView
 * @property {((seconds: number) => void) | null} onSeek a click or tap
 * @property {(box: [Point, Point] | null) => void} onBox the box being drawn
 */

/** Pixels below which a drag is a click. */
const clickPixels = 5;
/** Pixels that two fingers must be apart in a direction to zoom in it. */
const pinchPixels = 40;
/** Share of the view that a key moves, and factor that it zooms by. */
const keyPan = 0.15, keyZoom = 1.5;

/**
 * What a key does to a view; null for keys that do nothing.
 * @param {string} key @param {View} view @param {Extent} extent
 * @returns {View | null}
 */
export function viewAfterKey(key, view, extent) {
  switch (key) {
    case "ArrowLeft": return panView(view, extent, -keyPan, 0);
    case "ArrowRight": return panView(view, extent, keyPan, 0);
    case "ArrowUp": return panView(view, extent, 0, keyPan);
    case "ArrowDown": return panView(view, extent, 0, -keyPan);
    case "+": case "=": return zoomView(view, extent, { time: keyZoom });
    case "-": case "_": return zoomView(view, extent, { time: 1 / keyZoom });
    case "]": return zoomView(view, extent, { frequency: keyZoom, y: 1 });
    case "[": return zoomView(view, extent, { frequency: 1 / keyZoom, y: 1 });
    case "Home": return wholeView(extent);
    default: return null;
  }
}

/**
 * Listens on an element that lies over an image.
 * @param {HTMLElement} element @param {GestureTarget} target
 * @returns {() => void} stops listening
 */
export function watchGestures(element, target) {
  const stop = new AbortController();
  /** @type {Map<number, { start: PointerEvent, now: PointerEvent }>} */
  const pointers = new Map();
  let begun = target.view();

  /** @param {{ clientX: number, clientY: number }} event @returns {Point} */
  const point = (event) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [Math.min(1, Math.max(0, (event.clientX - left) / width)), Math.min(1, Math.max(0, (event.clientY - top) / height))];
  };
  const far = (/** @type {PointerEvent} */ a, /** @type {PointerEvent} */ b) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  /** @param {string} type @param {(event: any) => void} listener @param {AddEventListenerOptions} [options] */
  const on = (type, listener, options) => element.addEventListener(type, listener, { ...options, signal: stop.signal });

  const pinch = () => {
    const [one, other] = [...pointers.values()];
    const { width, height } = element.getBoundingClientRect();
    /** @param {"clientX" | "clientY"} axis */
    const factor = (axis) => {
      const [before, now] = [Math.abs(one.start[axis] - other.start[axis]), Math.abs(one.now[axis] - other.now[axis])];
      return before < pinchPixels ? 1 : Math.max(0.1, now / before);
    };
    const middle = (/** @type {"start" | "now"} */ when) => ({ clientX: (one[when].clientX + other[when].clientX) / 2, clientY: (one[when].clientY + other[when].clientY) / 2 });
    const [from, to] = [middle("start"), middle("now")];
    const [x, y] = point(from);
    const zoomed = zoomView(begun, target.extent(), { time: factor("clientX"), frequency: factor("clientY"), x, y });
    target.onView(panView(zoomed, target.extent(), (from.clientX - to.clientX) / width, (to.clientY - from.clientY) / height));
  };
  const move = (/** @type {{ start: PointerEvent, now: PointerEvent }} */ { start, now }) => {
    const { width, height } = element.getBoundingClientRect();
    if (now.pointerType === "touch" || now.shiftKey) return target.onView(panView(begun, target.extent(), (start.clientX - now.clientX) / width, (now.clientY - start.clientY) / height));
    if (far(start, now) > clickPixels) target.onBox([point(start), point(now)]);
  };

  on("pointerdown", (/** @type {PointerEvent} */ event) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { start: event, now: event });
    // A second finger begins a gesture of two.
    for (const pointer of pointers.values()) pointer.start = pointer.now;
    begun = target.view();
  });
  on("pointermove", (/** @type {PointerEvent} */ event) => {
    const known = pointers.get(event.pointerId);
    if (!known) return;
    known.now = event;
    if (pointers.size === 2) pinch();
    else move(known);
  });
  on("pointerup", (/** @type {PointerEvent} */ event) => {
    const known = pointers.get(event.pointerId);
    pointers.delete(event.pointerId);
    target.onBox(null);
    if (!known || pointers.size > 0) return;
    if (far(known.start, event) <= clickPixels) {
      const { from, to } = target.view();
      target.onSeek?.(from + point(event)[0] * (to - from));
    } else if (event.pointerType !== "touch" && !event.shiftKey) {
      target.onView(boxView(begun, target.extent(), point(known.start), point(event)));
    }
  });
  on("pointercancel", (/** @type {PointerEvent} */ event) => {
    pointers.delete(event.pointerId);
    target.onBox(null);
  });
  // One finger may scroll the page up and down; two are ours, before the browser takes them for a scroll.
  for (const type of ["touchstart", "touchmove"]) on(type, (/** @type {TouchEvent} */ event) => { if (event.touches.length > 1 && event.cancelable) event.preventDefault(); }, { passive: false });
  on("dblclick", () => target.onView(wholeView(target.extent())));
  on("wheel", (/** @type {WheelEvent} */ event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const factor = Math.exp(-Math.max(-60, Math.min(60, event.deltaY || event.deltaX)) / 120);
    const [x, y] = point(event);
    target.onView(zoomView(target.view(), target.extent(), event.shiftKey ? { frequency: factor, x, y } : { time: factor, x, y }));
  }, { passive: false });
  on("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = viewAfterKey(event.key, target.view(), target.extent());
    if (!next) return;
    event.preventDefault();
    target.onView(next);
  });
  return () => stop.abort();
}
