// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";
import { PlayIcon } from "../../ui/play-icon.js";
import { Button } from "../../ui/components.js";
import { number, seconds } from "../../ui/format.js";
import { useStore } from "../../ui/use-store.js";
import { Waveform } from "../../ui/waveform.js";
import { LoopEdge } from "../../playback/loop-edge.js";
import { shortestLoop } from "../../playback/switch-player.js";

/**
 * Play and pause, the waveform of the reference, and the loop: drag over the waveform or type its ends.
 * @param {{ player: import("../../playback/switch-player.js").SwitchPlayer, peaks: import("../../ui/waveform.js").Peaks | null }} props
 */
export function LoopBar({ player, peaks }) {
  const { playing, start, end, length } = useStore(player.state);
  const [position, setPosition] = useState(0);
  const [drag, setDrag] = useState(/** @type {[number, number] | null} */ (null));
  const box = useRef(/** @type {HTMLElement | null} */ (null));

  useEffect(() => {
    let frame = 0;
    const follow = () => {
      setPosition(player.position());
      if (playing) frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [playing, player, start, end]);

  const at = (/** @type {PointerEvent} */ event) => {
    const { left, width } = /** @type {HTMLElement} */ (box.current).getBoundingClientRect();
    return Math.max(0, Math.min(1, (event.clientX - left) / width)) * length;
  };
  const down = (/** @type {PointerEvent} */ event) => {
    /** @type {HTMLElement} */ (box.current).setPointerCapture(event.pointerId);
    setDrag([at(event), at(event)]);
  };
  const up = (/** @type {PointerEvent} */ event) => {
    if (!drag) return;
    const [from, to] = [drag[0], at(event)].sort((a, b) => a - b);
    setDrag(null);
    if (to - from >= 0.1) player.setLoop(from, to);
    else {
      player.seek(to);
      setPosition(player.position());
    }
  };
  const shown = drag ? [...drag].sort((a, b) => a - b) : [start, end];
  const whole = start === 0 && end === length;
  const region = /** @type {[number, number] | null} */ (length > 0 && (drag || !whole) ? [shown[0] / length, shown[1] / length] : null);
  return html`<div class="card loop-bar">
    <button type="button" class="button primary loop-play" disabled=${length === 0} onClick=${() => player.toggle()} aria-label=${playing ? "Pause" : "Play"}><${PlayIcon} playing=${playing} /></button>
    <div class="loop-wave" ref=${box} onPointerDown=${down} onPointerMove=${(/** @type {PointerEvent} */ event) => drag && setDrag([drag[0], at(event)])} onPointerUp=${up} onPointerCancel=${() => setDrag(null)}>
      <${Waveform} peaks=${peaks} played=${length > 0 ? position / length : 0} region=${region} />
    </div>
    <div class="loop-fields row">
      <span class="num loop-position">${number(position, 2)} / ${seconds(length)}</span>
      <${LoopEdge} label="Loop from" value=${start} length=${length} step=${0.05} set=${(/** @type {number} */ value) => player.setLoop(value, Math.max(end, value + shortestLoop))} />
      <${LoopEdge} label="to" value=${end} length=${length} step=${0.05} set=${(/** @type {number} */ value) => player.setLoop(Math.min(start, value - shortestLoop), value)} />
      <${Button} size="small" disabled=${whole} onClick=${() => player.setLoop(0, length)}>Whole clip<//>
    </div>
  </div>`;
}
