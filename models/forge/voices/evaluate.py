"""Intelligibility of the voices: word error rate of pocketsphinx on 50 Harvard sentences that no training text holds.

    python3 -m voices.evaluate --work WORK [--save FOLDER]

Rows: the teacher (flite slt), the teacher through the tokenizer, each voice; text goes through lexicon and letters to
phones, without flite.
"""

import argparse
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import json
import tempfile
from pathlib import Path

import numpy as np
import soundfile
import torch

from g2p.run import load_letters_to_phones
from material.sentences import harvard_sentences
from tokenizer import checkpoint
from tokenizer.network import FRAME_SAMPLES, SAMPLE_RATE
from voices import synthesis
from voices.front_end import FrontEnd, read_lexicon
from voices.intelligibility import word_error_rate


def score(name: str, sentences: list[str], clips: list[np.ndarray], save: Path | None) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = save or Path(temporary)
        wavs = []
        for k, clip in enumerate(clips):
            wavs.append(folder / f"{name.replace(' ', '-').replace(',', '')}-{k:02d}.wav")
            soundfile.write(wavs[-1], np.clip(clip, -1, 1), SAMPLE_RATE, subtype="PCM_16")
        rate = word_error_rate(sentences, wavs)
    print(f"| {name} | {100 * rate:.1f} % | {sum(map(len, clips)) / SAMPLE_RATE / len(clips):.2f} s |", flush=True)


def teacher_clips(work: Path) -> list[np.ndarray]:
    audio = np.load(work / "harvard-slt.npy", mmap_mode="r")
    items = json.loads((work / "harvard-slt.json").read_text())
    return [audio[i["offset"]: i["offset"] + i["samples"]].astype(np.float32) / 32768 for i in items]


def through_tokenizer(clip: np.ndarray, encoder, decoder, quantizer, books: int) -> np.ndarray:
    whole = clip[: len(clip) // FRAME_SAMPLES * FRAME_SAMPLES]
    with torch.no_grad():
        codes = quantizer.encode(encoder(torch.from_numpy(whole)[None, None]))
        return decoder(quantizer.decode(codes, books))[0, 0].numpy()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--save", type=Path, default=None, help="where to keep the clips")
    parser.add_argument("--only", nargs="*", default=["teacher", "tokenizer", "parallel", "next-token"])
    parser.add_argument("--temperatures", type=float, nargs="*", default=[0.0, 0.3, 0.7])
    args = parser.parse_args()
    torch.set_num_threads(1)
    sentences = harvard_sentences()
    encoder, decoder, quantizer = checkpoint.load(args.work / "tokenizer.pt")
    print("| what speaks | word errors of pocketsphinx | mean length |\n| --- | --- | --- |")
    if "teacher" in args.only:
        score("teacher, flite slt", sentences, teacher_clips(args.work), args.save)
    if "tokenizer" in args.only:
        for books in (8, 4):
            clips = [through_tokenizer(clip, encoder, decoder, quantizer, books) for clip in teacher_clips(args.work)]
            score(f"teacher, {books} codebooks", sentences, clips, args.save)
    for kind in ("parallel", "next-token"):
        if kind not in args.only:
            continue
        model, symbols = synthesis.load(args.work, kind)
        own, codebooks = synthesis.decoder_of(args.work, kind)
        front = FrontEnd(read_lexicon(args.work / "lexicon.txt"), symbols, load_letters_to_phones(args.work / "g2p.pt"))
        for temperature in args.temperatures if kind == "next-token" else [0.0]:
            clips = [synthesis.speak(model, own, codebooks, *front.features(s.lower()), temperature=temperature, seed=k)
                     for k, s in enumerate(sentences)]
            score(f"{kind}" + (f", temperature {temperature:g}" if kind == "next-token" else ""), sentences, clips, args.save)


if __name__ == "__main__":
    main()
