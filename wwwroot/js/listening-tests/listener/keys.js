// @ts-check
/**
 * Keys of a page: space plays, digits and letters choose, Enter goes on. Fields that are typed into keep theirs.
 * @typedef {{ toggle?: () => void, digit?: (digit: number) => void, letter?: (letter: string) => boolean | void }} KeyActions `letter` gets upper case
 */

/** @param {EventTarget | null} target */
const isTyping = (target) => target instanceof HTMLElement && target.matches("textarea, select, input:not([type=range], [type=checkbox], [type=radio])");
/** Buttons and links have space themselves; so do radio buttons that are not chosen yet. @param {EventTarget | null} target */
const usesSpace = (target) => target instanceof HTMLElement && target.closest("button, a, summary, input[type=checkbox], input[type=radio]:not(:checked)") !== null;

/** @param {KeyActions} actions @returns {() => void} ends it */
export function onKeys(actions) {
  const pressed = (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (event.key === " " && actions.toggle && !usesSpace(event.target)) {
      event.preventDefault();
      if (!event.repeat) actions.toggle();
    } else if (/^[0-9]$/.test(event.key)) actions.digit?.(Number(event.key));
    else if (/^[a-z]$/i.test(event.key)) actions.letter?.(event.key.toUpperCase());
  };
  document.addEventListener("keydown", pressed);
  return () => document.removeEventListener("keydown", pressed);
}
