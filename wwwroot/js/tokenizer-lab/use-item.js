// @ts-check
import { useEffect, useMemo, useState } from "/lib/preact-hooks.js";
import { audioContext } from "../live/audio/decode.js";
import { peaksOf } from "../playback/peaks.js";
import { SwitchPlayer } from "../playback/switch-player.js";
import { loudestOf } from "../spectrograms/image.js";
import { readSpectrogram, spectrogramAddress } from "../spectrograms/read-spectrogram.js";
import { wholeView } from "../spectrograms/view.js";
import { api, messageOf } from "../ui/api.js";

/** @typedef {import("./types.js").Item} Item */

/** The original's place among the sounds. */
export const original = "original";

/**
 * A clip with everything that was made of it.
 * @param {string} runId @param {string} itemId @param {number} version another one asks again
 */
export function useItem(runId, itemId, version) {
  const [state, setState] = useState(/** @type {{ item: Item | null, problem: string }} */ ({ item: null, problem: "" }));
  useEffect(() => {
    const stop = new AbortController();
    api.get(`/api/tokenizer-lab/${encodeURIComponent(runId)}/items/${encodeURIComponent(itemId)}`, { signal: stop.signal }).then(
      (item) => setState({ item, problem: "" }),
      (error) => stop.signal.aborted || setState({ item: null, problem: messageOf(error) }),
    );
    return () => stop.abort();
  }, [runId, itemId, version]);
  return state;
}

/**
 * The level at which a clip's colours end: the next ten decibels above its loudest.
 * @param {Item | null} item
 */
export function useTopDb(item) {
  const [topDb, setTopDb] = useState(0);
  useEffect(() => {
    if (!item) return undefined;
    let isOld = false;
    const view = wholeView({ seconds: item.seconds, hertz: item.sampleRate / 2 });
    readSpectrogram(spectrogramAddress({ clip: item.original, view, width: 128, height: 64, window: 0.02 })).then(
      (image) => isOld || setTopDb(Math.max(-60, Math.ceil((loudestOf(image) + 1) / 10) * 10)),
      () => {}, // the spectrogram itself says what is wrong
    );
    return () => { isOld = true; };
  }, [item]);
  return topDb;
}

/**
 * The sounds of a clip in one player: asked for when someone wants to hear them, for they are large.
 * @param {Item | null} item @param {string} wanted the condition to begin with; empty while nobody wants to hear
 */
export function useSounds(item, wanted) {
  const player = useMemo(() => (wanted ? new SwitchPlayer(audioContext()) : null), [wanted !== ""]);
  const [state, setState] = useState({ loaded: 0, problem: "", peaks: /** @type {import("../ui/waveform.js").Peaks | null} */ (null) });
  const sounds = item ? [{ label: original, clip: item.original }, ...item.outputs.flatMap(({ condition, clip }) => (clip ? [{ label: condition, clip }] : []))] : [];
  useEffect(() => {
    if (!player || !item) return undefined;
    const stop = new AbortController();
    setState({ loaded: 0, problem: "", peaks: null });
    const load = async () => {
      /** @type {Map<string, AudioBuffer>} */
      const clips = new Map();
      for (const { label, clip } of sounds) {
        clips.set(label, await player.context.decodeAudioData(await api.bytes(`/api/clips/${clip}.wav`, { signal: stop.signal })));
        if (stop.signal.aborted) return;
        setState((now) => ({ ...now, loaded: clips.size }));
      }
      player.load(clips, clips.has(wanted) ? wanted : original);
      const first = clips.get(original);
      setState((now) => ({ ...now, peaks: first ? peaksOf(first.getChannelData(0), 1200) : null }));
      void player.play();
    };
    load().catch((error) => stop.signal.aborted || setState((now) => ({ ...now, problem: messageOf(error) })));
    return () => {
      stop.abort();
      player.pause();
    };
  }, [player, item?.itemId, sounds.length]);
  return { player, ...state, total: sounds.length };
}
