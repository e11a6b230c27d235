// @ts-check
// Doubtful references judged blind: two readings, in an order that does not tell which is the reference's.
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../ui/api.js";
import { Button, Field, Notice } from "../ui/components.js";
import { plural } from "../ui/format.js";
import { listenerName, setListenerName } from "../ui/listener.js";
import { queryOf, scoredOf } from "./use-board.js";

/** @typedef {import("./types.js").AdjudicationState} State */
/** @typedef {import("./types.js").AdjudicationTask} Task */

/** One reading in its surroundings. @param {{ task: Task, reading: string, number: number, onChoose: () => void }} props */
function Reading({ task, reading, number, onChoose }) {
  return html`<div class="reading stack-s">
    <p dir="auto"><span class="faint">${task.before}</span> <strong>${reading || "(nothing)"}</strong> <span class="faint">${task.after}</span></p>
    <div><${Button} onClick=${onChoose} aria-keyshortcuts=${String(number)}>${number === 1 ? "First" : "Second"} <kbd>${number}</kbd><//></div>
  </div>`;
}

/** @param {{ choice: import("./use-board.js").Choice, onJudged: () => void }} props */
export function Adjudication({ choice, onJudged }) {
  const [listener, setListener] = useState(() => (listenerName.get() === "anonymous" ? "" : listenerName.get()));
  const [state, setState] = useState(/** @type {State | null} */ (null));
  const [problem, setProblem] = useState(/** @type {string | null} */ (null));
  const [busy, setBusy] = useState(false);
  const { references, slice, ...asked } = scoredOf(choice);
  const query = queryOf(asked);
  const name = listener.trim();

  const ask = (/** @type {Promise<State>} */ answer) => {
    setBusy(true);
    return answer.then(
      (next) => { setState(next); setProblem(null); return true; },
      (error) => { setProblem(messageOf(error)); return false; },
    ).finally(() => setBusy(false));
  };
  const begin = () => {
    setListenerName(name);
    void ask(api.get(`/api/recognizers/adjudications/next?${query}&listener=${encodeURIComponent(name)}`));
  };
  const judge = (/** @type {string} */ chosen) => {
    if (busy || !state?.task) return;
    void ask(api.post(`/api/recognizers/adjudications?${query}`, { task: state.task.id, choice: chosen, listener: name })).then((stored) => stored && onJudged());
  };
  // What was asked under another normaliser or other systems is not what is found now.
  useEffect(() => setState(null), [query]);

  const task = state?.task ?? null;
  const keys = (/** @type {KeyboardEvent} */ event) => {
    const chosen = /** @type {Record<string, string>} */ ({ 1: "first", 2: "second", 3: "neither" })[event.key];
    if (!chosen || event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    judge(chosen);
  };
  return html`<section class="adjudication stack-s" aria-labelledby="adjudication" onKeyDown=${keys}>
    <h4 id="adjudication">Judge them blind</h4>
    <p class="faint">You hear the recording and choose one of two readings, without knowing which is the reference's. Where most judges choose what the systems heard, “References: corrected” scores against it.</p>
    ${state === null && html`<form class="utterance-filters" onSubmit=${(/** @type {Event} */ event) => { event.preventDefault(); begin(); }}>
      <${Field} label="Your name">${(/** @type {Record<string, unknown>} */ attributes) => html`<input ...${attributes} maxlength="80" value=${listener} onInput=${(/** @type {any} */ event) => setListener(event.currentTarget.value)} />`}<//>
      <${Button} type="submit" disabled=${name === "" || busy}>Begin<//>
    </form>`}
    ${problem && html`<${Notice} tone="bad">${problem}<//>`}
    ${state && html`<p role="status">${state.left === 0 ? `Nothing is left to judge for ${name}: ${plural(state.judged, "place")} judged.` : `${plural(state.left, "place")} left, ${state.judged} judged.`}</p>`}
    ${task && html`<div class="stack-s">
      ${task.hasAudio ? html`<audio controls preload="none" src=${`/api/datasets/items/${encodeURIComponent(task.itemId)}/audio`} aria-label="The recording in question"></audio>` : html`<p class="faint">The recording itself is not here.</p>`}
      <p>What is said?</p>
      <div class="readings">
        <${Reading} task=${task} reading=${task.first} number=${1} onChoose=${() => judge("first")} />
        <${Reading} task=${task} reading=${task.second} number=${2} onChoose=${() => judge("second")} />
      </div>
      <div><${Button} kind="quiet" aria-keyshortcuts="3" onClick=${() => judge("neither")}>Neither, or unclear <kbd>3</kbd><//></div>
    </div>`}
  </section>`;
}
