"""Assemble the pack `scoop-recognizer`: manifest with hashes, token files, lexicon, language model, self-test clip.

    python3 -m recognizer.pack --work work/recognizer --pack ../scoop-recognizer
"""

import argparse
import hashlib
import json
import pathlib
import random
import shutil

import numpy as np
import soundfile

from . import prompts, voices
from .alphabet import CHARACTERS, PHONES
from .network import LOOK_AHEAD_SECONDS
from .vocabulary import command_words

_SELF_TEST = "turn on the kitchen light and play some music"
_LEXICON_SETTINGS = {"decoder": "lexicon", "model": "model", "beam": 200, "languageModelWeight": 0.9, "wordBonus": 0.2}
_DIGITS = prompts.ONES[:10] + ["oh"]


def _self_test(path):
    samples, _ = voices.flite(_SELF_TEST, "slt", random.Random(5), stretch=1.05)
    soundfile.write(path, np.clip(samples * 0.7, -1, 1), voices.SAMPLE_RATE, subtype="PCM_16")


def _systems():
    closed = dict(_LEXICON_SETTINGS, languageModelWeight=0.6, wordBonus=0.0)
    return [
        {"id": "lexicon", "title": "Scoop recognizer, open lexicon",
         "description": "Prefix-beam search over about 100,000 words with a trigram.", "settings": _LEXICON_SETTINGS},
        {"id": "characters", "title": "Scoop recognizer, characters",
         "description": "Most probable characters, no lexicon: shows what the network alone hears.",
         "settings": {"decoder": "characters", "model": "model"}},
        {"id": "int8", "title": "Scoop recognizer, int8 weights",
         "description": "The open lexicon with weights of 8 bits.", "settings": dict(_LEXICON_SETTINGS, model="model.int8")},
        {"id": "digits", "title": "Scoop recognizer, digits only",
         "description": "Nothing but the ten digits and 'oh'.", "settings": dict(closed, words=_DIGITS)},
        {"id": "commands", "title": "Scoop recognizer, commands and numbers",
         "description": "The closed vocabulary of commands, numbers, dates and names.",
         "settings": dict(closed, words=command_words())},
    ]


def manifest(folder, version):
    """The contents of pack.json for the files in `folder`."""
    roles = {"model": "model.onnx", "model.int8": "model.int8.onnx", "phones": "phones.txt", "characters": "characters.txt",
             "lexicon": "lexicon.txt.gz", "languageModel": "language-model.arpa.gz", "selfTest": "self-test.wav"}
    files = {}
    for role, name in roles.items():
        content = pathlib.Path(folder, name).read_bytes()
        files[role] = {"path": name, "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    return {
        "schema": "speechscoop/pack/1", "id": "scoop-recognizer", "version": version, "title": "Scoop recognizer",
        "description": "A small streaming English recognizer trained on synthetic voices only. Good on clear synthetic speech "
                       "and small vocabularies; not for dictation by people.",
        "task": "recognizer", "family": "ctc", "languages": ["en"],
        "licence": {"spdx": "MIT", "attribution": "Weights: SpeechScoop. Pronunciations: CMU lexicon as in flite "
                    "(Carnegie Mellon University, BSD-like).", "source": "models/forge/recognizer"},
        "card": "README.md", "files": files,
        "io": {"model": {"inputs": {"features": "features"}, "outputs": {"phones": "phones", "characters": "characters"}}},
        "audio": {"sampleRate": 16000}, "features": {"preset": "scoop64"},
        "decoding": {"frameSeconds": 0.03, "blank": "last", "headPhones": "phones", "headCharacters": "characters"},
        "streaming": {"chunkSeconds": 0.3, "leftSeconds": 3.0, "rightSeconds": LOOK_AHEAD_SECONDS},
        "runtime": {"intraThreads": 1}, "systems": _systems(),
        "selfTest": {"audio": "self-test.wav", "text": _SELF_TEST, "maxWordErrorRate": 0.12},
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", default="work/recognizer")
    parser.add_argument("--pack", default="../scoop-recognizer")
    parser.add_argument("--version", default="1.0.0")
    options = parser.parse_args()
    work, pack = pathlib.Path(options.work), pathlib.Path(options.pack)
    pack.mkdir(parents=True, exist_ok=True)
    for name in ("model.onnx", "model.int8.onnx", "lexicon.txt.gz", "language-model.arpa.gz"):
        shutil.copyfile(work / name, pack / name)
    (pack / "phones.txt").write_text("\n".join(PHONES) + "\n")
    (pack / "characters.txt").write_text("\n".join(CHARACTERS) + "\n")
    if not (pack / "self-test.wav").exists():
        _self_test(pack / "self-test.wav")
    text = json.dumps(manifest(pack, options.version), indent=2)
    (pack / "pack.json").write_text(text + "\n")
    print(pack, sum(file.stat().st_size for file in pack.iterdir()), "bytes")


if __name__ == "__main__":
    main()
