"""Turns spoken sentences into training examples: phone numbers, positions and end times, latents and codes.

    python3 -m voices.prepare --work WORK

reads WORK/slt.{json,npy}, lexicon.txt, g2p.pt and tokenizer.pt; writes WORK/voice.pt and WORK/symbols.txt. Phones and
their times are the voice's own (flite prints them); the lexicon only tells where words begin and end.
"""

import argparse
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import json
from pathlib import Path

import numpy as np
import torch

from g2p.alignment import word_of_each_phone
from g2p.run import load_letters_to_phones
from material.sentences import words_of
from tokenizer import checkpoint
from tokenizer.network import FRAME_SAMPLES
from voices.front_end import ALONE, FIRST, INSIDE, LAST, PAUSES, FrontEnd, read_lexicon

LONGEST_SECONDS = 7.0
DEVELOPMENT = 100  # sentences kept for validation
CODEBOOKS = 4


def symbols(lexicon: dict[str, list[list[str]]]) -> list[str]:
    return PAUSES + sorted({phone for spoken in lexicon.values() for phones in spoken for phone in phones})


def positions_of(owner: list[int]) -> list[int]:
    """Position in the word for phones that belong to the words `owner`."""
    found = []
    for k, word in enumerate(owner):
        begins = k == 0 or owner[k - 1] != word
        ends = k == len(owner) - 1 or owner[k + 1] != word
        found.append(ALONE if begins and ends else FIRST if begins else LAST if ends else INSIDE)
    return found


def example(item: dict, front: FrontEnd) -> dict | None:
    """ids, positions and ends (seconds) of a spoken sentence; None if a phone is unknown."""
    phones = [phone for phone, _ in item["phones"]]
    spoken = [phone for phone in phones if phone != "pau"]
    if not spoken or any(phone not in front.number for phone in spoken):
        return None
    owner, _ = word_of_each_phone(spoken, [front.pronounce(word)[0] for word in words_of(item["text"])])
    in_word = iter(positions_of(owner))
    last = "pau?" if item["text"].endswith("?") else "pau."
    ids, positions = [], []
    for k, phone in enumerate(phones):
        if phone == "pau":
            ids.append(front.number["pau" if k == 0 else last if k == len(phones) - 1 else "pau,"])
            positions.append(0)
        else:
            ids.append(front.number[phone])
            positions.append(next(in_word))
    return dict(ids=ids, positions=positions, ends=[end for _, end in item["phones"]])


def prepare(work: Path, limit: int | None) -> None:
    lexicon = read_lexicon(work / "lexicon.txt")
    names = symbols(lexicon)
    (work / "symbols.txt").write_text("\n".join(names) + "\n")
    front = FrontEnd(lexicon, names, load_letters_to_phones(work / "g2p.pt"))
    encoder, _, quantizer = checkpoint.load(work / "tokenizer.pt")
    audio = np.load(work / "slt.npy", mmap_mode="r")
    examples = []
    for item in json.loads((work / "slt.json").read_text())[:limit]:
        samples = item["samples"] // FRAME_SAMPLES * FRAME_SAMPLES
        made = example(item, front) if 0.6 <= samples / 16000 <= LONGEST_SECONDS else None
        if made is None:
            continue
        wave = audio[item["offset"]: item["offset"] + samples].astype(np.float32) / 32768
        with torch.no_grad():
            latents = encoder(torch.from_numpy(wave)[None, None])
            codes = quantizer.encode(latents)
        made["latents"] = latents[0].half()
        made["codes"] = codes[0, :CODEBOOKS].short()
        examples.append(made)
    torch.save(dict(development=examples[:DEVELOPMENT], training=examples[DEVELOPMENT:], symbols=names), work / "voice.pt")
    hours = sum(made["latents"].shape[1] for made in examples) / 50 / 3600
    print(f"{len(examples)} sentences, {hours:.2f} h, {len(names)} symbols")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=None)
    args = parser.parse_args()
    torch.set_num_threads(1)
    prepare(args.work, args.limit)


if __name__ == "__main__":
    main()
