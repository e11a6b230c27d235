"""The network: a strided convolution to 30 ms frames, then depthwise-separable residual blocks, then two CTC heads.

Right context: 3 feature frames in the stem (30 ms) plus 13 frames of 30 ms in the blocks = 0.42 s.
"""

import torch
import torch.nn.functional as functional
from torch import nn

from .alphabet import CHARACTERS, PHONES
from .features import BANDS, HOP, SAMPLE_RATE

STRIDE = 3
RIGHT_CONTEXT = (2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 0, 0)
LOOK_AHEAD_SECONDS = (STRIDE + STRIDE * sum(RIGHT_CONTEXT)) * HOP / SAMPLE_RATE


class Block(nn.Module):
    """Depthwise convolution over time, pointwise convolution, batch normalisation, ReLU; added to its input."""

    def __init__(self, channels, kernel, right):
        super().__init__()
        self.padding = (kernel - 1 - right, right)
        self.depthwise = nn.Conv2d(channels, channels, (1, kernel), groups=channels, bias=False)
        self.pointwise = nn.Conv2d(channels, channels, 1, bias=False)
        self.norm = nn.BatchNorm2d(channels)

    def forward(self, signal):
        mixed = self.pointwise(self.depthwise(functional.pad(signal, self.padding)))
        return signal + functional.relu(self.norm(mixed))


class Recognizer(nn.Module):
    """Features [batch, 64, frames] -> phone scores and character scores, [batch, symbols, ceil(frames / 3)], unnormalised."""

    def __init__(self, channels=512, kernel=9, dropout=0.05):
        super().__init__()
        self.register_buffer("mean", torch.zeros(BANDS, 1))
        self.register_buffer("deviation", torch.ones(BANDS, 1))
        self.stem = nn.Conv2d(BANDS, channels, (1, 2 * STRIDE + 1), stride=(1, STRIDE), bias=False)
        self.stem_norm = nn.BatchNorm2d(channels)
        self.blocks = nn.ModuleList(Block(channels, kernel, right) for right in RIGHT_CONTEXT)
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.Conv2d(channels, len(PHONES) + len(CHARACTERS), 1)
        self.channels_last = False

    def forward(self, features):
        signal = ((features - self.mean) / self.deviation).unsqueeze(2)
        if self.channels_last:
            signal = signal.contiguous(memory_format=torch.channels_last)
        signal = functional.relu(self.stem_norm(self.stem(functional.pad(signal, (STRIDE, STRIDE)))))
        for block in self.blocks:
            signal = block(signal)
        scores = self.heads(self.dropout(signal))[:, :, 0]
        return scores[:, :len(PHONES)], scores[:, len(PHONES):]

    @staticmethod
    def frames_out(frames):
        """Output frames for a number of feature frames."""
        return (frames - 1) // STRIDE + 1


def load(path):
    """A trained network in evaluation mode from a checkpoint of `train.py` (its averaged weights)."""
    checkpoint = torch.load(path, map_location="cpu")
    network = Recognizer(**checkpoint["options"])
    network.load_state_dict(checkpoint["averaged"])
    return network.eval()
