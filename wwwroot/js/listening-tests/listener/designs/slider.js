// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";
import { t } from "../words.js";
import { markAt } from "./scale-marks.js";

const settleMilliseconds = 500;

/**
 * A slider without a position until it is touched. Touching it makes its stimulus sound; only the one that sounds can be
 * moved. The value goes out when the slider rests.
 * @param {{ label: string, scale: import("../types.js").Scale, given: number | null, sounding: boolean, disabled?: boolean, missing?: boolean,
 *   onTouch: () => void, onValue: (value: number) => void, name?: string }} props
 */
export function RatingSlider({ label, scale, given, sounding, disabled, missing, onTouch, onValue, name }) {
  const [moved, setMoved] = useState(/** @type {number | null} */ (null));
  const timer = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));
  const unsent = useRef(/** @type {number | null} */ (null));
  const value = moved ?? given;
  const digits = scale.step < 1 ? 1 : 0;
  const middle = (scale.minimum + scale.maximum) / 2;

  const settle = () => {
    clearTimeout(timer.current);
    const settled = unsent.current;
    unsent.current = null;
    if (settled !== null) onValue(settled);
  };
  const move = (/** @type {number} */ next) => {
    setMoved(next);
    unsent.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(settle, settleMilliseconds);
  };
  const latest = useRef(settle);
  latest.current = settle;
  useEffect(() => {
    const leave = () => latest.current();
    addEventListener("speechscoop-settle-ratings", leave);
    return () => {
      leave();
      removeEventListener("speechscoop-settle-ratings", leave);
    };
  }, []);

  const keyDown = (/** @type {KeyboardEvent} */ event) => {
    const moves = /^(Arrow|Page|Home|End)/.test(event.key);
    if ((moves || event.key === "Enter") && !sounding) {
      event.preventDefault();
      onTouch();
    } else if (event.key === "Enter" && value === null) move(middle);
  };
  const input = (/** @type {any} */ event) => {
    if (!sounding) onTouch();
    move(event.currentTarget.valueAsNumber);
  };
  // A touch without movement gives the value where it touched.
  const release = (/** @type {any} */ event) => value === null && move(event.currentTarget.valueAsNumber);
  return html`<input class=${`rating-slider ${value === null ? "untouched" : ""} ${missing ? "missing" : ""}`} type="range" min=${scale.minimum} max=${scale.maximum} step=${scale.step || 1}
    value=${value ?? middle} disabled=${disabled} data-label=${label} aria-label=${name ?? t("rating.of", { label })}
    aria-valuetext=${value === null ? t("unrated") : `${value.toFixed(digits)}${markAt(scale, value) ? `, ${markAt(scale, value)}` : ""}`}
    onPointerDown=${() => !sounding && onTouch()} onKeyDown=${keyDown} onInput=${input} onPointerUp=${release} onBlur=${settle} />
    <output class="rating-value num">${value === null ? "–" : value.toFixed(digits)}</output>`;
}
