// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";
import { Button, Notice } from "../../../ui/components.js";
import { onKeys } from "../keys.js";
import { usePlayback } from "../use-playback.js";
import { t } from "../words.js";
import { NextButton, PageFrame, useCompletion } from "./page-frame.js";

const length = 3;
const label = "digits";
const keypad = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** Three digits in noise, played once and typed; the server decides how loud the next ones are. @param {import("./page-frame.js").PageProps} props */
export function DigitsPage({ visit, page, session }) {
  const { busy, setBusy } = useCompletion(visit, page);
  const [number, setNumber] = useState(page.digits?.number ?? 1);
  const count = page.digits?.count ?? 1;
  useEffect(() => setNumber(page.digits?.number ?? 1), [page]);
  const answer = async (/** @type {string} */ digits) => {
    setBusy(true);
    try {
      const answered = await visit.answer(page, { triplet: number, digits });
      if (answered.digits && answered.digits.number <= count && answered.position === page.index) setNumber(answered.digits.number);
      else await visit.follow(answered);
    } catch (error) {
      // Another tab was here: what comes next is read anew.
      if (/** @type {{ code?: string }} */ (error).code === "triplet-passed") await visit.follow(session, true);
    }
    setBusy(false);
  };
  return html`<${PageFrame} visit=${visit} heading=${page.title || t("digits.title")} text=${page.text || t("digits.text")}>
    <${Triplet} key=${number} visit=${visit} audio=${`${page.audio}/${number}`} number=${number} count=${count} busy=${busy} onAnswer=${answer} />
  <//>`;
}

/** @param {{ visit: import("../visit.js").Visit, audio: string, number: number, count: number, busy: boolean, onAnswer: (digits: string) => void }} props */
function Triplet({ visit, audio, number, count, busy, onAnswer }) {
  const { playback, state, reload } = usePlayback(visit, [{ label, audio }], { loop: false }, label);
  const [typed, setTyped] = useState("");
  const played = playback.heard.started(label);
  const complete = typed.length === length && played;
  const play = () => { if (!playback.heard.started(label)) playback.hear(label); };
  const type = (/** @type {string} */ digit) => setTyped((known) => (playback.heard.started(label) && known.length < length ? known + digit : known));
  const remove = () => setTyped((known) => known.slice(0, -1));
  const send = () => { if (complete && !busy) onAnswer(typed); };
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => onKeys({ toggle: play, digit: (digit) => type(String(digit)) }), [playback]);
  useEffect(() => {
    const pressed = (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Backspace") remove();
      // A button that has the focus is pressed by Enter itself.
      else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) latest.current();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
  return html`<div class="stack digits">
    <h2>${t("digits.number", { n: number, count })}</h2>
    ${state.problem && html`<${Notice} tone="bad" title=${t("audio.problem")}>${state.problem} <${Button} size="small" onClick=${reload}>${t("problem.again")}<//><//>`}
    <div><${Button} kind=${played ? undefined : "primary"} size="large" disabled=${state.loading || played} onClick=${play}>${state.loading ? t("audio.loading") : t("digits.play")}<//></div>
    <p class="digits-typed"><span class="soft">${t("digits.typed")}</span> <output class="num" aria-live="polite">${typed ? typed.split("").join(" ") : html`<span class="visually-hidden">${t("digits.none")}</span>`}</output></p>
    <div class="keypad">
      ${keypad.map((digit) => html`<${Button} key=${digit} disabled=${!played || typed.length === length} onClick=${() => type(digit)}>${digit}<//>`)}
      <span></span><${Button} disabled=${!played || typed.length === length} onClick=${() => type("0")}>0<//>
      <${Button} disabled=${typed === ""} aria-label=${t("digits.delete")} onClick=${remove}>⌫<//>
    </div>
    <div class="listen-actions"><${NextButton} busy=${busy} disabled=${!complete} onClick=${send} /></div>
  </div>`;
}
