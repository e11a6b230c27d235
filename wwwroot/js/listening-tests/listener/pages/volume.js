// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useId, useState } from "/lib/preact-hooks.js";
import { useStore } from "../../../ui/use-store.js";
import { onKeys } from "../keys.js";
import { Transport } from "../transport.js";
import { usePlayback } from "../use-playback.js";
import { t } from "../words.js";
import { NextButton, PageFrame, useCompletion } from "./page-frame.js";

/** @param {import("./page-frame.js").PageProps} props */
export function VolumePage({ visit, page }) {
  const { busy, complete } = useCompletion(visit, page);
  const { playback, state, reload } = usePlayback(visit, [{ label: "volume", audio: page.audio ?? "" }], { loop: true }, "volume");
  const [level, setLevel] = useState(page.defaultVolume ?? 0.5);
  const id = useId();
  useStore(playback.player.state);
  useEffect(() => visit.setVolume(level), [level]);
  useEffect(() => onKeys({ toggle: () => playback.toggle() }), [playback]);
  const next = () => {
    visit.log.add("volume", { details: level.toFixed(2) });
    void complete({ volume: level });
  };
  return html`<${PageFrame} visit=${visit} heading=${page.title || t("volume.title")} text=${page.text || t("volume.text")} actions=${html`<${NextButton} busy=${busy} onClick=${next} />`}>
    <${Transport} playback=${playback} state=${state} onReload=${reload} />
    <div class="volume-field"><label for=${id}>${t("volume.label")}</label>
      <input id=${id} class="volume" type="range" min="0" max="1" step="0.01" value=${level} aria-valuetext=${`${Math.round(level * 100)} %`} onInput=${(/** @type {any} */ event) => setLevel(event.currentTarget.valueAsNumber)} />
      <output class="num">${Math.round(level * 100)} %</output></div>
  <//>`;
}
