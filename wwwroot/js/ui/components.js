// @ts-check
import { html } from "/lib/htm-preact.js";
import { useId } from "/lib/preact-hooks.js";

/** @typedef {import("preact").ComponentChildren} Children */

/**
 * @param {{ kind?: "primary" | "danger" | "quiet", size?: "small" | "large", type?: "button" | "submit", children?: Children, class?: string, [attribute: string]: unknown }} props
 */
export function Button({ kind, size, type = "button", class: extra, children, ...rest }) {
  return html`<button type=${type} class=${["button", kind, size, extra].filter(Boolean).join(" ")} ...${rest}>${children}</button>`;
}

/**
 * A labelled field. `children` is a function from the attributes that tie the control to its label, hint and problem.
 * @param {{ label: Children, hint?: Children, problem?: string | null, children: (attributes: Record<string, unknown>) => Children }} props
 */
export function Field({ label, hint, problem, children }) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ");
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${children({ id, class: "input", "aria-describedby": described || undefined, "aria-invalid": problem ? "true" : undefined })}
    ${hint && html`<span class="hint" id=${`${id}-hint`}>${hint}</span>`}
    ${problem && html`<span class="problem" id=${`${id}-problem`} role="alert">${problem}</span>`}
  </div>`;
}

/** @param {{ checked: boolean, onChange: (checked: boolean) => void, children?: Children, disabled?: boolean }} props */
export function Check({ checked, onChange, children, disabled }) {
  return html`<label class="check">
    <input type="checkbox" checked=${checked} disabled=${disabled} onChange=${(/** @type {any} */ event) => onChange(event.currentTarget.checked)} />
    <span>${children}</span>
  </label>`;
}

/** @param {{ tone?: "good" | "warn" | "bad" | "accent", children?: Children }} props */
export function Tag({ tone, children }) {
  return html`<span class=${`tag ${tone ?? ""}`}>${children}</span>`;
}

/**
 * Progress that says in words what is happening.
 * @param {{ value?: number, text: Children, label: string }} props value 0..1; without it the end is not known
 */
export function Progress({ value, text, label }) {
  return html`<div class="progress">
    <progress aria-label=${label} max="1" ...${value === undefined ? {} : { value }}></progress>
    <span>${text}</span>
  </div>`;
}

/** @param {{ title: string, children?: Children, level?: 2 | 3 }} props */
export function EmptyState({ title, children, level = 2 }) {
  const heading = level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`;
  return html`<div class="empty">${heading}${children}</div>`;
}

/**
 * An inline message. Tones "warn" and "bad" are announced at once, others politely.
 * @param {{ tone?: "info" | "good" | "warn" | "bad", title?: Children, children?: Children, onClose?: () => void }} props
 */
export function Notice({ tone = "info", title, children, onClose }) {
  return html`<div class="notice" data-tone=${tone} role=${tone === "bad" || tone === "warn" ? "alert" : "status"}>
    <div class="body">
      ${title && html`<span class="title">${title}</span>`}
      ${children && html`<div>${children}</div>`}
    </div>
    ${onClose && html`<${Button} kind="quiet" size="small" onClick=${onClose}>Dismiss<//>`}
  </div>`;
}

/**
 * A list of figures: term above value.
 * @param {{ items: (readonly [term: string, value: Children] | null | false | undefined)[] }} props
 */
export function Figures({ items }) {
  return html`<dl class="figures">
    ${items.map((item) => item && html`<div key=${item[0]}><dt>${item[0]}</dt><dd>${item[1]}</dd></div>`)}
  </dl>`;
}
