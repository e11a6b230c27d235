"""Synthesise the training shards and the test sets.

    python3 -m recognizer.data --sentences 30000 --processes 2
"""

import argparse
import json
import multiprocessing
import pathlib
import random
import time

import numpy as np
import soundfile

from . import degrade, features, prompts, sentences, shards, voices

# Share of the sentences of a shard spoken by each synthesizer.
_SHARES = {"espeak": 0.56, "slt": 0.14, "awb": 0.14, "kal16": 0.06, "ked": 0.05, "kal-diphone": 0.03, "slt-hts": 0.02}
_SHARD = 750
_CLEAN_SHARE = 0.45
_LONGEST_SECONDS = 12


def _speak(voice, texts, rng):
    if voice == "espeak":
        return (voices.espeak(text, rng) for text in texts)
    if voice in voices.FESTIVAL_VOICES:
        return voices.festival(texts, voice, rng)
    return (voices.flite(text, voice, rng) for text in texts)


def make_shard(job):
    """One shard; returns the hours of speech in it."""
    index, texts, folder = job
    target = pathlib.Path(folder, f"{index:03d}")
    if target.with_suffix(".json").exists():
        return 0.0
    rng, noise = random.Random(1000 + index), np.random.default_rng(1000 + index)
    rows, seconds, start = [], 0.0, 0
    for voice, share in _SHARES.items():
        count = round(share * len(texts))
        chosen = texts[start:start + count]
        start += count
        for text, (samples, name) in zip(chosen, _speak(voice, chosen, rng)):
            if samples is None or len(samples) < 1600:
                continue
            samples = degrade.trim(samples, noise)
            length = len(samples) / features.SAMPLE_RATE
            if length > _LONGEST_SECONDS or length < len(text) * 0.028:
                continue
            clean = noise.random() < _CLEAN_SHARE
            samples = degrade.level(samples, noise) if clean else degrade.degrade(samples, noise)
            rows.append((features.log_mel(samples).astype(np.float16), text, name + ("" if clean else " degraded")))
            seconds += length
    shards.write(target, rows)
    return seconds / 3600


def _write_set(folder, name, spoken):
    """A test set: WAV files and `<name>.tsv` with file, text, voice."""
    lines = []
    for index, (samples, text, voice) in enumerate(spoken):
        file = f"{name}/{index:04d}.wav"
        pathlib.Path(folder, name).mkdir(parents=True, exist_ok=True)
        soundfile.write(pathlib.Path(folder, file), np.clip(samples, -1, 1), features.SAMPLE_RATE, subtype="PCM_16")
        lines.append(f"{file}\t{text}\t{voice}")
    pathlib.Path(folder, name + ".tsv").write_text("\n".join(lines) + "\n")


def make_test_sets(folder, corpus):
    """Seen voices with unseen text (clean and degraded), the held-out voice rms, and development sets."""
    rng, noise = random.Random(77), np.random.default_rng(77)

    def any_voice(text):
        pick = rng.random()
        if pick < 0.6:
            return voices.espeak(text, rng)
        return voices.flite(text, rng.choice(voices.FLITE_VOICES), rng)

    def speak(texts, speaker, treatment):
        for text in texts:
            samples, voice = speaker(text)
            yield treatment(degrade.trim(samples, noise), noise), text, voice

    def rms(text):
        return voices.flite(text, voices.HELD_OUT_VOICE, rng, stretch=1.0)

    commands = []
    while len(commands) < 100:
        text = prompts.command(rng) if len(commands) % 2 else prompts.number_sentence(rng)
        if text not in commands:
            commands.append(text)
    _write_set(folder, "seen", speak(corpus.test[:200], any_voice, degrade.level))
    _write_set(folder, "seen-degraded", speak(corpus.test[200:300], any_voice, degrade.degrade))
    _write_set(folder, "rms-prose", speak(corpus.test[200:400], rms, degrade.level))
    _write_set(folder, "rms-harvard", speak(sentences.HARVARD, rms, degrade.level))
    _write_set(folder, "rms-commands", speak(commands, rms, degrade.level))
    _write_set(folder, "development", speak(corpus.development, any_voice, degrade.level))
    _write_set(folder, "development-degraded", speak(corpus.development, any_voice, degrade.degrade))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=30000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--work", default="work/recognizer", help="folder for shards and test sets")
    options = parser.parse_args()
    work = pathlib.Path(options.work)
    (work / "shards").mkdir(parents=True, exist_ok=True)
    corpus = sentences.Corpus()
    (work / "held-out.json").write_text(json.dumps({"test": corpus.test, "development": corpus.development}))
    if not (work / "test" / "development-degraded.tsv").exists():
        make_test_sets(work / "test", corpus)
    texts = corpus.training_prompts(options.sentences)
    jobs = [(index, texts[start:start + _SHARD], str(work / "shards"))
            for index, start in enumerate(range(0, len(texts), _SHARD))]
    started, hours = time.time(), 0.0
    with multiprocessing.Pool(options.processes) as pool:
        for done, result in enumerate(pool.imap_unordered(make_shard, jobs), 1):
            hours += result
            print(f"{done}/{len(jobs)} shards, {hours:.2f} h of speech, {time.time() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main()
