// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../../ui/api.js";
import { Button, Notice, Progress, Tag } from "../../ui/components.js";
import { dateTime, number, plural } from "../../ui/format.js";

/** @typedef {import("./types.js").Preparation} Preparation */
/** @typedef {import("./types.js").Report} Report */

const pollMs = 400;
const nothing = /** @type {Preparation} */ ({ state: "none", done: 0, total: 0 });
const tones = /** @type {const} */ ({ error: "bad", warning: "warn", info: undefined });
const findingWords = { error: "Error", warning: "Note", info: "Done" };

/** Trials to prepare yet. @param {import("./types.js").Test} test */
const unprepared = (test) => test.definition.sections.flatMap((section) => section.trials ?? []).filter((trial) => trial.stimuli.some((stimulus) => !stimulus.clip)).length;

/** Whether digits in noise are to be spoken yet. @param {import("./types.js").Test} test */
const unspoken = (test) => test.definition.sections.some((section) => section.kind === "digits" && Object.keys(section.clips ?? {}).length === 0);

/** Practice shares the audio of its trials: each once. @param {Report} report */
const distinct = (report) => report.trials.filter((trial, i) => report.trials.findIndex(({ key }) => key === trial.key) === i);

/** Findings of one kind and stimulus once, with the trials that they are about. @param {Report} report */
function gathered(report) {
  /** @type {Map<string, { severity: "info" | "warning" | "error", message: string, cure: string, trials: string[] }>} */
  const found = new Map();
  for (const trial of distinct(report))
    for (const { severity, code, message, cure, stimulus } of trial.findings) {
      const key = `${severity}/${code}/${stimulus ?? ""}`;
      const known = found.get(key);
      const where = stimulus ? `${trial.item} (${stimulus})` : trial.item;
      if (!known) found.set(key, { severity, message, cure, trials: [where] });
      else if (!known.trials.includes(where)) known.trials.push(where);
    }
  const order = ["error", "warning", "info"];
  return [...found.values()].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** @param {{ report: Report }} props */
function ReportView({ report }) {
  const findings = gathered(report);
  return html`<div class="stack-s">
    <p class="faint">Prepared ${dateTime(report.preparedAt)}.</p>
    ${findings.length === 0 ? html`<p>Nothing was found amiss.</p>` : html`<ul class="plain-list problem-list">${findings.map((finding, i) => html`<li key=${i}>
      <${Tag} tone=${tones[finding.severity]}>${findingWords[finding.severity]}<//> ${finding.message} <span class="soft">${finding.cure}</span>
      ${" "}<span class="faint">${finding.trials.length === 1 ? finding.trials[0] : plural(finding.trials.length, "clip or trial", "clips or trials")}</span>
    </li>`)}</ul>`}
    <details class="more"><summary>Figures of every stimulus</summary>
      <div class="table-frame" tabindex="0" role="region" aria-label="Figures of every stimulus"><table class="table">
        <thead><tr><th scope="col">Item</th><th scope="col">Stimulus</th><th scope="col" class="number">Source, kHz</th><th scope="col" class="number">Delay, ms</th><th scope="col" class="number">Gain, dB</th><th scope="col" class="number">LUFS</th><th scope="col" class="number">True peak, dBTP</th><th scope="col" class="number">Length, s</th></tr></thead>
        <tbody>${distinct(report).flatMap((trial) => trial.stimuli.map((stimulus) => html`<tr key=${`${trial.trial}/${stimulus.id}`}><th scope="row">${trial.item}</th><td>${stimulus.id}</td>
          <td class="number">${stimulus.sourceSampleRate ? number(stimulus.sourceSampleRate / 1000, 2) : "–"}</td><td class="number">${number(stimulus.delayMilliseconds, 1)}</td><td class="number">${number(stimulus.gainDb, 1)}</td>
          <td class="number">${number(stimulus.lufs, 1)}</td><td class="number">${number(stimulus.truePeakDb, 1)}</td><td class="number">${number(stimulus.seconds)}</td></tr>`))}</tbody>
      </table></div>
    </details>
  </div>`;
}

/** Preparation: progress, report, settings. @param {{ test: import("./types.js").Test, flush: () => Promise<boolean>, onDone: () => void, children?: import("preact").ComponentChildren }} props */
export function PreparationCard({ test, flush, onDone, children }) {
  const [state, setState] = useState(nothing);
  const [problem, setProblem] = useState("");
  const path = `/api/listening-tests/${encodeURIComponent(test.id)}`;
  const isRunning = state.state === "queued" || state.state === "running";
  const isDraft = test.status === "draft";
  const left = unprepared(test);
  const isSpoken = !unspoken(test);
  const isReady = left === 0 && isSpoken;
  const ask = async (/** @type {() => Promise<Preparation>} */ action) => {
    try {
      setState(await action());
      setProblem("");
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  useEffect(() => void (isDraft && ask(() => api.get(`${path}/preparation`))), [test.id, isDraft]);
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setTimeout(async () => {
      await ask(() => api.get(`${path}/preparation`));
    }, pollMs);
    return () => clearTimeout(timer);
  }, [state, problem]);
  useEffect(() => {
    if (state.state === "done" || state.state === "cancelled" || state.state === "failed") onDone();
  }, [state.state]);
  const start = async () => {
    await flush();
    await ask(() => api.post(`${path}/prepare`, {}));
  };
  return html`<section class="card stack-s" aria-labelledby="preparation">
    <h2 id="preparation">Audio</h2>
    <p class="soft">${left === 0 ? `Every stimulus is prepared.${isSpoken ? "" : " The digits in noise are not spoken yet."}` : isDraft ? `${plural(left, "trial")} to prepare: one rate, one loudness, in time with the reference, with anchors where the design has them.` : ""}</p>
    ${isDraft && !isRunning && html`<div class="row"><${Button} kind=${isReady ? undefined : "primary"} disabled=${isReady} onClick=${start}>Prepare the audio<//></div>`}
    ${isRunning && html`<${Progress} label="Preparation" value=${state.total > 0 ? state.done / state.total : undefined} text=${state.total > 0 ? `${state.done} of ${plural(state.total, "trial")} prepared` : "Waiting"} />
      <div class="row"><${Button} onClick=${() => ask(() => api.delete(`${path}/preparation`))}>Stop<//></div>`}
    ${state.state === "cancelled" && html`<p role="status">Stopped. What was prepared stays.</p>`}
    ${state.state === "failed" && html`<${Notice} tone="bad">${state.message}<//>`}
    ${problem && html`<${Notice} tone="bad">${problem}<//>`}
    ${test.report && html`<${ReportView} report=${test.report} />`}
    ${children}
  </section>`;
}
