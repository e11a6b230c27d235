// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../../ui/api.js";
import { Button, Check, EmptyState, Notice } from "../../ui/components.js";
import { plural } from "../../ui/format.js";
import { designs } from "./designs.js";

/** @typedef {{ id: string, title: string, items: number }} OutputCondition */
/** @typedef {{ id: string, title: string, conditions: string[] }} OutputItem */
/** @typedef {{ kind: "synthesizer" | "tokenizer" | "recognizer", conditions: OutputCondition[], items: OutputItem[] }} Material */

const kindWords = { synthesizer: "Voices", tokenizer: "Tokenizers", recognizer: "Recognizers" };

/** Items that every chosen condition has. @param {Material} material @param {string[]} conditions */
const commonItems = (material, conditions) =>
  conditions.length === 0 ? [] : material.items.filter((item) => conditions.every((condition) => item.conditions.includes(condition)));

/** @param {string[]} list @param {string} id @param {boolean} on */
const toggled = (list, id, on) => (on ? [...list, id] : list.filter((each) => each !== id));

/** Choice of systems and items among outputs of runs and of the live bench. @param {import("./files-source.js").SourceProps} props */
export function OutputsSource({ design, options, onMade }) {
  const [materials, setMaterials] = useState(/** @type {Material[] | null} */ (null));
  const [kind, setKind] = useState("");
  const [conditions, setConditions] = useState(/** @type {string[]} */ ([]));
  const [left, setLeft] = useState(/** @type {string[]} */ ([]));
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    api.get("/api/listening-tests/outputs", { signal: stop.signal }).then(
      (found) => { setMaterials(found.kinds); setKind(found.kinds[0]?.kind ?? ""); },
      (error) => { if (!stop.signal.aborted) setProblem(messageOf(error)); },
    );
    return () => stop.abort();
  }, []);
  const material = materials?.find((each) => each.kind === kind);
  if (problem && !materials) return html`<${Notice} tone="bad" title="The outputs could not be read">${problem}<//>`;
  if (!materials) return html`<p class="soft" role="status">Reading outputs…</p>`;
  if (!material) return html`<${EmptyState} title="There are no outputs to listen to" level=${3}>
    <p>Let systems speak a text, or take a recording through tokenizers: a whole dataset in a run, or one by one on the live bench. Outputs of blind trials count after their labels are revealed.</p>
    <div class="row"><a class="button" href="/runs">Go to the runs</a><a class="button" href="/live?tab=type">Go to the live bench</a></div>
  <//>`;

  const offered = commonItems(material, conditions);
  const items = offered.filter((item) => !left.includes(item.id));
  const { needs, title } = designs.find((each) => each.id === design) ?? designs[0];
  const lack = needs === "reference" && kind !== "tokenizer" ? `${title} compares with the original, which voices do not have. Choose another design.`
    : needs === "two" && conditions.length < 2 && (kind !== "tokenizer" || design === "arena") ? `${title} compares two systems.` : "";
  const make = async () => {
    setBusy(true);
    setProblem("");
    try {
      onMade(await api.post("/api/listening-tests/from-outputs", { kind, design, options: { ...options, title: options.title.trim() || "Untitled test" }, conditions, items: items.map(({ id }) => id) }));
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  };
  return html`<div class="stack-s">
    ${materials.length > 1 && html`<fieldset class="choices"><legend class="visually-hidden">Kind of system</legend>
      ${materials.map((each) => html`<label key=${each.kind} class="check"><input type="radio" name="kind" checked=${each.kind === kind} onChange=${() => { setKind(each.kind); setConditions([]); setLeft([]); }} /><span>${kindWords[each.kind]}</span></label>`)}
    </fieldset>`}
    <fieldset class="stack-s"><legend>Systems</legend>
      <div class="check-list">${material.conditions.map((each) => html`<${Check} key=${each.id} checked=${conditions.includes(each.id)} onChange=${(/** @type {boolean} */ on) => setConditions(toggled(conditions, each.id, on))}>${each.title} <span class="faint">${plural(each.items, "item")}</span><//>`)}</div>
    </fieldset>
    ${conditions.length > 0 && html`<fieldset class="stack-s"><legend>Items that all of them have</legend>
      ${offered.length === 0 && html`<p class="soft">None. Let these systems answer the same texts or recordings, in a run or on the live bench.</p>`}
      <div class="check-list">${offered.map((item) => html`<${Check} key=${item.id} checked=${!left.includes(item.id)} onChange=${(/** @type {boolean} */ on) => setLeft(toggled(left, item.id, !on))}>${item.title}<//>`)}</div>
    </fieldset>`}
    ${lack && conditions.length > 0 && html`<${Notice} tone="warn">${lack}<//>`}
    ${problem && html`<${Notice} tone="bad" onClose=${() => setProblem("")}>${problem}<//>`}
    <div class="row"><${Button} kind="primary" disabled=${isBusy || items.length === 0 || lack !== ""} onClick=${make}>${isBusy ? "Making the draft…" : "Make the draft"}<//>
      ${items.length > 0 && html`<span class="faint">${plural(conditions.length, "system")} × ${plural(items.length, "item")}</span>`}</div>
  </div>`;
}
