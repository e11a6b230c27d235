"""STOI, the short-time objective intelligibility measure (Taal, Hendriks, Heusdens and Jensen 2011).

Silent frames are dropped by masking, not by re-synthesis, so values differ from pystoi's by some thousandths.
"""

import numpy as np
from scipy.signal import resample_poly

RATE = 10000
FRAME, SHIFT, FFT, BANDS, SEGMENT = 256, 128, 512, 15, 30


def frames(samples: np.ndarray) -> np.ndarray:
    window = np.hanning(FRAME + 2)[1:-1]
    return np.stack([samples[start:start + FRAME] * window for start in range(0, len(samples) - FRAME, SHIFT)])


def stoi(reference: np.ndarray, output: np.ndarray, rate: int = 16000) -> float:
    """Mean correlation of third-octave envelopes over 384 ms segments, about 0 to 1."""
    reference = resample_poly(reference, RATE // 1000, rate // 1000)
    output = resample_poly(output, RATE // 1000, rate // 1000)
    x, y = frames(reference), frames(output)
    energy = 20 * np.log10(np.linalg.norm(x, axis=1) + 1e-12)
    x, y = x[energy > energy.max() - 40], y[energy > energy.max() - 40]
    frequencies = np.linspace(0, RATE, FFT + 1)[: FFT // 2 + 1]
    centres = 150 * 2 ** (np.arange(BANDS) / 3.0)
    bands = np.stack([((frequencies > c * 2 ** (-1 / 6)) & (frequencies < c * 2 ** (1 / 6))).astype(float) for c in centres])
    x = np.sqrt(np.abs(np.fft.rfft(x, FFT)) ** 2 @ bands.T).T
    y = np.sqrt(np.abs(np.fft.rfft(y, FFT)) ** 2 @ bands.T).T
    scores = []
    for end in range(SEGMENT, x.shape[1] + 1):
        a, b = x[:, end - SEGMENT:end], y[:, end - SEGMENT:end]
        b = b * np.linalg.norm(a, axis=1, keepdims=True) / (np.linalg.norm(b, axis=1, keepdims=True) + 1e-9)
        b = np.minimum(b, a * (1 + 10 ** (15 / 20)))
        a, b = a - a.mean(1, keepdims=True), b - b.mean(1, keepdims=True)
        scores.append(((a * b).sum(1) / (np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1) + 1e-9)).mean())
    return float(np.mean(scores))
