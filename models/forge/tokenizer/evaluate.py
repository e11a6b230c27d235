"""Scores the tokenizer per set: log-mel L1 (the training loss's own) and STOI, at 1, 2, 4 and 8 codebooks and unquantised.

    python3 -m tokenizer.evaluate --work WORK [--human FILE …] [--noisy FILE …] [--save FOLDER]

Sets: Harvard sentences in a voice of the training (slt, other text) and in a voice never trained on (awb), sounds of other
seeds, and the recordings of people that are named. Prints Markdown rows.
"""

import argparse
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

from pathlib import Path

import numpy as np
import soundfile
import torch
from scipy.signal import resample_poly

from material import sounds
from tokenizer import checkpoint
from tokenizer.intelligibility import stoi
from tokenizer.losses import distances
from tokenizer.network import FRAME_SAMPLES, SAMPLE_RATE

BOOKS = (1, 2, 4, 8, None)
SOUND_CLIPS = dict(music=6, clicks=6, whistles=6, chirps=4, noise=4, drums=3)
HARVARD_SECONDS = 60


def read(path: Path) -> np.ndarray:
    """Mono float32 at 16 kHz, cut to whole frames."""
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    mono = samples.mean(1)
    if rate != SAMPLE_RATE:
        divisor = np.gcd(rate, SAMPLE_RATE)
        mono = resample_poly(mono, SAMPLE_RATE // divisor, rate // divisor).astype(np.float32)
    return mono[: len(mono) // FRAME_SAMPLES * FRAME_SAMPLES]


def sets(work: Path, human: list[Path], noisy: list[Path]) -> dict[str, list[np.ndarray]]:
    found: dict[str, list[np.ndarray]] = {}
    for voice in ("slt", "awb"):
        samples = np.load(work / f"harvard-{voice}.npy", mmap_mode="r")[: HARVARD_SECONDS * SAMPLE_RATE]
        found[f"{voice}, Harvard"] = [samples.astype(np.float32) / 32768]
    if human:
        found["people, clean"] = [read(path) for path in human]
    for path in human + noisy:
        found[path.name] = [read(path)]
    rng = np.random.default_rng(777)
    for kind, count in SOUND_CLIPS.items():
        clip = np.concatenate([sounds.clip(2 * SAMPLE_RATE, rng, kind) for _ in range(count)])
        found[kind] = [clip.astype(np.float32)]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--human", type=Path, nargs="*", default=[], help="clean recordings of people")
    parser.add_argument("--noisy", type=Path, nargs="*", default=[])
    parser.add_argument("--save", type=Path, default=None, help="where to write reconstructions")
    args = parser.parse_args()
    torch.set_num_threads(1)
    encoder, decoder, quantizer = checkpoint.load(args.work / "tokenizer.pt")
    used = torch.zeros(quantizer.books, quantizer.codes)
    print("| set | " + " | ".join(f"{books} books" if books else "unquantised" for books in BOOKS) + " |")
    print("| --- " * (len(BOOKS) + 1) + "|")
    for name, clips in sets(args.work, args.human, args.noisy).items():
        scores = {books: [] for books in BOOKS}
        for clip in clips:
            with torch.no_grad():
                wave = torch.from_numpy(clip)[None, None]
                latents = encoder(wave)
                codes = quantizer.encode(latents)
                for book in range(quantizer.books):
                    used[book] += torch.bincount(codes[0, book], minlength=quantizer.codes)
                for books in BOOKS:
                    output = decoder(quantizer.decode(codes, books) if books else latents)[0]
                    mel = float(distances(output, wave[0])[0])
                    heard = stoi(clip, output[0].numpy()) if name not in SOUND_CLIPS else np.nan
                    scores[books].append((mel, heard, len(clip)))
                    if args.save and books:
                        soundfile.write(args.save / f"{name.split(',')[0]}-{books}.wav", output[0].numpy(), SAMPLE_RATE)
        cells = []
        for books in BOOKS:
            mel, heard, weight = (np.array(column) for column in zip(*scores[books]))
            mean = lambda values: (values * weight).sum() / weight.sum()
            cells.append(f"{mean(mel):.3f}" + ("" if name in SOUND_CLIPS else f" / {mean(heard):.3f}"))
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)
    share = used / used.sum(1, keepdim=True)
    perplexity = torch.exp(-(share * torch.log(share + 1e-12)).sum(1)).round().int().tolist()
    print("codes used a book:", (used > 0).sum(1).tolist(), "perplexity:", perplexity)


if __name__ == "__main__":
    main()
