"""Trains a synthesizer on WORK/voice.pt; writes WORK/KIND.pt every few minutes.

    python3 -m voices.train --work WORK --kind parallel --minutes 20
    python3 -m voices.train --work WORK --kind next-token --minutes 25
"""

import argparse
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.budget import Budget
from voices import warm_start
from voices.network import FAR_END, NextTokenVoice, ParallelVoice

DURATION_WEIGHT = 0.3
CORRUPTED_HISTORY = 0.12  # share of past frames replaced by random codes, so that one mistake does not lead to the next
CHECKPOINT_SECONDS = 120


class Batch:
    """Padded examples; masks are 1 where there is something."""

    def __init__(self, examples: list[dict]):
        count = len(examples)
        phones = max(len(e["ids"]) for e in examples)
        frames = max(e["latents"].shape[1] for e in examples)
        self.ids = torch.zeros(count, phones, dtype=torch.long)
        self.positions = torch.zeros(count, phones, dtype=torch.long)
        self.phone_mask = torch.zeros(count, phones)
        self.ends = torch.full((count, phones), FAR_END)
        self.latents = torch.zeros(count, examples[0]["latents"].shape[0], frames)
        self.codes = torch.zeros(count, examples[0]["codes"].shape[0], frames, dtype=torch.long)
        self.frame_mask = torch.zeros(count, frames)
        self.frames = frames
        for k, e in enumerate(examples):
            n, t = len(e["ids"]), e["latents"].shape[1]
            self.ids[k, :n] = torch.tensor(e["ids"])
            self.positions[k, :n] = torch.tensor(e["positions"])
            self.phone_mask[k, :n] = 1
            self.ends[k, :n] = torch.tensor(e["ends"])
            self.latents[k, :, :t] = e["latents"].float()
            self.codes[k, :, :t] = e["codes"].long()
            self.frame_mask[k, :t] = 1


def duration_loss(log_durations: Tensor, batch: Batch) -> Tensor:
    spoken = torch.diff(batch.ends, dim=1, prepend=torch.zeros(len(batch.ends), 1)).clamp(0.005, 3)
    return ((log_durations - torch.log(spoken)).abs() * batch.phone_mask).sum() / batch.phone_mask.sum()


def over_frames(values: Tensor, batch: Batch) -> Tensor:
    return (values * batch.frame_mask).sum() / batch.frame_mask.sum()


def parallel_losses(model: ParallelVoice, batch: Batch, corrupt: bool) -> tuple[Tensor, Tensor]:
    """L1 of the latents in units of their deviation, and the duration loss."""
    features, log_durations = model.phones(batch.ids, batch.positions, batch.phone_mask)
    latents = model.latents(features, batch.ends, batch.frames, batch.frame_mask)
    apart = ((latents - batch.latents) / model.deviation[None, :, None]).abs().mean(1)
    return over_frames(apart, batch)[None], duration_loss(log_durations, batch)


def next_token_losses(model: NextTokenVoice, batch: Batch, corrupt: bool) -> tuple[Tensor, Tensor]:
    """Cross-entropy of each codebook, and the duration loss."""
    features, log_durations = model.phones(batch.ids, batch.positions, batch.phone_mask)
    condition = model.hidden_frames(features, batch.ends, batch.frames, batch.frame_mask)
    history = batch.codes
    if corrupt:
        wrong = torch.rand(history.shape[0], 1, history.shape[2]) < CORRUPTED_HISTORY
        history = torch.where(wrong, torch.randint(0, model.codes, history.shape), history)
    scores = model(condition, batch.codes, history)
    losses = [over_frames(F.cross_entropy(s.transpose(1, 2), batch.codes[:, k], reduction="none"), batch) for k, s in enumerate(scores)]
    return torch.stack(losses), duration_loss(log_durations, batch)


def build(kind: str, symbols: int, examples: list[dict]):
    if kind == "next-token":
        return NextTokenVoice(symbols), next_token_losses
    model = ParallelVoice(symbols)
    latents = torch.cat([e["latents"].float() for e in examples[::5]], 1)
    model.mean.copy_(latents.mean(1))
    model.deviation.copy_(latents.std(1))
    return model, parallel_losses


def validate(model, losses, examples: list[dict]) -> np.ndarray:
    """Mean losses over the development sentences."""
    model.eval()
    found = []
    with torch.no_grad():
        for k in range(0, len(examples), 10):
            parts, duration = losses(model, Batch(examples[k: k + 10]), False)
            found.append([*parts.tolist(), float(duration)])
    model.train()
    return np.round(np.mean(found, 0), 4)


def train(work: Path, kind: str, minutes: float, batch: int, seed: int, start: list[Path]) -> None:
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    data = torch.load(work / "voice.pt", map_location="cpu")
    examples = sorted(data["training"], key=lambda e: e["latents"].shape[1])
    development = data["development"]
    model, losses = build(kind, len(data["symbols"]), examples)
    if start:
        print(f"{warm_start.start_from(model, start):,} parameters from {', '.join(map(str, start))}", flush=True)
    optimizer = torch.optim.AdamW(model.parameters(), 1e-3, betas=(0.9, 0.98), weight_decay=0.01)
    budget, step, recent, saved = Budget(minutes), 0, [], 0.0

    def save() -> None:
        beside = work / f"{kind}.partial"
        torch.save(dict(model=model.state_dict(), symbols=data["symbols"], step=step), beside)
        beside.replace(work / f"{kind}.pt")

    while budget.share < 1:
        for group in optimizer.param_groups:
            group["lr"] = budget.rate(1.2e-3, step, warmup=30 if start else 100, floor=0.01)
        first = int(rng.integers(0, len(examples) - batch))
        parts, duration = losses(model, Batch(examples[first: first + batch]), True)
        loss = parts.mean() + DURATION_WEIGHT * duration
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step += 1
        recent.append([float(parts.mean()), float(duration)])
        if step in (5, 20) or step % 200 == 0:
            print(f"step {step} {budget.used:.0f} s  loss, durations:", np.round(np.mean(recent, 0), 4), flush=True)
            recent = []
        if budget.used - saved > CHECKPOINT_SECONDS:
            saved = budget.used
            print("  development:", validate(model, losses, development), flush=True)
            save()
    save()
    print(f"done: {step} steps, development:", validate(model, losses, development), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--kind", choices=["parallel", "next-token"], required=True)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--batch", type=int, default=10, help="sentences of like length")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--start", type=Path, nargs="*", default=[], help="exported graphs of an earlier voice to begin from")
    args = parser.parse_args()
    torch.set_num_threads(1)
    train(args.work, args.kind, args.minutes, args.batch, args.seed, args.start)


if __name__ == "__main__":
    main()
