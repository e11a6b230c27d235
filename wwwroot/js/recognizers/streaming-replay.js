// @ts-check
// One recording with its event logs on one line of time, replayed with the sound.
import { html } from "/lib/htm-preact.js";
import { useEffect, useRef, useState } from "/lib/preact-hooks.js";
import { fixedAxis } from "../plots/axis.js";
import { useWidth } from "../plots/use-width.js";
import { Button } from "../ui/components.js";
import { number, plural, seconds } from "../ui/format.js";
import { PlayIcon } from "../ui/play-icon.js";
import { SystemName, systemColour } from "../ui/system-mark.js";
import { lengthOf, marksOf, shownAt } from "./streaming-log.js";
import { speechWords, timeOr } from "./streaming-words.js";

/** @typedef {import("./types.js").StreamingLog} Log */

const height = 46, middle = 15;

/** One system's events on the line of time. @param {{ log: Log, length: number, playhead: number | null, colour: number, title: string }} props */
function Timeline({ log, length, playhead, colour, title }) {
  const [frame, width] = useWidth(600);
  const axis = fixedAxis(0, length, Math.max(3, Math.floor(width / 120)));
  const x = (/** @type {number} */ time) => 6 + axis.at(time) * (width - 12);
  const { speech } = log.score;
  const marks = marksOf(log.events);
  const count = (/** @type {string} */ kind) => marks.filter((mark) => mark.kind === kind).length;
  const label = `${title} on the line of time: ${plural(count("partial") + count("revision"), "partial result")}, ${plural(count("revision"), "of them a revision", "of them revisions")}, ${plural(count("final"), "final result")}`;
  return html`<div class="timeline" ref=${frame}><svg role="img" aria-label=${label} width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`}>
    ${speech && html`<rect class="timeline-speech" x=${x(speech.start)} y="3" width=${Math.max(1, x(speech.end) - x(speech.start))} height="24" />`}
    <line class="timeline-line" x1=${x(0)} x2=${x(length)} y1=${middle} y2=${middle} />
    ${axis.ticks.map((tick) => html`<g key=${tick}><line class="timeline-line" x1=${x(tick)} x2=${x(tick)} y1="27" y2="31" /><text class="timeline-tick" x=${x(tick)} y="43" text-anchor=${tick === 0 ? "start" : x(tick) > width - 24 ? "end" : "middle"}>${`${tick}\u202fs`}</text></g>`)}
    ${marks.map((mark, index) => {
      const at = x(mark.wall);
      if (mark.kind === "end") return html`<line key=${index} class="timeline-end" x1=${at} x2=${at} y1="1" y2="29"><title>${`${seconds(mark.wall)}: the audio ended`}</title></line>`;
      if (mark.kind === "final") return html`<path key=${index} class="timeline-mark" fill=${systemColour(colour)} d=${`M${at - 6} ${middle - 10}h12l-6 11Z`}><title>${`${seconds(mark.wall)}, final: ${mark.text}`}</title></path>`;
      return mark.kind === "revision"
        ? html`<path key=${index} class="timeline-revision" d=${`M${at - 4} ${middle - 4}l8 8m0-8l-8 8`}><title>${`${seconds(mark.wall)}, words changed: ${mark.text}`}</title></path>`
        : html`<line key=${index} class="timeline-partial" stroke=${systemColour(colour)} x1=${at} x2=${at} y1=${middle - 7} y2=${middle + 7}><title>${`${seconds(mark.wall)}: ${mark.text}`}</title></line>`;
    })}
    ${playhead !== null && html`<line class="timeline-head" x1=${x(playhead)} x2=${x(playhead)} y1="0" y2="31" />`}
  </svg></div>`;
}

/** The words as they stood. @param {{ log: Log, time: number, title: string }} props */
function Words({ log, time, title }) {
  const segments = shownAt(log.events, time);
  return html`<p class="streamed-words" dir="auto" role="group" aria-label=${`Words of ${title}`}>${segments.length === 0 ? html`<span class="faint">nothing yet</span>` : segments.map((segment, at) => html`<span key=${at} class=${segment.final ? "final" : "partial"}>
    ${segment.words.map((word, index) => html`<bdi key=${index} class=${word.changes ? "changes" : undefined}>${word.text}</bdi> `)}</span>`)}</p>`;
}

/** @param {{ item: import("./types.js").StreamingItem, systems: { id: string, title: string, colour: number }[] }} props */
export function StreamingReplay({ item, systems }) {
  const length = Math.max(0.1, lengthOf(item.logs));
  const [time, setTime] = useState(/** @type {number | null} */ (null));
  const [playing, setPlaying] = useState(false);
  const [problem, setProblem] = useState("");
  const audio = useRef(/** @type {HTMLAudioElement | null} */ (null));

  useEffect(() => {
    if (!playing) return;
    // The sound leads while there is any; what came after its end, or without a recording, runs by the clock.
    let frame = 0, last = performance.now(), now = time ?? 0;
    const follow = (/** @type {number} */ stamp) => {
      const sound = audio.current;
      now = sound && !sound.paused && !sound.ended ? sound.currentTime : now + Math.max(0, stamp - last) / 1000;
      last = stamp;
      if (now >= length) {
        setTime(null);
        setPlaying(false);
        return;
      }
      setTime(now);
      frame = requestAnimationFrame(follow);
    };
    frame = requestAnimationFrame(follow);
    return () => { cancelAnimationFrame(frame); audio.current?.pause(); };
  }, [playing]);

  const toggle = async () => {
    if (playing) return setPlaying(false);
    setProblem("");
    const from = time ?? 0;
    setTime(from);
    const sound = audio.current;
    if (sound && item.hasAudio && (!item.seconds || from < item.seconds)) {
      sound.currentTime = from;
      try {
        await sound.play();
      } catch {
        setProblem("The browser did not play the recording; the words are replayed without it.");
      }
    }
    setPlaying(true);
  };
  const seek = (/** @type {number} */ to) => {
    setPlaying(false);
    setTime(to);
  };

  return html`<article class="utterance stack-s">
    <div class="spread"><h4 class="utterance-key">${item.key}</h4><span class="faint">${[item.dataset, item.seconds === null ? null : seconds(item.seconds)].filter(Boolean).join(" · ")}</span></div>
    ${item.hasAudio && html`<audio ref=${audio} preload="none" hidden src=${`/api/datasets/items/${encodeURIComponent(item.id)}/audio`}></audio>`}
    <div class="replay-controls">
      <button type="button" class="button clip-play" aria-label=${`${playing ? "Pause" : "Replay"} ${item.key}`} onClick=${toggle}><${PlayIcon} playing=${playing} /></button>
      <input type="range" min="0" max=${length} step="0.01" value=${time ?? length} aria-label=${`Moment in the replay of ${item.key}`} aria-valuetext=${`${seconds(time ?? length)} of ${seconds(length)}`} onInput=${(/** @type {any} */ event) => seek(event.currentTarget.valueAsNumber)} />
      <span class="num faint">${time === null ? "the end" : seconds(time)}</span>
      ${time !== null && !playing && html`<${Button} kind="quiet" size="small" onClick=${() => setTime(null)}>To the end<span class="visually-hidden"> of ${item.key}</span><//>`}
    </div>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <p class="faint" dir="auto">Reference: ${item.referenceText || "nothing is said"}</p>
    ${item.logs.map((log, index) => {
      const system = systems[index];
      if (!log) return html`<p key=${system.id} class="soft"><${SystemName} system=${system} /> has no event log of this recording.</p>`;
      const { score } = log;
      return html`<div key=${system.id} class="stack-s replay-lane">
        <div class="spread"><${SystemName} system=${system} /><a class="faint" href=${`/api/outputs/${encodeURIComponent(log.outputId)}/events`} download>Event log<span class="visually-hidden"> of ${system.title} for ${item.key}</span></a></div>
        <${Timeline} log=${log} length=${length} playhead=${time} colour=${system.colour} title=${system.title} />
        <${Words} log=${log} time=${time ?? Number.POSITIVE_INFINITY} title=${system.title} />
        <p class="faint">First words ${timeOr(score.firstPartial, score.whyNoFirstPartial)} after speech began · final words ${timeOr(score.final, score.whyNoFinal)} after it ended${score.flushed && score.feed !== "whole" ? " (only as the audio ended)" : ""} · ${score.unstableWords} of ${plural(score.words, "word")} taken back${score.unstablePartialWordRatio === null ? "" : ` (${number(score.unstablePartialWordRatio, 2)})`} · ${speechWords(score.speech)}</p>
      </div>`;
    })}
    <p class="faint timeline-legend">On the line: | partial result · × words changed · ▼ final result · shaded: speech · dashed: the audio ended</p>
  </article>`;
}
