// @ts-check
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";
import { api, messageOf } from "../../ui/api.js";

/** @typedef {import("./types.js").Test} Test */
/** @typedef {import("./types.js").Definition} Definition */

/** How long changes must rest before they are saved, in milliseconds. */
const restMs = 500;

/**
 * A test and its draft: changes are saved by themselves, one save after the other.
 * @param {string} id
 */
export function useTest(id) {
  const [test, setTest] = useState(/** @type {Test | null} */ (null));
  const [definition, setDefinition] = useState(/** @type {Definition | null} */ (null));
  const [saving, setSaving] = useState(/** @type {"saved" | "waiting" | "saving" | "failed"} */ ("saved"));
  const [problem, setProblem] = useState("");
  const work = useRef({ latest: /** @type {Definition | null} */ (null), timer: 0, chain: Promise.resolve() });

  const read = async () => {
    try {
      const found = /** @type {Test} */ (await api.get(`/api/listening-tests/${encodeURIComponent(id)}`));
      setTest(found);
      if (!work.current.latest) setDefinition(found.definition);
      setProblem("");
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  useEffect(() => void read(), [id]);

  const save = async () => {
    const sent = work.current.latest;
    if (!sent) return;
    setSaving("saving");
    try {
      const saved = /** @type {Test} */ (await api.put(`/api/listening-tests/${encodeURIComponent(id)}`, { definition: sent }));
      setTest(saved);
      setProblem("");
      if (work.current.latest === sent) {
        work.current.latest = null;
        setSaving("saved");
      }
    } catch (error) {
      setProblem(messageOf(error));
      setSaving("failed");
    }
  };
  /** Saves what is not saved yet; resolves when all is. */
  const flush = () => {
    clearTimeout(work.current.timer);
    work.current.chain = work.current.chain.then(save);
    return work.current.chain.then(() => work.current.latest === null);
  };
  useEffect(() => {
    const leave = (/** @type {BeforeUnloadEvent} */ event) => {
      if (work.current.latest) event.preventDefault();
    };
    addEventListener("beforeunload", leave);
    return () => removeEventListener("beforeunload", leave);
  }, []);

  /** @param {Definition} changed */
  const change = (changed) => {
    setDefinition(changed);
    setSaving("waiting");
    work.current.latest = changed;
    clearTimeout(work.current.timer);
    work.current.timer = setTimeout(flush, restMs);
  };
  return { test, definition, saving, problem, change, flush, read, setTest };
}
