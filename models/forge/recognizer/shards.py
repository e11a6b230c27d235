"""Shards of training data: one float16 array of all features and a JSON index beside it."""

import json
import pathlib

import numpy as np


def write(path, rows):
    """rows: (features [frames, 64], text, voice). Written so that a reader never sees half a shard."""
    path = pathlib.Path(path)
    np.save(path.with_suffix(".npy"), np.concatenate([features for features, _, _ in rows]))
    index = {"frames": [len(features) for features, _, _ in rows], "text": [text for _, text, _ in rows],
             "voice": [voice for _, _, voice in rows]}
    part = path.with_suffix(".part")
    part.write_text(json.dumps(index))
    part.rename(path.with_suffix(".json"))


def read(folder, known=()):
    """Yields (path, features, text, voice) of every shard not in `known`; features are views of a memory map."""
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        if str(path) in known:
            continue
        index = json.loads(path.read_text())
        features = np.load(path.with_suffix(".npy"), mmap_mode="r")
        start = 0
        for frames, text, voice in zip(index["frames"], index["text"], index["voice"]):
            yield str(path), features[start:start + frames], text, voice
            start += frames
