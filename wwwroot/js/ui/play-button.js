// @ts-check
import { html } from "/lib/htm-preact.js";
import { Button } from "./components.js";
import { PlayIcon } from "./play-icon.js";
import { useClipAudio } from "./use-clip-audio.js";

/**
 * A small button that plays a clip, for rows of tables.
 * @param {{ src: string, label: string }} props `label` names the clip
 */
export function PlayButton({ src, label }) {
  const { toggle, playing, problem } = useClipAudio(src);
  return html`<span class="play-cell">
    <${Button} size="small" class="clip-play" aria-label=${`${playing ? "Pause" : "Play"} ${label}`} onClick=${toggle}><${PlayIcon} playing=${playing} /><//>
    ${problem && html`<span class="faint" role="alert">${problem}</span>`}
  </span>`;
}
