"""Trains the tokenizer; writes WORK/tokenizer.pt every few minutes and goes on from it after a restart.

    python3 -m tokenizer.train --work WORK --minutes 45

Needs what `material.sentences`, `material.flite`, `material.espeak`, `material.festival` and `material.sounds` write.
The first 400 steps run without quantisation, then k-means sets the codebooks.
"""

import argparse
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

from pathlib import Path

import numpy as np
import torch

from tokenizer import checkpoint
from tokenizer.data import Windows
from tokenizer.losses import distances
from tokenizer.network import Decoder, Encoder
from tokenizer.quantizer import CODEBOOKS, ResidualQuantizer
from training.budget import Budget

FREE_STEPS = 400          # steps before the codebooks exist
COLLECT_FROM = 300        # latents of steps 300 to 400 initialise them
REVIVE_EVERY, REVIVE_UNTIL = 40, 0.85
CHECKPOINT_SECONDS = 150


def books_per_clip(batch: int, rng: np.random.Generator) -> torch.Tensor:
    """Quantiser dropout: all codebooks for 40 % of the clips, else 1 to 8."""
    return torch.tensor([CODEBOOKS if rng.random() < 0.4 else int(rng.integers(1, CODEBOOKS + 1)) for _ in range(batch)])


class Training:
    def __init__(self, work: Path, minutes: float, batch: int, seed: int):
        torch.manual_seed(seed)
        self.path = work / "tokenizer.pt"
        self.encoder, self.decoder, self.quantizer = Encoder(), Decoder(), ResidualQuantizer()
        self.parameters = [*self.encoder.parameters(), *self.decoder.parameters()]
        self.optimizer = torch.optim.AdamW(self.parameters, lr=1e-3, betas=(0.8, 0.99), weight_decay=1e-3)
        self.step, self.batch, used = 0, batch, 0.0
        self.collected: list[torch.Tensor] = []
        if self.path.exists():
            used = self.restore()
        self.windows = Windows(work, seed=seed + self.step)
        self.rng = np.random.default_rng(seed + 5 + self.step)
        self.budget = Budget(minutes, used)

    def restore(self) -> float:
        state = torch.load(self.path, map_location="cpu")
        self.encoder.load_state_dict(state["encoder"])
        self.decoder.load_state_dict(state["decoder"])
        self.quantizer.load_state_dict(state["quantizer"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step = state["step"]
        return state["used"]

    def save(self) -> None:
        checkpoint.save(self.path, self.encoder, self.decoder, self.quantizer,
                        optimizer=self.optimizer.state_dict(), step=self.step, used=self.budget.used)

    def run_step(self) -> list[float]:
        """One update; loss, its parts and the gradient's norm."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.budget.rate(1e-3, self.step)
        wave = self.windows.batch(self.batch)
        latents = self.encoder(wave[:, None])
        quantised, commitment = latents, 0.0
        if self.step == FREE_STEPS and self.collected:
            flat = torch.cat(self.collected).transpose(1, 2).reshape(-1, latents.shape[1])
            self.quantizer.initialise(flat)
            self.collected.clear()
        if self.step >= FREE_STEPS:
            books = books_per_clip(self.batch, self.rng)
            quantised, _, commitment = self.quantizer(latents, books, learn=True)
            if self.step % REVIVE_EVERY == 0 and self.budget.share < REVIVE_UNTIL:
                self.quantizer.revive(latents)
        elif self.step >= COLLECT_FROM:
            self.collected.append(latents.detach())
        mel, magnitude, complex_part = distances(self.decoder(quantised)[:, 0], wave)
        loss = mel + 2 * magnitude + 0.6 * complex_part + 0.1 * commitment
        self.optimizer.zero_grad()
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(self.parameters, 2.0)
        self.optimizer.step()
        self.step += 1
        return [float(loss), float(mel), float(magnitude), float(complex_part), float(commitment), float(norm)]

    def run(self) -> None:
        recent, saved = [], self.budget.used
        while self.budget.share < 1:
            recent.append(self.run_step())
            if self.step in (5, 20) or self.step % 100 == 0:
                print(f"step {self.step} {self.budget.used:.0f} s  loss mel magnitude complex commitment norm:",
                      np.round(np.mean(recent, 0), 4), flush=True)
                recent = []
            if self.budget.used - saved > CHECKPOINT_SECONDS and self.step > FREE_STEPS:
                saved = self.budget.used
                self.save()
        self.save()
        print(f"done: {self.step} steps in {self.budget.used:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=45)
    parser.add_argument("--batch", type=int, default=8, help="windows of 0.8 s")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    Training(args.work, args.minutes, args.batch, args.seed).run()


if __name__ == "__main__":
    main()
