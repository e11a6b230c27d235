// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect } from "/lib/preact-hooks.js";
import { LoopBar } from "../live/drop/loop-bar.js";
import { Notice, Progress } from "../ui/components.js";
import { SystemMark } from "../ui/system-mark.js";
import { useStore } from "../ui/use-store.js";
import { original } from "./use-item.js";

/** @typedef {import("../playback/switch-player.js").SwitchPlayer} SwitchPlayer */

/** Whether keys are meant for something else. @param {KeyboardEvent} event */
const isTaken = (event) => event.target instanceof HTMLElement && event.target.closest("input, select, textarea, button, a, summary, [role=group]") !== null;

/** @param {{ player: SwitchPlayer, peaks: import("../ui/waveform.js").Peaks | null, labels: string[] }} props */
function Playing({ player, peaks, labels }) {
  useEffect(() => {
    const keys = (/** @type {KeyboardEvent} */ event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
      if (event.key === " ") {
        event.preventDefault();
        player.toggle();
      } else if (/^[0-9]$/.test(event.key) && labels[Number(event.key)]) player.switchTo(labels[Number(event.key)]);
    };
    document.addEventListener("keydown", keys);
    return () => document.removeEventListener("keydown", keys);
  }, [player, labels.join()]);
  return html`<${LoopBar} player=${player} peaks=${peaks} />`;
}

/** Which sound is active, if any plays. @param {{ player: SwitchPlayer, children: (active: string) => unknown }} props */
function Active({ player, children }) {
  return children(useStore(player.state).active);
}

/**
 * The original and every reconstruction on one clock: a button each switches in place.
 * @param {{ item: import("./types.js").Item, conditions: import("./types.js").Condition[], sounds: ReturnType<typeof import("./use-item.js").useSounds>, onHear: (label: string) => void }} props
 */
export function SoundBar({ item, conditions, sounds, onHear }) {
  const { player, peaks, problem, loaded, total } = sounds;
  const heard = [{ label: original, title: "Original", colour: -1 }, ...item.outputs.flatMap((output) => {
    const condition = conditions.find(({ id }) => id === output.condition);
    return output.clip && condition ? [{ label: output.condition, title: condition.title, colour: condition.system.colour }] : [];
  })];
  const buttons = (/** @type {string} */ active) => html`<div class="lab-sounds" role="group" aria-label="Hear">
    ${heard.map(({ label, title, colour }, index) => html`<button key=${label} type="button" class="button small" aria-pressed=${active === label ? "true" : "false"} onClick=${() => onHear(label)}>
      ${index < 10 && player && html`<kbd aria-hidden="true">${index}</kbd>`}${colour >= 0 && html`<${SystemMark} colour=${colour} />`}<span>${title}</span></button>`)}
  </div>`;
  return html`<div class="stack-s">
    ${player ? html`<${Active} player=${player}>${buttons}<//>` : buttons("")}
    ${problem && html`<${Notice} tone="bad" title="The sounds could not be loaded">${problem}<//>`}
    ${player && !peaks && !problem && html`<${Progress} value=${loaded / total} label="Loading sounds" text=${`Loading sound ${Math.min(loaded + 1, total)} of ${total}`} />`}
    ${player && peaks && html`<${Playing} player=${player} peaks=${peaks} labels=${heard.map(({ label }) => label)} />
      <p class="faint">Switching keeps the place in time. Keys: <kbd>0</kbd> original, <kbd>1</kbd>…<kbd>${Math.min(9, heard.length - 1)}</kbd> reconstructions, <kbd>space</kbd> play and pause. A click into a spectrogram goes there.</p>`}
  </div>`;
}
