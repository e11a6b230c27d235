// @ts-check
/** Which parts of which clips have sounded, in spans of a tenth of a second. */

const span = 0.1;
/** Share of a clip that counts as all of it: fades and the last span's rest are not held against a listener. */
const whole = 0.97;

export class Heard {
  /** @type {Map<string, { length: number, spans: Set<number>, plays: number }>} */
  #clips = new Map();

  /** @param {string} label @param {number} length seconds */
  clip(label, length) {
    if (!this.#clips.has(label)) this.#clips.set(label, { length, spans: new Set(), plays: 0 });
  }

  /** The clips of the page. */
  labels() {
    return this.#clips.keys();
  }

  /** A clip began to sound. @param {string} label */
  start(label) {
    const clip = this.#clips.get(label);
    if (clip) clip.plays++;
  }

  /** A clip sounded between two positions, in seconds; the second lies before the first where the loop came round. @param {string} label @param {number} from @param {number} to @param {readonly [number, number]} loop */
  sounded(label, from, to, loop) {
    const clip = this.#clips.get(label);
    if (!clip) return;
    if (to < from) {
      this.sounded(label, from, loop[1], loop);
      this.sounded(label, loop[0], to, loop);
      return;
    }
    for (let i = Math.floor(from / span); i * span < to; i++) clip.spans.add(i);
  }

  /** How often a clip was started. @param {string} label */
  plays(label) {
    return this.#clips.get(label)?.plays ?? 0;
  }

  /** @param {string} label */
  started(label) {
    return this.plays(label) > 0;
  }

  /** Whether it was started and every part has sounded. @param {string} label */
  finished(label) {
    const clip = this.#clips.get(label);
    return clip !== undefined && clip.plays > 0 && clip.spans.size >= Math.floor((clip.length / span) * whole);
  }
}
