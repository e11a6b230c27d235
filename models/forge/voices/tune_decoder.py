"""Fits a copy of the tokenizer's decoder to one voice: encoder and codebooks stay, so the codes mean the same.

    python3 -m voices.tune_decoder --work WORK --kind parallel --minutes 12

The parallel voice's copy learns from the latents that the voice itself predicts (with the true durations) and from true
ones; the next-token voice's copy from true latents quantised with four codebooks. Writes WORK/KIND-decoder.pt, which
`voices.evaluate` and `voices.export` use when it is there.
"""

import argparse
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from tokenizer import checkpoint
from tokenizer.losses import distances
from tokenizer.network import FRAME_SAMPLES
from training.budget import Budget
from voices import synthesis
from voices.train import Batch

WINDOW_FRAMES = 40
SENTENCES, WINDOWS_EACH = 4, 2
PREDICTED = 0.7  # share of steps on predicted latents, for the parallel voice


def offsets(work: Path) -> dict[tuple, int]:
    """Where each spoken sentence begins in WORK/slt.npy, found by its phones' end times."""
    return {tuple(end for _, end in item["phones"]): item["offset"] for item in json.loads((work / "slt.json").read_text())}


class Examples:
    """Latents and the waves they should become."""

    def __init__(self, work: Path, kind: str, seed: int):
        self.rng = np.random.default_rng(seed)
        self.kind = kind
        self.examples = torch.load(work / "voice.pt", map_location="cpu")["training"]
        self.audio = np.load(work / "slt.npy", mmap_mode="r")
        self.offsets = offsets(work)
        _, self.decoder, self.quantizer = checkpoint.load(work / "tokenizer.pt")
        self.voice = synthesis.load(work, kind)[0] if kind == "parallel" else None

    @torch.no_grad()
    def latents(self, chosen: list[dict]) -> Tensor:
        batch = Batch(chosen)
        if self.voice is None:
            return self.quantizer.decode(batch.codes, batch.codes.shape[1])
        if self.rng.random() > PREDICTED:
            return batch.latents
        features, _ = self.voice.phones(batch.ids, batch.positions, batch.phone_mask)
        return self.voice.latents(features, batch.ends, batch.frames, batch.frame_mask)

    def windows(self) -> tuple[Tensor, Tensor]:
        """Latents [windows, 64, 40] and waves [windows, 12800]."""
        chosen = [self.examples[int(k)] for k in self.rng.integers(0, len(self.examples), SENTENCES)]
        latents, cut, waves = self.latents(chosen), [], []
        for k, example in enumerate(chosen):
            start = self.offsets[tuple(example["ends"])]
            for _ in range(WINDOWS_EACH):
                first = int(self.rng.integers(0, max(1, example["latents"].shape[1] - WINDOW_FRAMES)))
                cut.append(latents[k, :, first: first + WINDOW_FRAMES])
                begin = start + first * FRAME_SAMPLES
                waves.append(self.audio[begin: begin + WINDOW_FRAMES * FRAME_SAMPLES].astype(np.float32) / 32768)
        whole = [k for k, piece in enumerate(cut) if piece.shape[1] == WINDOW_FRAMES and len(waves[k]) == WINDOW_FRAMES * FRAME_SAMPLES]
        return torch.stack([cut[k] for k in whole]), torch.from_numpy(np.stack([waves[k] for k in whole]))


def tune(work: Path, kind: str, minutes: float, seed: int) -> None:
    torch.manual_seed(seed)
    examples = Examples(work, kind, seed)
    decoder = examples.decoder.train()
    for parameter in decoder.parameters():
        parameter.requires_grad_(True)
    optimizer = torch.optim.AdamW(decoder.parameters(), lr=4e-4, betas=(0.8, 0.99), weight_decay=1e-3)
    budget, step, recent, saved = Budget(minutes), 0, [], 0.0

    def save() -> None:
        beside = work / f"{kind}-decoder.partial"
        torch.save(decoder.state_dict(), beside)
        beside.replace(work / f"{kind}-decoder.pt")

    while budget.share < 1:
        for group in optimizer.param_groups:
            group["lr"] = budget.rate(4e-4, step, warmup=20)
        latents, waves = examples.windows()
        mel, magnitude, complex_part = distances(decoder(latents)[:, 0], waves)
        loss = mel + 2 * magnitude + 0.3 * complex_part
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(decoder.parameters(), 2.0)
        optimizer.step()
        step += 1
        recent.append([float(loss), float(mel), float(magnitude), float(complex_part)])
        if step in (5, 20) or step % 50 == 0:
            print(f"step {step} {budget.used:.0f} s  loss, mel, magnitude, complex:", np.round(np.mean(recent, 0), 4), flush=True)
            recent = []
        if budget.used - saved > 90:
            saved = budget.used
            save()
    save()
    print(f"done: {step} steps", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--kind", choices=["parallel", "next-token"], required=True)
    parser.add_argument("--minutes", type=float, default=12)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    torch.set_num_threads(1)
    tune(args.work, args.kind, args.minutes, args.seed)


if __name__ == "__main__":
    main()
