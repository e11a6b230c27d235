"""Error rates of the two heads on a test set, by best path."""

import pathlib

import numpy as np
import soundfile
import torch

from .alphabet import BLANK, CHARACTERS, PHONES, WORD_BOUNDARY, greedy
from .features import log_mel
from .pronunciations import pronounce


def edits(reference, hypothesis):
    """Levenshtein distance of two sequences."""
    row = list(range(len(hypothesis) + 1))
    for i, left in enumerate(reference, 1):
        previous, row[0] = row[:], i
        for j, right in enumerate(hypothesis, 1):
            row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (left != right))
    return row[-1]


def read_set(folder, name, limit=None):
    """[(features [frames, 64], text, voice)] of a test set written by `data.py`."""
    rows = []
    for line in pathlib.Path(folder, name + ".tsv").read_text().splitlines()[:limit]:
        file, text, voice = line.split("\t")
        samples, _ = soundfile.read(pathlib.Path(folder, file), dtype="float32")
        rows.append((log_mel(samples), text, voice))
    return rows


def words_of(characters):
    """Best-path characters -> text."""
    return " ".join("".join(characters).replace(WORD_BOUNDARY, " ").split())


@torch.no_grad()
def score(network, rows):
    """{phones, characters, words: error rate in percent} of [(features, text, voice)]."""
    totals = np.zeros((3, 2))
    for features, text, _ in rows:
        phone_scores, character_scores = network(torch.from_numpy(features.T[None].copy()))
        heard = [phone for phone in greedy(phone_scores[0].T, PHONES) if phone not in (WORD_BOUNDARY, BLANK)]
        said = [phone for word in text.split() for phone in pronounce(word)]
        written = words_of(greedy(character_scores[0].T, CHARACTERS))
        for row, (reference, hypothesis) in enumerate([(said, heard), (text, written), (text.split(), written.split())]):
            totals[row] += edits(reference, hypothesis), len(reference)
    return dict(zip(("phones", "characters", "words"), 100 * totals[:, 0] / totals[:, 1]))
