// @ts-check
import { html } from "/lib/htm-preact.js";
import { useEffect, useId, useRef, useState } from "/lib/preact-hooks.js";
import { t } from "../words.js";

const settleMilliseconds = 800;

/** The listener types what was said; the text goes out when typing rests. @param {import("./design-props.js").DesignProps} props */
export function TranscriptionField({ trial, answers, missing, rate }) {
  const { label } = trial.stimuli[0] ?? { label: "A" };
  const scale = trial.scales[0]?.id ?? "transcription";
  const given = answers.get(`${label}/${scale}`)?.text ?? "";
  const [text, setText] = useState(given);
  const unsent = useRef(/** @type {string | null} */ (null));
  const timer = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));
  const id = useId();
  const settle = () => {
    clearTimeout(timer.current);
    const settled = unsent.current?.trim();
    unsent.current = null;
    if (settled) rate({ label, scale, text: settled });
  };
  const latest = useRef(settle);
  latest.current = settle;
  useEffect(() => {
    const leave = () => latest.current();
    addEventListener("speechscoop-settle-ratings", leave);
    return () => {
      leave();
      removeEventListener("speechscoop-settle-ratings", leave);
    };
  }, []);
  const input = (/** @type {any} */ event) => {
    setText(event.currentTarget.value);
    unsent.current = event.currentTarget.value;
    clearTimeout(timer.current);
    timer.current = setTimeout(settle, settleMilliseconds);
  };
  return html`<div class="field"><label for=${id}>${t("transcription.label")}</label>
    <textarea class="input" id=${id} rows="3" maxlength="2000" autocomplete="off" autocapitalize="off" spellcheck=${false} aria-invalid=${missing.some((entry) => entry.kind === "rate") ? "true" : undefined}
      value=${text} onInput=${input} onBlur=${settle}></textarea></div>`;
}
