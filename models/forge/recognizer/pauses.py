"""Silence and background noise without speech, as features: what a microphone gives before, between and after sentences.

Without them in training the network takes long pauses, which no synthesizer makes, for soft consonants.
"""

import numpy as np

from .degrade import RATE, noise
from .features import log_mel

_CLIPS = 300
_SECONDS = 5.0


def bank(seed=11):
    """[clips, frames, 64]: exact zeros, and five kinds of noise at -95 to -40 dB below full scale, also mixed with hiss."""
    rng = np.random.default_rng(seed)
    count = int(_SECONDS * RATE)
    clips = []
    for index in range(_CLIPS):
        samples = np.zeros(count, np.float32)
        if index % 8:
            samples = noise(count, rng)
            samples *= 10 ** (rng.uniform(-95, -40) / 20) / np.sqrt(np.mean(samples ** 2) + 1e-12)
            samples += rng.standard_normal(count).astype(np.float32) * 10 ** rng.uniform(-5.5, -3.3)
        clips.append(log_mel(samples))
    return np.stack(clips)


class Pauses:
    """Draws pauses of 0.3 to 5 s, from the bank or like the quietest moment of an utterance. `rng` is a numpy Generator."""

    def __init__(self, seed=11):
        self._bank = bank(seed)
        self._rng = np.random.default_rng(seed + 1)

    def _pause(self, utterance):
        frames = int(100 * np.exp(self._rng.uniform(np.log(0.3), np.log(_SECONDS))))
        if self._rng.random() < 0.3:
            quietest = utterance[np.argmin(utterance.mean(1))]
            return quietest + self._rng.uniform(0, 0.8) * self._rng.standard_normal((frames, len(quietest))).astype(np.float32)
        return self._bank[self._rng.integers(len(self._bank)), :frames]

    def around(self, utterance):
        """The utterance [frames, 64] with a pause before it, behind it, or both, in 2 of 10 cases; else as it is."""
        choice = self._rng.random()
        if choice > 0.2:
            return utterance
        parts = [utterance]
        if choice < 0.12:
            parts.append(self._pause(utterance))
        if choice > 0.08:
            parts.insert(0, self._pause(utterance))
        return np.concatenate(parts)

    def join(self, first, second):
        """Two utterances with a pause between."""
        return np.concatenate([first, self._pause(first), second])

    def joins(self):
        """Whether the next utterance is to be joined with another: one in twenty."""
        return self._rng.random() < 0.05
