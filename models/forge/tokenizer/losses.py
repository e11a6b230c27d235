"""Spectral distances: what the tokenizer is trained on, and the log-mel L1 that its figures report."""

import math

import numpy as np
import torch
from torch import Tensor

from tokenizer.network import SAMPLE_RATE

# (FFT and window length, hop, mel bands)
RESOLUTIONS = [(2048, 1024, 80), (1024, 256, 80), (512, 128, 64), (160, 80, 24)]
COMPLEX_RESOLUTIONS = (1024, 512)


def mel_filters(length: int, bands: int, low: float = 30.0, high: float = 8000.0) -> Tensor:
    """Triangular HTK-mel filters [bands, length / 2 + 1], each summing to one."""
    to_mel = lambda hertz: 2595 * np.log10(1 + hertz / 700)
    corners = 700 * (10 ** (np.linspace(to_mel(low), to_mel(high), bands + 2) / 2595) - 1)
    frequencies = np.fft.rfftfreq(length, 1 / SAMPLE_RATE)
    filters = np.zeros((bands, len(frequencies)))
    for band in range(bands):
        left, centre, right = corners[band: band + 3]
        rising = (frequencies - left) / max(centre - left, 1e-9)
        falling = (right - frequencies) / max(right - centre, 1e-9)
        filters[band] = np.maximum(0, np.minimum(rising, falling))
        if filters[band].sum() == 0:
            filters[band, np.argmin(abs(frequencies - centre))] = 1
        filters[band] /= filters[band].sum()
    return torch.tensor(filters, dtype=torch.float32)


WINDOWS = {length: torch.hann_window(length) for length, _, _ in RESOLUTIONS}
FILTERS = {length: mel_filters(length, bands) for length, _, bands in RESOLUTIONS}


def transform(wave: Tensor, length: int, hop: int) -> tuple[Tensor, Tensor]:
    spectrum = torch.stft(wave, length, hop, length, WINDOWS[length], return_complex=True) / math.sqrt(length)
    return spectrum.real, spectrum.imag


def distances(output: Tensor, target: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Log-mel L1, compressed magnitude L1 (|S|^0.3) and compressed complex L1 of waves [batch, n], averaged over resolutions."""
    mel = magnitude = complex_part = 0.0
    for length, hop, _ in RESOLUTIONS:
        real, imaginary = transform(output, length, hop)
        power = real * real + imaginary * imaginary + 1e-7
        absolute = power.sqrt()
        compressed = torch.exp(0.15 * torch.log(power))
        log_mel = torch.log(torch.matmul(FILTERS[length], absolute) + 1e-3)
        with torch.no_grad():
            real0, imaginary0 = transform(target, length, hop)
            power0 = real0 * real0 + imaginary0 * imaginary0 + 1e-7
            absolute0 = power0.sqrt()
            compressed0 = torch.exp(0.15 * torch.log(power0))
            log_mel0 = torch.log(torch.matmul(FILTERS[length], absolute0) + 1e-3)
        mel = mel + (log_mel - log_mel0).abs().mean()
        magnitude = magnitude + (compressed - compressed0).abs().mean()
        if length in COMPLEX_RESOLUTIONS:
            gain, gain0 = compressed / absolute, compressed0 / absolute0
            apart = (real * gain - real0 * gain0).abs() + (imaginary * gain - imaginary0 * gain0).abs()
            complex_part = complex_part + apart.mean()
    return mel / len(RESOLUTIONS), magnitude / len(RESOLUTIONS), complex_part / len(COMPLEX_RESOLUTIONS)
