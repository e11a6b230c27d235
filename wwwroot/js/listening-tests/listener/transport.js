// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";
import { LoopEdge } from "../../playback/loop-edge.js";
import { shortestLoop } from "../../playback/switch-player.js";
import { PlayIcon } from "../../ui/play-icon.js";
import { Button, Notice } from "../../ui/components.js";
import { useStore } from "../../ui/use-store.js";
import { Waveform } from "../../ui/waveform.js";
import { t } from "./words.js";

/** @param {number} seconds */
const shown = (seconds) => seconds.toFixed(1);

/** The player's position, while it moves. @param {import("../../playback/switch-player.js").SwitchPlayer} player */
function usePosition(player) {
  const { playing, start, end } = useStore(player.state);
  const [position, setPosition] = useState(0);
  useEffect(() => {
    let frame = 0;
    const follow = () => {
      setPosition(player.position());
      if (playing) frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [playing, player, start, end]);
  return /** @type {const} */ ([position, setPosition]);
}

/**
 * Play and pause, position, and the loop's markers.
 * @param {{ playback: import("./playback.js").Playback, state: import("./playback.js").PlaybackState, loop?: boolean, onReload: () => void }} props
 */
export function Transport({ playback, state, loop, onReload }) {
  const { player } = playback;
  const { playing, start, end, length } = useStore(player.state);
  const [position, setPosition] = usePosition(player);
  const ready = !state.loading && !state.problem && length > 0;
  const seek = (/** @type {number} */ to) => {
    playback.seek(to);
    setPosition(player.position());
  };
  return html`
    ${state.interrupted && html`<div class="notice" data-tone="warn" role="alert"><div class="body"><span class="title">${t("audio.interrupted")}</span></div>
      <${Button} kind="primary" size="large" onClick=${() => playback.resume()}>${t("audio.resume")}<//></div>`}
    ${state.problem && html`<div><${Notice} tone="bad" title=${t("audio.problem")}>${state.problem} <${Button} size="large" onClick=${onReload}>${t("problem.again")}<//><//></div>`}
    <div class="transport">
      <button type="button" class="button primary transport-play" disabled=${!ready} onClick=${() => playback.toggle()} aria-label=${playing ? t("pause") : t("play")} aria-keyshortcuts="Space"><${PlayIcon} playing=${playing} /></button>
      <div class=${`transport-track ${state.peaks ? "drawn" : ""}`}>
        ${state.peaks && html`<${Waveform} peaks=${state.peaks} played=${length > 0 ? position / length : 0} region=${length > 0 && (start > 0 || end < length) ? [start / length, end / length] : null} />`}
        <input class="transport-position" type="range" min="0" max=${length || 1} step="0.01" value=${position} disabled=${!ready} aria-label=${t("position")}
          aria-valuetext=${t("position.of", { n: shown(position), length: shown(length) })} onInput=${(/** @type {any} */ event) => seek(event.currentTarget.valueAsNumber)} />
        ${loop && length > 0 && html`<${Markers} playback=${playback} start=${start} end=${end} length=${length} />`}
      </div>
      <span class="transport-time num" aria-hidden="true">${ready ? `${shown(position)} / ${shown(length)} s` : t("audio.loading")}</span>
    </div>
    ${loop && html`<div class="loop-fields">
      <${LoopEdge} label=${t("loop.from")} value=${start} length=${length} step=${0.1} set=${(/** @type {number} */ value) => playback.setLoop(value, Math.max(end, value + shortestLoop))} />
      <${LoopEdge} label=${t("loop.to")} value=${end} length=${length} step=${0.1} set=${(/** @type {number} */ value) => playback.setLoop(Math.min(start, value - shortestLoop), value)} />
      <${Button} kind="quiet" disabled=${!ready || (start === 0 && end === length)} onClick=${() => playback.setLoop(0, length)}>${t("loop.whole")}<//>
    </div>`}`;
}

/**
 * The loop's two ends, to be dragged; the fields beneath do the same for keys.
 * @param {{ playback: import("./playback.js").Playback, start: number, end: number, length: number }} props
 */
function Markers({ playback, start, end, length }) {
  const [drag, setDrag] = useState(/** @type {{ edge: "start" | "end", at: number } | null} */ (null));
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const marker = (/** @type {"start" | "end"} */ edge) => {
    const value = drag?.edge === edge ? drag.at : edge === "start" ? start : end;
    const at = (/** @type {PointerEvent} */ event) => {
      const { left, width } = /** @type {HTMLElement} */ (box.current).getBoundingClientRect();
      const seconds = Math.max(0, Math.min(1, (event.clientX - left) / width)) * length;
      return edge === "start" ? Math.min(seconds, Math.max(0, end - shortestLoop)) : Math.max(seconds, Math.min(length, start + shortestLoop));
    };
    return html`<span class=${`loop-marker ${edge}`} style=${{ insetInlineStart: `${(value / length) * 100}%` }}
      onPointerDown=${(/** @type {any} */ event) => { event.currentTarget.setPointerCapture(event.pointerId); setDrag({ edge, at: at(event) }); }}
      onPointerMove=${(/** @type {any} */ event) => drag?.edge === edge && setDrag({ edge, at: at(event) })}
      onPointerCancel=${() => setDrag(null)}
      onPointerUp=${(/** @type {any} */ event) => {
        if (drag?.edge !== edge) return;
        setDrag(null);
        if (edge === "start") playback.setLoop(at(event), end);
        else playback.setLoop(start, at(event));
      }}></span>`;
  };
  return html`<div class="loop-markers" ref=${box} aria-hidden="true">${marker("start")}${marker("end")}</div>`;
}
