// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useState } from "/lib/preact-hooks.js";
import { Notice } from "../../../ui/components.js";
import { Choices } from "../designs/choices.js";
import { onKeys } from "../keys.js";
import { Transport } from "../transport.js";
import { usePlayback } from "../use-playback.js";
import { t } from "../words.js";
import { NextButton, PageFrame, useCompletion } from "./page-frame.js";

/** @typedef {import("../types.js").HeadphoneResult} HeadphoneResult */

/** Three tones at a time, which one is the quietest; the whole screen may be tried again. @param {import("./page-frame.js").PageProps} props */
export function HeadphonesPage({ visit, page, session }) {
  const questions = page.questions ?? [];
  const { busy, setBusy } = useCompletion(visit, page);
  const [choices, setChoices] = useState(/** @type {number[]} */ ([]));
  const [result, setResult] = useState(/** @type {HeadphoneResult | null} */ (null));
  const [next, setNext] = useState(session);

  const choose = async (/** @type {number} */ choice) => {
    const all = [...choices, choice];
    setChoices(all);
    if (all.length < questions.length) return;
    setBusy(true);
    try {
      const answered = await visit.answer(page, { choices: all });
      setResult(answered.headphones ?? null);
      setNext(answered);
      if (answered.outcome !== "running" || answered.headphones?.passed !== false) await visit.follow(answered);
    } catch { /* the notice says why */
      setChoices([]);
    }
    setBusy(false);
  };
  const again = async () => {
    await visit.follow(next, true); // other tones
    setResult(null);
    setChoices([]);
  };
  const heading = page.title || t("headphones.title");
  if (result && !result.passed) {
    const retry = result.attemptsLeft > 0 && next.position === page.index;
    return html`<${PageFrame} visit=${visit} heading=${heading} actions=${retry ? html`<${NextButton} label=${t("problem.again")} onClick=${again} />` : html`<${NextButton} onClick=${() => visit.follow(next)} />`}>
      <${Notice} tone="warn">${retry ? t("headphones.again") : t("headphones.failed")}<//>
    <//>`;
  }
  const index = Math.min(choices.length, questions.length - 1);
  return html`<${PageFrame} visit=${visit} heading=${heading} text=${page.text || t("headphones.text")}>
    <${Question} key=${questions[index]?.audio} visit=${visit} audio=${questions[index]?.audio ?? ""} index=${index} count=${questions.length} busy=${busy} onChoose=${choose} />
  <//>`;
}

/** @param {{ visit: import("../visit.js").Visit, audio: string, index: number, count: number, busy: boolean, onChoose: (choice: number) => void }} props */
function Question({ visit, audio, index, count, busy, onChoose }) {
  const { playback, state, reload } = usePlayback(visit, [{ label: "tones", audio }], { loop: false }, "tones");
  const [choice, setChoice] = useState(/** @type {number | null} */ (null));
  const [asked, setAsked] = useState(false);
  useEffect(() => onKeys({ toggle: () => playback.toggle(), digit: (digit) => digit >= 1 && digit <= 3 && setChoice(digit) }), [playback]);
  const complete = choice !== null && playback.heard.started("tones");
  return html`<div class="stack">
    <h2>${t("headphones.question", { n: index + 1, count })}</h2>
    <${Transport} playback=${playback} state=${state} onReload=${reload} />
    <${Choices} legend=${t("headphones.which")} value=${choice} onChoose=${setChoice} options=${[1, 2, 3].map((n) => ({ value: n, label: t("headphones.tone", { n }), key: `${n}` }))} />
    ${asked && !complete && html`<p class="problem" role="alert">${t("headphones.play")}</p>`}
    <div class="listen-actions"><${NextButton} busy=${busy} onClick=${() => (complete ? onChoose(/** @type {number} */ (choice)) : setAsked(true))} /></div>
  </div>`;
}
