// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useRef } from "/lib/preact-hooks.js";
import { useStore } from "../ui/use-store.js";

/**
 * A line where the sound is. It moves without drawing anything else anew.
 * @param {{ player: import("../playback/switch-player.js").SwitchPlayer, view: import("./view.js").View }} props
 */
export function Playhead({ player, view }) {
  const line = useRef(/** @type {HTMLElement | null} */ (null));
  const { playing } = useStore(player.state);
  useEffect(() => {
    let frame = 0;
    const follow = () => {
      const share = (player.position() - view.from) / (view.to - view.from);
      if (line.current) {
        line.current.hidden = share < 0 || share > 1;
        line.current.style.left = `${share * 100}%`;
      }
      frame = requestAnimationFrame(follow);
    };
    follow();
    // At rest it moves only when someone seeks: a look four times a second is enough.
    if (!playing) {
      cancelAnimationFrame(frame);
      const timer = setInterval(() => { follow(); cancelAnimationFrame(frame); }, 250);
      return () => clearInterval(timer);
    }
    return () => cancelAnimationFrame(frame);
  }, [playing, player, view.from, view.to]);
  return html`<span class="spectrogram-playhead" ref=${line} aria-hidden="true"></span>`;
}
