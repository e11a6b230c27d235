// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";
import { RatingState } from "./rating-state.js";
import { rate, ratingOf, useRatingQueue } from "./ratings.js";

/** The five equal bands of the continuous quality scale (ITU-R BS.1534-3), from 0 to 100. */
const mushraBands = ["Bad", "Poor", "Fair", "Good", "Excellent"];

const settleMilliseconds = 600;

/** @param {number} value 0..100 */
const bandOf = (value) => mushraBands[Math.min(4, Math.floor(value / 20))];

/**
 * A slider without a position until it is touched. Touching it makes its stimulus sound, so that what is rated is what
 * is heard. The value goes out when the slider rests.
 * @param {{ trial: import("../types.js").LiveTrial, label: string, disabled?: boolean, onTouch: () => void }} props
 */
export function MushraRating({ trial, label, disabled, onTouch }) {
  useRatingQueue();
  const status = ratingOf(trial, label, "mushra");
  const [moved, setMoved] = useState(/** @type {number | null} */ (null));
  const timer = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));
  const unsent = useRef(/** @type {number | null} */ (null));
  const value = moved ?? status?.value ?? null;

  const flush = () => {
    clearTimeout(timer.current);
    if (unsent.current === null) return;
    const settled = unsent.current;
    unsent.current = null;
    rate(trial, label, "mushra", settled);
  };
  const move = (/** @type {number} */ next) => {
    setMoved(next);
    unsent.current = next === status?.value ? null : next;
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, settleMilliseconds);
  };
  const latestFlush = useRef(flush);
  latestFlush.current = flush;
  useEffect(() => {
    const leave = () => latestFlush.current();
    addEventListener("pagehide", leave);
    addEventListener("speechscoop-settle-ratings", leave);
    return () => {
      leave();
      removeEventListener("pagehide", leave);
      removeEventListener("speechscoop-settle-ratings", leave);
    };
  }, [trial.id, label]);

  return html`<div class=${`mushra ${value === null ? "untouched" : ""}`}>
    <div class="mushra-track">
      <div class="mushra-bands" aria-hidden="true">${mushraBands.map((band) => html`<span key=${band}>${band}</span>`)}</div>
      <input type="range" min="0" max="100" step="1" value=${value ?? 50} disabled=${disabled} aria-label=${`Quality of ${label}, 0 to 100`}
        aria-valuetext=${value === null ? "not rated yet" : `${value}, ${bandOf(value)}`}
        onFocus=${onTouch} onPointerDown=${onTouch}
        onInput=${(/** @type {any} */ event) => move(event.currentTarget.valueAsNumber)}
        onPointerUp=${(/** @type {any} */ event) => value === null && move(event.currentTarget.valueAsNumber)}
        onKeyDown=${(/** @type {any} */ event) => { if (event.key === "Enter" && value === null) move(event.currentTarget.valueAsNumber); }}
        onBlur=${flush} />
    </div>
    <output class="mushra-value num">${value ?? "–"}</output>
    <${RatingState} status=${unsent.current === null ? status : { state: "waiting", value: unsent.current, id: "" }} />
  </div>`;
}

/** Asks every slider to hand over a value that has not settled yet. */
export const settleRatings = () => dispatchEvent(new Event("speechscoop-settle-ratings"));
