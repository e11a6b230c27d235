"""The tokenizer's encoder and decoder: short-time spectra in and out, ConvNeXt blocks between, 64 numbers every 20 ms.

Both transforms are fixed convolutions (no STFT operator, no complex numbers), so that the exported graph needs only
standard operators. Audio is 16 kHz; spectra have 640-sample Hann windows every 160 samples; latents come at 50 Hz.
"""

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

SAMPLE_RATE = 16000
WINDOW = 640
HOP = 160
BINS = WINDOW // 2 + 1
FRAME_SAMPLES = 320
LATENT = 64
WIDTH = 256


def transform_kernels() -> tuple[Tensor, Tensor]:
    """Analysis and synthesis kernels [2·BINS, 1, WINDOW]: a windowed DFT and its overlap-add inverse.

    The periodic Hann window squared, overlapped at a quarter of its length, sums to 1.5, which the synthesis divides by.
    """
    n = np.arange(WINDOW)
    k = np.arange(BINS)[:, None]
    hann = np.hanning(WINDOW + 1)[:-1]
    cosine = np.cos(2 * np.pi * k * n / WINDOW)
    sine = -np.sin(2 * np.pi * k * n / WINDOW)
    analysis = np.concatenate([cosine, sine]) * hann
    mirrored = np.full((BINS, 1), 2.0)
    mirrored[0] = mirrored[-1] = 1
    synthesis = np.concatenate([cosine * mirrored, sine * mirrored]) / WINDOW * hann / 1.5
    as_kernel = lambda matrix: torch.tensor(matrix, dtype=torch.float32)[:, None]
    return as_kernel(analysis), as_kernel(synthesis)


class Block(nn.Module):
    """A ConvNeXt block on [batch, width, time]: depthwise convolution, layer norm, two pointwise layers, scaled residual."""

    def __init__(self, width: int, expansion: int = 2, kernel: int = 7):
        super().__init__()
        self.depthwise = nn.Conv1d(width, width, kernel, padding=kernel // 2, groups=width)
        self.norm = nn.LayerNorm(width, eps=1e-5)
        self.widen = nn.Linear(width, width * expansion)
        self.narrow = nn.Linear(width * expansion, width)
        self.scale = nn.Parameter(torch.full((width,), 0.3))

    def forward(self, x: Tensor) -> Tensor:
        y = self.norm(self.depthwise(x).transpose(1, 2))
        y = self.narrow(F.gelu(self.widen(y))) * self.scale
        return x + y.transpose(1, 2)


class Encoder(nn.Module):
    """Wave [batch, 1, n], n a multiple of 320, to latents [batch, 64, n / 320]."""

    def __init__(self, width: int = WIDTH, latent: int = LATENT):
        super().__init__()
        self.register_buffer("analysis", transform_kernels()[0], persistent=False)
        self.enter = nn.Conv1d(3 * BINS, width, 1)
        self.fine = nn.Sequential(Block(width), Block(width))
        self.down = nn.Conv1d(width, width, 2, stride=2)
        self.coarse = nn.Sequential(Block(width), Block(width))
        self.norm = nn.LayerNorm(width, eps=1e-5)
        self.leave = nn.Linear(width, latent)

    def features(self, wave: Tensor) -> Tensor:
        """Log magnitude and power-compressed real and imaginary parts [batch, 963, n / 160]."""
        pad = (WINDOW - HOP) // 2
        spectrum = F.conv1d(F.pad(wave, (pad, pad)), self.analysis, stride=HOP)
        real, imaginary = spectrum[:, :BINS], spectrum[:, BINS:]
        log_magnitude = torch.log(real * real + imaginary * imaginary + 1e-8) * 0.5
        compression = torch.exp(-0.7 * log_magnitude)
        return torch.cat([(log_magnitude + 3) * 0.4, real * compression * 0.5, imaginary * compression * 0.5], 1)

    def forward(self, wave: Tensor) -> Tensor:
        hidden = self.coarse(self.down(self.fine(self.enter(self.features(wave)))))
        return self.leave(self.norm(hidden.transpose(1, 2))).transpose(1, 2)


class Decoder(nn.Module):
    """Latents [batch, 64, frames] to wave [batch, 1, 320 · frames]."""

    def __init__(self, width: int = WIDTH, latent: int = LATENT):
        super().__init__()
        self.register_buffer("synthesis", transform_kernels()[1], persistent=False)
        self.enter = nn.Conv1d(latent, width, 3, padding=1)
        self.coarse = nn.Sequential(Block(width), Block(width))
        self.up = nn.ConvTranspose1d(width, width, 2, stride=2)
        self.fine = nn.Sequential(*[Block(width) for _ in range(4)])
        self.norm = nn.LayerNorm(width, eps=1e-5)
        self.leave = nn.Linear(width, 3 * BINS)
        with torch.no_grad():
            self.leave.weight.mul_(0.5)
            self.leave.bias[:BINS] = -2.0

    def spectrum(self, latents: Tensor) -> Tensor:
        """Real and imaginary parts [batch, 642, 2 · frames]: exp of a log magnitude times a unit phase vector."""
        hidden = self.fine(self.up(self.coarse(self.enter(latents))))
        hidden = self.leave(self.norm(hidden.transpose(1, 2))).transpose(1, 2)
        magnitude = torch.exp(torch.clamp(hidden[:, :BINS], max=6.0))
        a, b = hidden[:, BINS:2 * BINS], hidden[:, 2 * BINS:]
        scale = magnitude / torch.sqrt(a * a + b * b + 1e-6)
        return torch.cat([a * scale, b * scale], 1)

    def forward(self, latents: Tensor) -> Tensor:
        wave = F.conv_transpose1d(self.spectrum(latents), self.synthesis, stride=HOP)
        pad = (WINDOW - HOP) // 2
        return wave[:, :, pad:-pad]
