// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";
import { api } from "./api.js";
import { clock, seconds as showSeconds } from "./format.js";
import { PlayIcon } from "./play-icon.js";
import { Waveform } from "./waveform.js";

/** The clip that sounds now: another one's start pauses it. @type {HTMLAudioElement | null} */
let sounding = null;

/**
 * Play button, waveform and position of one clip.
 * @param {{ src: string, label: string, peaksSrc?: string, seconds?: number | null, colour?: string, onPlay?: () => void }} props
 *   `peaksSrc` answers `{ min, max }`; `label` names the clip, such as "A"; `colour` is a custom property's name
 */
export function ClipPlayer({ src, label, peaksSrc, seconds, colour = "--accent", onPlay }) {
  const audio = useRef(/** @type {HTMLAudioElement | null} */ (null));
  const [playing, setPlaying] = useState(false);
  const [position, setPosition] = useState(0);
  const [length, setLength] = useState(seconds ?? 0);
  const [problem, setProblem] = useState("");
  const [peaks, setPeaks] = useState(/** @type {import("./waveform.js").Peaks | null} */ (null));

  useEffect(() => {
    if (!peaksSrc) return;
    const stop = new AbortController();
    api.get(peaksSrc, { signal: stop.signal }).then(setPeaks, () => setPeaks(null));
    return () => stop.abort();
  }, [peaksSrc]);

  useEffect(() => setLength((known) => seconds ?? known), [seconds]);

  useEffect(() => () => {
    audio.current?.pause();
    audio.current = null;
  }, [src]);

  useEffect(() => {
    if (!playing) return;
    let frame = 0;
    const follow = () => {
      setPosition(audio.current?.currentTime ?? 0);
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [playing]);

  const element = () => {
    if (audio.current) return audio.current;
    const made = new Audio(src);
    made.addEventListener("durationchange", () => Number.isFinite(made.duration) && setLength(made.duration));
    made.addEventListener("play", () => setPlaying(true));
    made.addEventListener("pause", () => setPlaying(false));
    made.addEventListener("ended", () => { setPlaying(false); setPosition(0); made.currentTime = 0; });
    made.addEventListener("error", () => setProblem("This clip could not be loaded. Reload the page to try again."));
    return (audio.current = made);
  };

  const toggle = async () => {
    const clip = element();
    if (!clip.paused) return clip.pause();
    if (sounding !== clip) sounding?.pause();
    sounding = clip;
    setProblem("");
    try {
      await clip.play();
      onPlay?.();
    } catch (error) {
      if (/** @type {Error} */ (error).name !== "AbortError") setProblem("The browser did not play this clip.");
    }
  };

  const seek = (/** @type {number} */ to) => {
    element().currentTime = to;
    setPosition(to);
  };

  return html`<div class="clip-player">
    <button type="button" class="button clip-play" aria-label=${`${playing ? "Pause" : "Play"} ${label}`} onClick=${toggle}><${PlayIcon} playing=${playing} /></button>
    <div class="clip-wave">
      <${Waveform} peaks=${peaks} played=${length > 0 ? position / length : 0} colour=${colour} />
      <input type="range" min="0" max=${length || 1} step="0.01" value=${position} aria-label=${`Position in ${label}`}
        aria-valuetext=${`${showSeconds(position)} of ${showSeconds(length)}`} onInput=${(/** @type {any} */ event) => seek(event.currentTarget.valueAsNumber)} />
    </div>
    <span class="clip-time num" aria-hidden="true">${clock(position)} / ${length < 60 ? showSeconds(length) : clock(length)}</span>
    ${problem && html`<span class="clip-problem" role="alert">${problem}</span>`}
  </div>`;
}
