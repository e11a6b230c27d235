// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { messageOf } from "../../ui/api.js";
import { Button, Check, EmptyState, Notice } from "../../ui/components.js";
import { bitRate, plural } from "../../ui/format.js";
import { useStore } from "../../ui/use-store.js";
import { usePreferences } from "../preferences.js";
import { RevealBar } from "../rating/reveal-bar.js";
import { RunningCard } from "../running-card.js";
import { SetupPanel } from "../setup-panel.js";
import { SystemPicker, chosenSystems, readySystems } from "../system-picker.js";
import { createTrial } from "../trial-api.js";
import { ClipSource } from "./clip-source.js";
import { bitsPerSecond, mostConditions, offeredCodebooks, requestedConditions } from "./conditions.js";
import { Listening } from "./listening.js";

const defaults = { systems: /** @type {string[] | null} */ (null), codebooks: offeredCodebooks, blind: true, anchors: true };

/**
 * Drop: a recording through several tokenizers and bit rates.
 * @param {{ systems: import("../types.js").System[], model: import("../trial-model.js").TrialModel, opened: string | null, shown: boolean }} props
 */
export function DropTab({ systems, model, opened, shown }) {
  const [choice, change] = usePreferences("drop", defaults);
  const [clip, setClip] = useState(/** @type {import("./clip-source.js").Clip | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const trial = useStore(model.trial);
  const trialProblem = useStore(model.problem);
  const chosen = chosenSystems(readySystems(systems, "tokenizer"), choice.systems, 2);
  const conditions = requestedConditions(chosen, systems, choice.codebooks);
  const traits = systems.find((system) => system.id === chosen[0])?.traits ?? {};
  const running = trial?.status === "running";
  const count = conditions.length + (choice.anchors ? 3 : 0);

  useEffect(() => {
    if (opened && opened !== model.trial.get()?.id) void model.load(opened);
  }, [opened]);

  const start = async () => {
    if (!clip) return;
    if (conditions.length > mostConditions) return setProblem(`${conditions.length} conditions are asked for; at most ${mostConditions} fit one trial. Choose fewer tokenizers or bit rates.`);
    setProblem("");
    setBusy(true);
    try {
      model.show(await createTrial("reconstruction", { clip: clip.sha256, conditions, blind: choice.blind, anchors: choice.anchors }));
      model.problem.set("");
      model.follow();
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy(false);
  };
  const toggle = (/** @type {number} */ books, /** @type {boolean} */ on) => change({ codebooks: offeredCodebooks.filter((each) => (each === books ? on : choice.codebooks.includes(each))) });

  return html`<div class="bench">
    <${SetupPanel} summary=${`${plural(chosen.length, "tokenizer")}, ${plural(count, "stimulus", "stimuli")}, ${choice.blind ? "blind" : "open"}`}>
      <${SystemPicker} legend="Tokenizers" kind="tokenizer" systems=${systems} chosen=${chosen} onChange=${(/** @type {string[]} */ ids) => change({ systems: ids })} />
      <fieldset class="stack-s">
        <legend>Codebooks and bit rate</legend>
        ${offeredCodebooks.map((books) => html`<${Check} key=${books} checked=${choice.codebooks.includes(books)} onChange=${(/** @type {boolean} */ on) => toggle(books, on)}>
          <span class="num">${plural(books, "codebook")}</span> <span class="faint num">${bitRate(bitsPerSecond(traits, books))}</span>
        <//>`)}
      </fieldset>
      <fieldset class="stack-s">
        <legend>Test</legend>
        <${Check} checked=${choice.blind} onChange=${(/** @type {boolean} */ blind) => change({ blind })}>Blind: hide which stimulus is which<//>
        <${Check} checked=${choice.anchors} onChange=${(/** @type {boolean} */ anchors) => change({ anchors })}>Add hidden reference and anchors (MUSHRA)<//>
      </fieldset>
    <//>
    <div class="bench-work stack">
      <${ClipSource} clip=${clip} onClip=${setClip} disabled=${busy} />
      <div class="spread">
        <span class="faint num">${chosen.length === 0 || choice.codebooks.length === 0 ? "Choose a tokenizer and a number of codebooks." : `${plural(count, "stimulus", "stimuli")}${count > 12 ? ": more than 12 on one page are hard to rate" : ""}`}</span>
        <${Button} kind="primary" disabled=${!clip || busy || running || conditions.length === 0} onClick=${start}>${busy ? "Sending" : "Reconstruct"}<//>
      </div>
      ${problem && html`<${Notice} tone="bad" onClose=${() => setProblem("")}>${problem}<//>`}
      ${trialProblem && html`<${Notice} tone="warn">${trialProblem}<//>`}
      ${trial ? html`<${Results} trial=${trial} model=${model} shown=${shown} />` : html`<${EmptyState} title="No recording yet">
        <p>Choose, record or drop a few seconds of speech, music or noise. It is turned into tokens and back at each bit rate; then switch between the original and what came back, and rate.</p>
      <//>`}
    </div>
  </div>`;
}

/** @param {{ trial: import("../types.js").LiveTrial, model: import("../trial-model.js").TrialModel, shown: boolean }} props */
function Results({ trial, model, shown }) {
  if (trial.status === "running") return html`<${RunningCard} trial=${trial} model=${model} one="stimulus" many="stimuli" />`;
  if (trial.status === "cancelled") return html`<${Notice} tone="warn" title="Cancelled">Press Reconstruct to start anew.<//>`;
  return html`<${Listening} key=${trial.id} trial=${trial} model=${model} shown=${shown} /><${RevealBar} trial=${trial} model=${model} scale="mushra" />`;
}
