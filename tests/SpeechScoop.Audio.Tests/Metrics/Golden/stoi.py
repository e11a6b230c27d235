"""STOI and ESTOI with numpy and scipy, after the papers and the frame counts of pystoi 0.4.1: the definition that the
application's own is compared with, in values (make_golden_values.py) and in speed (tests/SpeechScoop.Benchmarks/Audio/stoi_speed.py)."""

import math

import numpy as np
from scipy.signal import resample_poly

EPS = np.finfo(float).eps
FRAME, HOP, FFT, SEGMENT, RATE = 256, 128, 512, 30, 10_000
WINDOW = np.hanning(FRAME + 2)[1:-1]


def octave_filter(up, down):
    cutoff = 1 / (2 * max(up, down))
    half = math.ceil((60 - 8) / (28.714 * cutoff / 10))
    t = np.arange(-half, half + 1)
    ideal = 2 * up * cutoff * np.sinc(2 * cutoff * t)
    h = np.kaiser(2 * half + 1, 0.1102 * (60 - 8.7)) * ideal
    return h / h.sum()


def to_10_khz(x, rate):
    if rate == RATE:
        return x
    divisor = math.gcd(rate, RATE)
    up, down = RATE // divisor, rate // divisor
    return resample_poly(x, up, down, window=octave_filter(up, down))


def frames(x):
    starts = range(0, len(x) - FRAME, HOP)
    return np.lib.stride_tricks.sliding_window_view(x, FRAME)[: len(x) - FRAME : HOP] if len(starts) else np.zeros((0, FRAME))


def remove_silence(x, y):
    xf, yf = frames(x) * WINDOW, frames(y) * WINDOW
    level = 20 * np.log10(np.linalg.norm(xf, axis=1) + EPS)
    kept = level > level.max() - 40
    return overlap_add(xf[kept]), overlap_add(yf[kept])


def overlap_add(windowed):
    # Frames overlap by half: two sums of disjoint frames.
    out = np.zeros((len(windowed) + 1) * HOP)
    out[:-HOP].reshape(-1, HOP)[:] = windowed[:, :HOP]
    out[HOP:].reshape(-1, HOP)[:] += windowed[:, HOP:]
    return out


def bands():
    centres = 150 * 2.0 ** (np.arange(15) / 3)
    f = np.linspace(0, RATE, FFT + 1)[: FFT // 2 + 1]
    low = np.array([np.argmin((f - c * 2 ** (-1 / 6)) ** 2) for c in centres])
    high = np.array([np.argmin((f - c * 2 ** (1 / 6)) ** 2) for c in centres])
    matrix = np.zeros((15, len(f)))
    for i in range(15):
        matrix[i, low[i]:high[i]] = 1
    return matrix


BANDS = bands()


def third_octaves(x):
    power = np.abs(np.fft.rfft(frames(x) * WINDOW, FFT)) ** 2
    return np.sqrt(BANDS @ power.T)


def segments(x):
    """Segments x bands x 30 frames."""
    return np.lib.stride_tricks.sliding_window_view(x, SEGMENT, axis=1).transpose(1, 0, 2)


def stoi(clean, degraded, rate, extended=False):
    x, y = remove_silence(to_10_khz(clean, rate), to_10_khz(degraded, rate))
    x, y = segments(third_octaves(x)), segments(third_octaves(y))
    if extended:
        def normalise(a, axis):
            a = a - a.mean(axis=axis, keepdims=True)
            return a / (np.linalg.norm(a, axis=axis, keepdims=True) + EPS)

        return np.sum(normalise(normalise(x, 2), 1) * normalise(normalise(y, 2), 1)) / SEGMENT / len(x)
    y = np.minimum(y * np.linalg.norm(x, axis=2, keepdims=True) / (np.linalg.norm(y, axis=2, keepdims=True) + EPS), x * (1 + 10 ** (15 / 20)))
    x = x - x.mean(axis=2, keepdims=True)
    y = y - y.mean(axis=2, keepdims=True)
    x = x / (np.linalg.norm(x, axis=2, keepdims=True) + EPS)
    y = y / (np.linalg.norm(y, axis=2, keepdims=True) + EPS)
    return np.sum(x * y) / (len(x) * x.shape[1])
