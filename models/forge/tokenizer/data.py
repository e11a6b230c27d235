"""Training windows: speech of six sources and sounds that are not speech, changed at random."""

from pathlib import Path

import numpy as np
import torch

from tokenizer import augmentation

# source and its share of the windows; flite's awb is in none of them
SOURCES = [("slt", 0.18), ("rms", 0.13), ("kal16", 0.05), ("ked", 0.07), ("espeak", 0.27), ("sounds", 0.30)]
SOUNDS = "sounds"


class Windows:
    """An endless seeded source of float32 windows within ±1."""

    def __init__(self, work: Path, length: int = 12800, seed: int = 0):
        self.length = length
        self.rng = np.random.default_rng(seed)
        self.names = [name for name, _ in SOURCES]
        self.audio = {name: np.load(work / f"{name}.npy", mmap_mode="r") for name in self.names}
        shares = np.array([share for _, share in SOURCES])
        self.shares = shares / shares.sum()

    def cut(self, name: str) -> np.ndarray:
        """A window from one source; speech often at another speed."""
        rng, audio, n = self.rng, self.audio[name], self.length
        if name != SOUNDS and rng.random() < 0.65:
            positions = augmentation.speed_curve(n, rng)
            needed = int(positions[-1]) + 4
            start = rng.integers(0, len(audio) - needed)
            return augmentation.resample(audio[start:start + needed].astype(np.float64), positions) / 32768
        start = rng.integers(0, len(audio) - n)
        return audio[start:start + n].astype(np.float64) / 32768

    def window(self) -> np.ndarray:
        rng = self.rng
        name = rng.choice(self.names, p=self.shares)
        for _ in range(4):
            samples = self.cut(name)
            if name == SOUNDS or np.abs(samples).max() > 0.045 or rng.random() < 0.1:
                break
        if name != SOUNDS:
            samples = self.change(samples)
        elif rng.random() < 0.2:
            samples = augmentation.microphone(samples, rng)
        peak = np.abs(samples).max() + 1e-6
        if rng.random() < 0.6 or peak > 1:
            samples = samples * (10 ** rng.uniform(-1.2, -0.03) / max(peak, 0.02))
        return np.clip(samples, -1, 1).astype(np.float32)

    def change(self, samples: np.ndarray) -> np.ndarray:
        rng = self.rng
        if rng.random() < 0.45:
            samples = augmentation.warp_formants(samples, rng)
        if rng.random() < 0.30:
            samples = augmentation.breath(samples, rng)
        if rng.random() < 0.25:
            samples = augmentation.room(samples, rng)
        if rng.random() < 0.45:
            samples = augmentation.microphone(samples, rng)
        chance = rng.random()
        if chance < 0.20:
            samples = augmentation.background(samples, rng)
        elif chance < 0.27:
            samples = samples + self.cut(SOUNDS) * 10 ** rng.uniform(-1.5, -0.3)
        return samples

    def batch(self, size: int) -> torch.Tensor:
        return torch.from_numpy(np.stack([self.window() for _ in range(size)]))
