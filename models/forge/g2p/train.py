"""Trains letters to phones on WORK/lexicon.txt; 1,500 random words are held out and scored.

    python3 -m g2p.train --work WORK --minutes 4
"""

import argparse
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import random
from pathlib import Path

import torch
from torch import nn

from g2p.alignment import edit_distance
from g2p.network import BLANK, LettersToPhones, collapse, letter_indices
from training.budget import Budget

HELD_OUT = 1500


def read_lexicon(path: Path) -> dict[str, list[str]]:
    """Words in lower case with their first pronunciation."""
    lexicon: dict[str, list[str]] = {}
    for line in path.read_text().splitlines():
        word, phones = line.split("\t")
        if word == word.lower():
            lexicon.setdefault(word, phones.split())
    return lexicon


def split(lexicon: dict[str, list[str]], seed: int):
    """Training and held-out pairs of (word, phones)."""
    pairs = [(word, phones) for word, phones in sorted(lexicon.items()) if len(phones) <= 2.2 * len(word)]
    random.Random(seed).shuffle(pairs)
    return pairs[HELD_OUT:], pairs[:HELD_OUT]


def padded(words: list[str]) -> torch.Tensor:
    rows = [letter_indices(word) for word in words]
    width = max(map(len, rows))
    return torch.tensor([row + [0] * (width - len(row)) for row in rows])


def score(model: LettersToPhones, pairs: list, phones: list[str]) -> tuple[float, float]:
    """Phone error rate and share of words that are right, greedy, word by word as at run time."""
    model.eval()
    edits = length = right = 0
    with torch.no_grad():
        for word, expected in pairs:
            found = [phones[k] for k in collapse(model(padded([word])).argmax(-1)[0].tolist())]
            distance = edit_distance(found, expected)
            edits, length, right = edits + distance, length + len(expected), right + (distance == 0)
    model.train()
    return edits / length, right / len(pairs)


def train(work: Path, minutes: float, batch: int, seed: int) -> None:
    random.seed(seed)
    torch.manual_seed(seed)
    lexicon = read_lexicon(work / "lexicon.txt")
    phones = [BLANK, *sorted({phone for spoken in lexicon.values() for phone in spoken})]
    number = {phone: k for k, phone in enumerate(phones)}
    training, held_out = split(lexicon, seed)
    model = LettersToPhones(len(phones))
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=0.01)
    loss_function = nn.CTCLoss(zero_infinity=True)
    budget, step, total = Budget(minutes), 0, 0.0
    while budget.share < 1:
        for group in optimizer.param_groups:
            group["lr"] = budget.rate(3e-3, step)
        chosen = random.sample(training, batch)
        scores = model(padded([word for word, _ in chosen])).transpose(0, 1)
        targets = torch.cat([torch.tensor([number[p] for p in spoken]) for _, spoken in chosen])
        loss = loss_function(scores, targets, torch.full((batch,), scores.shape[0]), torch.tensor([len(s) for _, s in chosen]))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step, total = step + 1, total + float(loss)
        if step % 500 == 0:
            print(f"step {step} {budget.used:.0f} s  loss {total / 500:.4f}", flush=True)
            total = 0.0
    errors, right = score(model, held_out, phones)
    print(f"{step} steps; {len(held_out)} held-out words: phone error rate {errors:.3f}, words right {right:.3f}")
    torch.save(dict(model=model.state_dict(), phones=phones, steps=step, phone_errors=errors, words_right=right), work / "g2p.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=4)
    parser.add_argument("--batch", type=int, default=40)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    torch.set_num_threads(1)
    train(args.work, args.minutes, args.batch, args.seed)


if __name__ == "__main__":
    main()
