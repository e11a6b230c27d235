// @ts-check
/**
 * The frame of every page: header with navigation, connection, listener's name and theme, and the page's notices.
 * A page has `<header class="shell" id="shell">` and `<div class="notices" id="notices">` and calls mountShell once.
 */
import { html, render } from "/lib/htm-preact.js";
import { useEffect, useRef } from "/lib/preact-hooks.js";
import { Button } from "./components.js";
import { listenerName, setListenerName } from "./listener.js";
import { PageNotices } from "./notices.js";
import { createStore } from "./store.js";
import { setTheme, theme } from "./theme.js";
import { useStore } from "./use-store.js";

/** @typedef {"none" | "connecting" | "connected" | "reconnecting" | "disconnected"} ConnectionState */

const pages = /** @type {const} */ ([
  ["live", "Live"],
  ["recognizers", "Recognizers"],
  ["synthesis-lab", "Voices"],
  ["tokenizer-lab", "Tokenizers"],
  ["tests", "Tests"],
  ["compare", "Compare"],
  ["outputs", "Outputs"],
  ["datasets", "Datasets"],
  ["runs", "Runs"],
  ["metrics", "Metrics"],
  ["systems", "Systems"],
  ["vendors", "Vendors"],
]);

/** @typedef {typeof pages[number][0] | ""} PageName */

/** State of the page's live connection; "none" (nothing shown) on pages that have none. */
export const connection = createStore(/** @type {ConnectionState} */ ("none"));

/** @type {Record<ConnectionState, string>} */
const connectionWords = { none: "", connecting: "Connecting", connected: "Connected", reconnecting: "Reconnecting", disconnected: "Not connected" };

/** @type {Record<string, { next: import("./theme.js").Theme, words: string, path: string }>} */
const themes = {
  auto: { next: "light", words: "Auto", path: "M8 2a6 6 0 1 0 0 12V2Zm0-1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z" },
  light: { next: "dark", words: "Light", path: "M8 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM7.3 0h1.4v3H7.3Zm0 13h1.4v3H7.3ZM0 7.3h3v1.4H0Zm13 0h3v1.4h-3Z" },
  dark: { next: "auto", words: "Dark", path: "M6.2 1.2A6.5 6.5 0 0 0 14.8 9.8 7 7 0 1 1 6.2 1.2Z" },
};

function ThemeButton() {
  const now = themes[useStore(theme)];
  return html`<button type="button" class="shell-tool" onClick=${() => setTheme(now.next)} aria-label=${`Theme: ${now.words}. Change to ${themes[now.next].words}`}>
    <svg viewBox="0 0 16 16" width="14" height="14" fill="currentColor" aria-hidden="true"><path d=${now.path} /></svg>${now.words}
  </button>`;
}

function ListenerMenu() {
  const name = useStore(listenerName);
  const menu = useRef(/** @type {HTMLDetailsElement | null} */ (null));
  const close = () => {
    if (!menu.current?.open) return;
    menu.current.open = false;
    if (menu.current.contains(document.activeElement)) menu.current.querySelector("summary")?.focus();
  };
  useEffect(() => {
    const outside = (/** @type {Event} */ event) => {
      if (menu.current?.open && !menu.current.contains(/** @type {Node} */ (event.target))) menu.current.open = false;
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, []);
  const save = (/** @type {any} */ event) => {
    event.preventDefault();
    setListenerName(new FormData(event.currentTarget).get("listener")?.toString() ?? "");
    close();
  };
  return html`<details class="shell-listener" ref=${menu} onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === "Escape" && close()}>
    <summary title="Name under which ratings are stored"><span><span class="visually-hidden">Listener: </span>${name}</span></summary>
    <form onSubmit=${save}>
      <div class="field">
        <label for="shell-listener-name">Your name as a listener</label>
        <input class="input" id="shell-listener-name" name="listener" maxlength="80" autocomplete="nickname" defaultValue=${name === "anonymous" ? "" : name} placeholder="anonymous" />
        <span class="hint">Stored with each rating, so that comparisons can be filtered by listener.</span>
      </div>
      <${Button} type="submit" kind="primary">Use this name<//>
    </form>
  </details>`;
}

function Connection() {
  const state = useStore(connection);
  return html`<span class="shell-connection" data-state=${state} role="status" hidden=${state === "none"} title=${connectionWords[state]}>
    <span class="label">${connectionWords[state]}</span>
  </span>`;
}

/** @param {{ page: PageName }} props */
function Header({ page }) {
  const nav = useRef(/** @type {HTMLElement | null} */ (null));
  // On a telephone the navigation is wider than the window: the current page's name is in sight.
  useEffect(() => {
    const current = nav.current?.querySelector("[aria-current]");
    if (nav.current && current instanceof HTMLElement) nav.current.scrollLeft = current.offsetLeft - (nav.current.clientWidth - current.offsetWidth) / 2;
  }, [page]);
  return html`<div class="shell-row">
    <a class="shell-brand" href="/">
      <svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" aria-hidden="true">
        <path d="M3 10v4M7.5 6v12M12 3v18M16.5 7v10M21 10.5v3" />
      </svg>SpeechScoop
    </a>
    <nav class="shell-nav" aria-label="Pages" ref=${nav}>
      ${pages.map(([id, title]) => html`<a key=${id} href=${`/${id}`} aria-current=${page === id ? "page" : undefined}>${title}</a>`)}
    </nav>
    <div class="shell-tools"><${Connection} /><${ListenerMenu} /><${ThemeButton} /></div>
  </div>`;
}

/**
 * Fills the page's header and notices.
 * @param {PageName} page which navigation link is current; "" for none
 */
export function mountShell(page) {
  const header = document.getElementById("shell");
  const notices = document.getElementById("notices");
  if (header) render(html`<${Header} page=${page} />`, header);
  if (notices) render(html`<${PageNotices} />`, notices);
}
