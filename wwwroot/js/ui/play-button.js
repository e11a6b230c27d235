// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";
import { Button } from "./components.js";
import { PlayIcon } from "./play-icon.js";

/** The clip that sounds now: another one's start pauses it. @type {HTMLAudioElement | null} */
let sounding = null;

/**
 * A small button that plays a clip, for rows of tables. Nothing is loaded before it is pressed.
 * @param {{ src: string, label: string }} props `label` names the clip
 */
export function PlayButton({ src, label }) {
  const audio = useRef(/** @type {HTMLAudioElement | null} */ (null));
  const [playing, setPlaying] = useState(false);
  const [problem, setProblem] = useState("");
  useEffect(() => () => {
    audio.current?.pause();
    audio.current = null;
    setPlaying(false);
    setProblem("");
  }, [src]);
  const toggle = async () => {
    if (!audio.current) {
      const made = (audio.current = new Audio(src));
      made.addEventListener("play", () => setPlaying(true));
      made.addEventListener("pause", () => setPlaying(false));
      made.addEventListener("ended", () => { setPlaying(false); made.currentTime = 0; });
    }
    const clip = audio.current;
    if (!clip.paused) return clip.pause();
    if (sounding !== clip) sounding?.pause();
    sounding = clip;
    setProblem("");
    try {
      await clip.play();
    } catch (error) {
      if (/** @type {Error} */ (error).name !== "AbortError") setProblem("Not playable");
    }
  };
  return html`<span class="play-cell">
    <${Button} size="small" class="clip-play" aria-label=${`${playing ? "Pause" : "Play"} ${label}`} onClick=${toggle}><${PlayIcon} playing=${playing} /><//>
    ${problem && html`<span class="faint" role="alert">${problem}</span>`}
  </span>`;
}
