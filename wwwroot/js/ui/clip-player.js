// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api } from "./api.js";
import { clock, seconds as showSeconds } from "./format.js";
import { PlayIcon } from "./play-icon.js";
import { useClipAudio } from "./use-clip-audio.js";
import { Waveform } from "./waveform.js";

/**
 * Play button, waveform and position of one clip.
 * @param {{ src: string, label: string, peaksSrc?: string, seconds?: number | null, colour?: string, onPlay?: () => void }} props
 *   `peaksSrc` answers `{ min, max }`; `label` names the clip, such as "A"; `colour` is a custom property's name
 */
export function ClipPlayer({ src, label, peaksSrc, seconds, colour = "--accent", onPlay }) {
  const { element, toggle, playing, length: loaded, problem } = useClipAudio(src);
  const [position, setPosition] = useState(0);
  const [peaks, setPeaks] = useState(/** @type {import("./waveform.js").Peaks | null} */ (null));
  const length = loaded || (seconds ?? 0);

  useEffect(() => {
    if (!peaksSrc) return;
    const stop = new AbortController();
    api.get(peaksSrc, { signal: stop.signal }).then(setPeaks, () => setPeaks(null));
    return () => stop.abort();
  }, [peaksSrc]);

  useEffect(() => {
    if (!playing) return;
    const clip = element();
    let frame = 0;
    const follow = () => {
      setPosition(clip.currentTime);
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => {
      cancelAnimationFrame(frame);
      setPosition(clip.currentTime);
    };
  }, [playing]);

  const play = async () => {
    if (await toggle()) onPlay?.();
  };

  const seek = (/** @type {number} */ to) => {
    element().currentTime = to;
    setPosition(to);
  };

  return html`<div class="clip-player">
    <button type="button" class="button clip-play" aria-label=${`${playing ? "Pause" : "Play"} ${label}`} onClick=${play}><${PlayIcon} playing=${playing} /></button>
    <div class="clip-wave">
      <${Waveform} peaks=${peaks} played=${length > 0 ? position / length : 0} colour=${colour} />
      <input type="range" min="0" max=${length || 1} step="0.01" value=${position} aria-label=${`Position in ${label}`}
        aria-valuetext=${`${showSeconds(position)} of ${showSeconds(length)}`} onInput=${(/** @type {any} */ event) => seek(event.currentTarget.valueAsNumber)} />
    </div>
    <span class="clip-time num" aria-hidden="true">${clock(position)} / ${length < 60 ? showSeconds(length) : clock(length)}</span>
    ${problem && html`<span class="clip-problem" role="alert">${problem}</span>`}
  </div>`;
}
