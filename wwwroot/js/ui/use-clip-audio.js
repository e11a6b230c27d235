// @ts-check
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";

/** The clip that sounds now: another one's start pauses it, wherever on the page it is. @type {HTMLAudioElement | null} */
let sounding = null;

/**
 * A clip's audio element, made when it is first asked for: nothing is loaded before.
 * @param {string} src
 */
export function useClipAudio(src) {
  const audio = useRef(/** @type {HTMLAudioElement | null} */ (null));
  const [playing, setPlaying] = useState(false);
  const [length, setLength] = useState(0);
  const [problem, setProblem] = useState("");

  useEffect(() => () => {
    audio.current?.pause();
    audio.current = null;
    setPlaying(false);
    setLength(0);
    setProblem("");
  }, [src]);

  const element = () => {
    if (audio.current) return audio.current;
    const made = new Audio(src);
    made.addEventListener("durationchange", () => Number.isFinite(made.duration) && setLength(made.duration));
    made.addEventListener("play", () => setPlaying(true));
    made.addEventListener("pause", () => setPlaying(false));
    made.addEventListener("ended", () => { made.currentTime = 0; setPlaying(false); });
    made.addEventListener("error", () => setProblem("This clip could not be loaded. Reload the page to try again."));
    return (audio.current = made);
  };

  /** Plays or pauses. @returns {Promise<boolean>} whether it began to play */
  const toggle = async () => {
    const clip = element();
    if (!clip.paused) {
      clip.pause();
      return false;
    }
    if (sounding !== clip) sounding?.pause();
    sounding = clip;
    setProblem("");
    try {
      await clip.play();
      return true;
    } catch (error) {
      // Another clip's start, or the page's end, is no problem of this clip.
      if (/** @type {Error} */ (error).name !== "AbortError") setProblem("The browser did not play this clip.");
      return false;
    }
  };

  return { element, toggle, playing, length, problem };
}
