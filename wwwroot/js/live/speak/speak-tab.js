// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useMemo } from "/lib/preact-hooks.js";
import { Check, EmptyState, Notice } from "../../ui/components.js";
import { dismiss, notify } from "../../ui/notices.js";
import { useStore } from "../../ui/use-store.js";
import { microphoneBarrier } from "../audio/microphone.js";
import { liveHub } from "../hub.js";
import { usePreferences } from "../preferences.js";
import { PreferenceRating } from "../rating/preference.js";
import { RevealBar } from "../rating/reveal-bar.js";
import { SetupPanel } from "../setup-panel.js";
import { SystemPicker, chosenSystems, readySystems } from "../system-picker.js";
import { milliseconds, plural } from "../../ui/format.js";
import { Recorder } from "./recorder.js";
import { ReferenceForm } from "./reference-form.js";
import { RecognitionSession } from "./session.js";
import { TranscriptCard } from "./transcript-card.js";
import { VocabularyFields } from "./vocabulary.js";
import { systemsWithWords } from "./words.js";

const defaults = {
  systems: /** @type {string[] | null} */ (null), vocabulary: "open", ownWords: "", hotWords: "", blind: true, keepAudio: false,
  clean: false, audible: true, source: /** @type {"microphone" | "file"} */ ("microphone"),
};

/** @param {import("../types.js").System} system */
const note = ({ traits }) => [traits?.acceptsWordLists ? "word lists" : "", traits?.streaming === false ? "after the end" : traits?.lookAheadSeconds ? `looks ahead ${milliseconds(traits.lookAheadSeconds)}` : ""].filter(Boolean).join(" · ");

/**
 * Speak: several recognizers hear the same voice.
 * @param {{ systems: import("../types.js").System[], lists: import("../types.js").WordList[], model: import("../trial-model.js").TrialModel, opened: string | null, shown: boolean }} props
 *   `opened`: a trial named by the address; `shown`: the tab is in front
 */
export function SpeakTab({ systems, lists, model, opened, shown }) {
  const session = useMemo(() => new RecognitionSession(model), [model]);
  const [choice, change] = usePreferences("speak", defaults);
  const trial = useStore(model.trial);
  const problem = useStore(model.problem);
  const { phase, away, message, columns } = useStore(session.state);
  const chosen = chosenSystems(readySystems(systems, "recognizer"), choice.systems, 2);
  const vocabulary = lists.some((list) => list.id === choice.vocabulary) || choice.vocabulary === "own" ? choice.vocabulary : "open";
  const barrier = useMemo(microphoneBarrier, []);
  const idle = phase === "idle";
  const vocabularyTitle = vocabulary === "open" ? "open vocabulary" : vocabulary === "own" ? "own list" : lists.find((list) => list.id === vocabulary)?.title.toLowerCase();
  const summary = `${plural(chosen.length, "recognizer")}, ${vocabularyTitle}, ${choice.blind ? "blind" : "open"}`;
  const setup = () => ({ systems: systemsWithWords(chosen, systems, { ...choice, vocabulary }, lists), blind: choice.blind, keepAudio: choice.keepAudio });

  useEffect(() => {
    void liveHub.connect().catch(() => {}); // shown in the header; recording tries again and says why
  }, []);
  useEffect(() => {
    if (opened && opened !== model.trial.get()?.id) void model.load(opened);
  }, [opened]);

  useEffect(() => {
    const leaving = (/** @type {Event} */ event) => { if (!idle) event.preventDefault(); };
    addEventListener("beforeunload", leaving);
    return () => removeEventListener("beforeunload", leaving);
  }, [idle]);
  useEffect(() => {
    if (shown || idle) dismiss("recording");
    else notify({ id: "recording", tone: "info", title: "Still listening", text: "Speak goes on in its tab. Go back there to stop it." });
  }, [shown, idle]);

  return html`<div class="bench">
    <${SetupPanel} summary=${summary}>
      <${SystemPicker} legend="Recognizers" kind="recognizer" systems=${systems} chosen=${chosen} note=${note} disabled=${!idle} onChange=${(/** @type {string[]} */ ids) => change({ systems: ids })} />
      <${VocabularyFields} choice=${{ ...choice, vocabulary }} lists=${lists} disabled=${!idle} onChange=${change} />
      <fieldset class="stack-s" disabled=${!idle}>
        <legend>Session</legend>
        <${Check} checked=${choice.blind} onChange=${(/** @type {boolean} */ blind) => change({ blind })}>Blind: hide which system is which<//>
        <${Check} checked=${choice.keepAudio} onChange=${(/** @type {boolean} */ keepAudio) => change({ keepAudio })}>Keep a recording on the server<//>
        <${Check} checked=${choice.clean} onChange=${(/** @type {boolean} */ clean) => change({ clean })}>Let the browser clean the microphone<//>
      </fieldset>
    <//>
    <div class="bench-work stack">
      <${Recorder} session=${session} ready=${chosen.length > 0} source=${choice.source} barrier=${barrier}
        onSource=${(/** @type {"microphone" | "file"} */ source) => change({ source })} audible=${choice.audible} onAudible=${(/** @type {boolean} */ audible) => change({ audible })}
        onRecord=${() => session.record({ ...setup(), clean: choice.clean })} onPlay=${(/** @type {File} */ file) => session.play(file, { ...setup(), audible: choice.audible })} />
      ${barrier && choice.source === "microphone" && html`<${Notice} tone="warn" title="No microphone here">${barrier}<//>`}
      ${chosen.length === 0 && html`<${Notice} title="Choose at least one recognizer" />`}
      ${away && html`<${Notice} tone="warn" title="Connection lost, reconnecting">${phase === "finishing" ? "What was said is kept here and sent when the connection is back." : "Keep speaking: the audio is kept here and sent when the connection is back."}<//>`}
      ${message && html`<${Notice} tone=${message.tone} onClose=${() => session.dismiss()}>${message.text}<//>`}
      ${problem && html`<${Notice} tone="warn">${problem}<//>`}
      ${trial ? html`<${Results} trial=${trial} columns=${columns} phase=${phase} model=${model} />` : html`<${EmptyState} title="Say something">
        <p>Press Record and speak English: each recognizer writes what it hears in a column of its own. Or choose File to stream a recording at the pace of speech.</p>
      <//>`}
    </div>
  </div>`;
}

/** @param {{ trial: import("../types.js").LiveTrial, columns: import("./transcript-state.js").Columns, phase: string, model: import("../trial-model.js").TrialModel }} props */
function Results({ trial, columns, phase, model }) {
  const live = phase !== "idle";
  const comparable = trial.stimuli.length === 2 && trial.stimuli.every((stimulus) => stimulus.status === "done");
  return html`
    <div class="results">
      ${trial.stimuli.map((stimulus) => html`<${TranscriptCard} key=${trial.id + stimulus.label} trial=${trial} stimulus=${stimulus} column=${columns[stimulus.label]} live=${live} model=${model} />`)}
    </div>
    <p class="faint">Upright words are settled. <em class="unstable">Dotted italic words</em> may still change. The delay runs from the newest sound that a result covers to its arrival; the median is shown.</p>
    ${!live && html`<${ReferenceForm} trial=${trial} model=${model} />`}
    ${!live && comparable && html`<${PreferenceRating} trial=${trial} question="Which transcript is better?" />`}
    ${!live && html`<${RevealBar} trial=${trial} model=${model} scale=${comparable ? "preference" : null} />`}
  `;
}
