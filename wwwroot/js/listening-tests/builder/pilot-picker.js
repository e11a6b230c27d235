// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../../ui/api.js";
import { Field } from "../../ui/components.js";
import { plural } from "../../ui/format.js";
import { deviationFor, itemsOf, pairTitle, pairWords } from "./pilot.js";

/** @typedef {import("./pilot.js").PilotPair} PilotPair */
/** @typedef {{ deviation: number, cautious: number }} Deviation */

/**
 * Chooses a test that was run as the pilot, a pair in it, and how many items each listener will rate.
 * @param {{ onChange: (deviation: Deviation | null) => void }} props null: the deviation is assumed
 */
export function PilotPicker({ onChange }) {
  const [tests, setTests] = useState(/** @type {import("./types.js").TestSummary[]} */ ([]));
  const [pairs, setPairs] = useState(/** @type {PilotPair[] | null} */ (null));
  const [pair, setPair] = useState(/** @type {PilotPair | null} */ (null));
  const [items, setItems] = useState(1);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const stop = new AbortController();
    api.get("/api/listening-tests", { signal: stop.signal }).then(
      (found) => setTests(found.filter((/** @type {import("./types.js").TestSummary} */ test) => test.sessions.completed + test.sessions.running > 1)),
      (error) => { if (!stop.signal.aborted) setProblem(messageOf(error)); },
    );
    return () => stop.abort();
  }, []);

  /** @param {PilotPair | null} chosen @param {number} [count] */
  const choose = (chosen, count) => {
    const each = count ?? (chosen ? itemsOf(chosen) : 1);
    setPair(chosen);
    setItems(each);
    onChange(chosen ? deviationFor(chosen, each) : null);
  };
  const read = async (/** @type {string} */ id) => {
    setProblem("");
    setPairs(null);
    choose(null);
    if (!id) return;
    try {
      const found = /** @type {PilotPair[]} */ ((await api.get(`/api/listening-tests/${encodeURIComponent(id)}/spread`)).pairs);
      setPairs(found);
      if (found.length > 0) choose(found[0]);
      else setProblem("No two listeners judged the same two conditions on a scale. Choose a test with more listeners, or assume a deviation.");
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  if (tests.length === 0) return problem ? html`<p class="problem" role="alert">${problem}</p>` : null;
  return html`<div class="stack-s">
    <${Field} label="Spread from" hint="A test that was run with the same scale.">${(/** @type {Record<string, unknown>} */ attributes) => html`
      <select ...${attributes} onChange=${(/** @type {any} */ event) => read(event.currentTarget.value)}>
        <option value="">What I assume</option>
        ${tests.map((test) => html`<option key=${test.id} value=${test.id}>${test.title}${test.version > 1 ? `, version ${test.version}` : ""} (${plural(test.sessions.completed, "listener")})</option>`)}
      </select>`}<//>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    ${pair && pairs && html`<${Field} label="Pair" hint="The widest spread of a scale stands first.">${(/** @type {Record<string, unknown>} */ attributes) => html`
        <select ...${attributes} onChange=${(/** @type {any} */ event) => choose(pairs[event.currentTarget.selectedIndex])}>
          ${pairs.map((each) => html`<option key=${pairTitle(each)} selected=${each === pair}>${pairTitle(each)}</option>`)}
        </select>`}<//>
    ${pair.spread.residual && html`<${Field} label="Items for each listener">${(/** @type {Record<string, unknown>} */ attributes) => html`
        <input ...${attributes} type="number" min="1" step="1" value=${items} onChange=${(/** @type {any} */ event) => choose(pair, Math.max(1, Math.round(event.currentTarget.valueAsNumber || 1)))} />`}<//>`}
    <p class="faint">${pairWords(pair)}</p>`}
  </div>`;
}
