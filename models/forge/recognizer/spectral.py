"""Random changes of feature batches during training. Batches are [batch, frames, 64] float32."""

import random

import numpy as np
import torch
import torch.nn.functional as functional

from .features import BANDS, HIGHEST_HZ, LOWEST_HZ, hz_to_mel, mel_to_hz


def _warp_matrix(factor):
    """[64, 64]: reads each band from the band at `factor` times its frequency, as another vocal tract length would."""
    low, high = hz_to_mel(LOWEST_HZ), hz_to_mel(HIGHEST_HZ)
    centres = low + (np.arange(BANDS) + 1) * (high - low) / (BANDS + 1)
    source = np.clip((hz_to_mel(mel_to_hz(centres) * factor) - low) / (high - low) * (BANDS + 1) - 1, 0, BANDS - 1)
    below = np.minimum(np.floor(source).astype(int), BANDS - 2)
    matrix = np.zeros((BANDS, BANDS), np.float32)
    matrix[below, np.arange(BANDS)] += 1 - (source - below)
    matrix[below + 1, np.arange(BANDS)] += source - below
    return matrix


_WARPS = torch.tensor(np.stack([np.eye(BANDS, dtype=np.float32)] + [_warp_matrix(f) for f in np.linspace(0.84, 1.18, 17)]))
_SHAPES = torch.tensor(np.cos(np.pi * np.arange(5)[:, None] * (np.arange(BANDS) + 0.5) / BANDS).astype(np.float32))
_SPREADS = torch.tensor([1.0, 0.6, 0.5, 0.35, 0.3])


def vary(batch, lengths, strength):
    """Vocal-tract warping, level and smooth spectral tilt, noise floors, band and time masks.

    lengths: frames of each utterance; strength 0..1 scales how often and how far.
    """
    count, frames, _ = batch.shape
    choice = torch.where(torch.rand(count) < 0.6 * strength, torch.randint(1, len(_WARPS), (count,)),
                         torch.zeros(count, dtype=torch.long))
    batch = torch.bmm(batch, _WARPS[choice])
    batch = batch + ((torch.randn(count, 5) * _SPREADS * 0.7 * strength) @ _SHAPES)[:, None]
    for index in torch.nonzero(torch.rand(count) < 0.25 * strength)[:, 0].tolist():
        values = batch[index, :lengths[index]].flatten()[::7]
        floor = values.kthvalue(max(1, len(values) // 10))[0] + random.uniform(0, 3)
        noise = floor + (torch.randn(5) * 0.5) @ _SHAPES + 0.7 * torch.randn(frames, BANDS)
        batch[index] = torch.logaddexp(batch[index], noise)
    means = batch.mean((1, 2))
    for index, length in enumerate(lengths):
        if random.random() < 0.5 * strength:
            width = random.randint(1, 9)
            start = random.randint(0, BANDS - width)
            batch[index, :, start:start + width] = means[index]
        for _ in range(max(1, length // 120)):
            if random.random() < 0.3 * strength:
                width = random.randint(1, 12)
                start = random.randint(0, max(1, length - width))
                batch[index, start:start + width] = means[index]
    return batch


def change_tempo(batch, slowest=1.4, fastest=0.85):
    """[batch, 64, frames] -> the same with a duration factor between `fastest` and `slowest`; also returns the factor."""
    frames = max(8, int(batch.shape[2] * random.uniform(fastest, slowest)))
    return functional.interpolate(batch, size=frames, mode="linear"), frames / batch.shape[2]
