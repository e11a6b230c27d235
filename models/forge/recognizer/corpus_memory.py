"""The training utterances in memory, and batches of similar length drawn from them."""

import random

import numpy as np
import torch

from . import shards
from .alphabet import CHARACTER_INDEX, PHONE_INDEX, WORD_BOUNDARY, encode_characters, encode_phones
from .network import Recognizer
from .pronunciations import pronounce

_NATURAL = ("slt", "awb")


class Utterances:
    """Grows with the shards found in a folder, so that training can begin while data is still being made."""

    def __init__(self, folder):
        self._folder = folder
        self._known = set()
        self.features, self.phones, self.characters, self.voices = [], [], [], []
        self.lengths = np.zeros(0, int)

    def refresh(self):
        """Take in new shards; utterances too short for their phones are left out."""
        found = set()
        for path, features, text, voice in shards.read(self._folder, self._known):
            found.add(path)
            phones = encode_phones(text, pronounce)
            frames = Recognizer.frames_out(len(features))
            repeats = sum(a == b for a, b in zip(phones, phones[1:]))
            if len(phones) + repeats + 1 > frames or len(text) > frames + 8:
                continue
            self.features.append(features)
            self.phones.append(phones)
            self.characters.append(encode_characters(text))
            self.voices.append(voice)
        self._known |= found
        self.lengths = np.array([len(features) for features in self.features], int)
        return len(found)

    def batches(self, seconds, clean_and_short=False):
        """Lists of indices, each batch at most `seconds` long with padding; the two natural voices appear twice."""
        order = np.arange(len(self.features))
        if clean_and_short:
            clean = np.array(["degraded" not in voice for voice in self.voices])
            order = order[clean & (self.lengths < 350)]
        else:
            natural = np.array([any(name in voice for name in _NATURAL) for voice in self.voices])
            order = np.concatenate([order, order[natural]])
        order = order[np.argsort(self.lengths[order] + np.random.uniform(-15, 15, len(order)), kind="stable")]
        batches, current, longest = [], [], 0
        for index in order:
            if current and max(longest, self.lengths[index]) * (len(current) + 1) > seconds * 100:
                batches.append(current)
                current, longest = [], 0
            current.append(index)
            longest = max(longest, self.lengths[index])
        batches.append(current)
        random.shuffle(batches)
        return batches

    def sample(self, batch, pauses=None):
        """(features [batch, frames, 64] padded with the last frame, lengths, phone targets, character targets).

        With `pauses`, utterances get silence and noise around them, and some are joined with another of the batch.
        """
        rows = []
        for position, index in enumerate(batch):
            features = self.features[index].astype(np.float32)
            phones, characters = self.phones[index], self.characters[index]
            if pauses is not None:
                other = batch[position - 1]
                if pauses.joins() and len(features) + self.lengths[other] < 900:
                    features = pauses.join(features, self.features[other].astype(np.float32))
                    phones = phones + [BOUNDARY_PHONE] + self.phones[other]
                    characters = characters + [BOUNDARY_CHARACTER] + self.characters[other]
                features = pauses.around(features)
            rows.append((features, phones, characters))
        lengths = [len(features) for features, _, _ in rows]
        padded = torch.zeros(len(rows), max(lengths), 64)
        for row, (features, _, _) in enumerate(rows):
            padded[row, :lengths[row]] = torch.from_numpy(features)
            padded[row, lengths[row]:] = padded[row, lengths[row] - 1]
        return padded, lengths, [phones for _, phones, _ in rows], [characters for _, _, characters in rows]


BOUNDARY_PHONE = PHONE_INDEX[WORD_BOUNDARY]
BOUNDARY_CHARACTER = CHARACTER_INDEX[WORD_BOUNDARY]
BLANK_PHONE = PHONE_INDEX["<blank>"]
BLANK_CHARACTER = CHARACTER_INDEX["<blank>"]
