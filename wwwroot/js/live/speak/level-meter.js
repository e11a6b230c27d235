// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";
import { decibels } from "../audio/framing.js";

const floorDb = -60;
const silenceSeconds = 3;

/** @param {number} linear @returns {number} 0..1 on the meter */
const onScale = (linear) => Math.max(0, Math.min(1, 1 - decibels(linear) / floorDb));

/**
 * Level of the microphone or file, and a word when it is too loud or silent.
 * @param {{ level: import("../../ui/store.js").Store<{ peak: number, rms: number }>, active: boolean, source: "microphone" | "file" }} props
 */
export function LevelMeter({ level, active, source }) {
  const bar = useRef(/** @type {HTMLElement | null} */ (null));
  const peak = useRef(/** @type {HTMLElement | null} */ (null));
  const meter = useRef(/** @type {HTMLElement | null} */ (null));
  const [hint, setHint] = useState("");

  useEffect(() => {
    if (!active) setHint("");
    let held = 0;
    let quietSince = performance.now();
    let told = 0;
    return level.subscribe((now) => {
      held = now.peak === 0 ? 0 : Math.max(now.peak, held * 0.97);
      if (bar.current) bar.current.style.transform = `scaleX(${onScale(now.rms)})`;
      if (peak.current) peak.current.style.transform = `translateX(${onScale(held) * 100}%)`;
      const time = performance.now();
      if (now.peak > 0.001) quietSince = time;
      if (time - told < 400) return;
      told = time;
      meter.current?.setAttribute("aria-valuenow", String(Math.round(Math.max(floorDb, decibels(now.rms)))));
      if (!active) return;
      setHint(held > 0.98 ? "Too loud: it clips" : source === "microphone" && time - quietSince > silenceSeconds * 1000 ? "No sound arrives: is this the right microphone?" : "");
    });
  }, [level, active, source]);

  return html`<div class="level">
    <div class="level-track" ref=${meter} role="meter" aria-label="Level" aria-valuemin=${floorDb} aria-valuemax="0" aria-valuenow=${floorDb}>
      <span class="level-bar" ref=${bar}></span>
      <span class="level-peak" ref=${peak}></span>
    </div>
    <span class="level-hint" role="status">${hint}</span>
  </div>`;
}
