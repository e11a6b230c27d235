// @ts-check
import { useEffect, useMemo } from "/lib/preact-hooks.js";
import { useStore } from "../../ui/use-store.js";
import { Playback } from "./playback.js";

/**
 * A page's sounds, loaded and closed with it.
 * @param {import("./visit.js").Visit} visit
 * @param {import("./playback.js").Source[]} sources
 * @param {import("./playback.js").PlaybackRules} rules
 * @param {string} active
 */
export function usePlayback(visit, sources, rules, active) {
  const key = sources.map((source) => source.audio).join();
  const playback = useMemo(() => new Playback(visit.log), [key]);
  const state = useStore(playback.state);
  useEffect(() => {
    void playback.load(sources, rules, active);
    return () => playback.close();
  }, [playback]);
  return { playback, state, reload: () => playback.load(sources, rules, active) };
}
