"""Distances of waveforms and spectra with numpy in double precision, written from the definitions and not from the application's code."""

import numpy as np
from scipy.signal import get_window

EPS = np.finfo(float).eps


def snr(r, d):
    return 10 * np.log10((r @ r) / np.sum((r - d) ** 2))


def si_sdr(r, d, zero_mean):
    if zero_mean:
        r, d = r - r.mean(), d - d.mean()
    target = (d @ r) / (r @ r) * r
    return 10 * np.log10((target @ target) / np.sum((target - d) ** 2))


def segmental_snr(r, d, rate):
    size = int(0.03 * rate)
    hop, window = size // 4, np.hanning(size + 2)[1:-1]
    starts = range(0, len(r) - size + 1, hop)
    signal = np.array([np.sum((r[s:s + size] * window) ** 2) for s in starts])
    noise = np.array([np.sum(((r - d)[s:s + size] * window) ** 2) for s in starts])
    return np.mean(np.clip(10 * np.log10(signal / (noise + EPS) + EPS), -10, 35))


def waveform_l1(r, d):
    return np.mean(np.abs(r - d))


def stft(x, size, hop, window_length):
    """Frames x bins; centred, ends reflected, the window in the middle of the transform."""
    window = np.zeros(size)
    begin = (size - window_length) // 2
    window[begin:begin + window_length] = get_window("hann", window_length)
    x = np.pad(x, size // 2, mode="reflect")
    return np.fft.rfft(np.lib.stride_tricks.sliding_window_view(x, size)[::hop] * window, axis=1)


def lsd(r, d):
    a, b = (np.log10(np.maximum(np.abs(stft(x, 2048, 512, 2048)) ** 2, 1e-8)) for x in (r, d))
    return np.mean(np.sqrt(np.mean((a - b) ** 2, axis=1)))


def mr_stft(r, d):
    total = 0
    for size, hop, window in ((1024, 120, 600), (2048, 240, 1200), (512, 50, 240)):
        y, x = (np.sqrt(np.maximum(np.abs(stft(s, size, hop, window)) ** 2, 1e-8)) for s in (r, d))
        total += np.linalg.norm(y - x) / np.linalg.norm(y) + np.mean(np.abs(np.log(x) - np.log(y)))
    return total / 3


def logarithms(a, b, power):
    return np.mean(np.abs(power * np.log10(np.maximum(a, 1e-5)) - power * np.log10(np.maximum(b, 1e-5))))


def stft_distance(r, d):
    total = 0
    for window in (2048, 512):
        a, b = (np.abs(stft(x, window, window // 4, window)) for x in (r, d))
        total += logarithms(a, b, 2) + np.mean(np.abs(a - b))
    return total


def mel_filters(rate, size, count):
    """librosa's: Slaney's scale, area 1."""
    to_mel = lambda f: np.where(f < 1000, f * 3 / 200, 15 + np.log(np.maximum(f, 1) / 1000) * 27 / np.log(6.4))
    to_hertz = lambda m: np.where(m < 15, m * 200 / 3, 1000 * np.exp((m - 15) * np.log(6.4) / 27))
    corners = to_hertz(np.linspace(0, to_mel(np.array(rate / 2)), count + 2))
    f, left, centre, right = np.arange(size // 2 + 1) * rate / size, corners[:-2, None], corners[1:-1, None], corners[2:, None]
    return np.maximum(0, np.minimum((f - left) / (centre - left), (right - f) / (right - centre))) * 2 / (right - left)


def mel_distance(r, d, rate, scales, power, magnitude_weight):
    total = 0
    for window, count in scales:
        filters = mel_filters(rate, window, count).T
        a, b = (np.abs(stft(x, window, window // 4, window)) @ filters for x in (r, d))
        total += logarithms(a, b, power) + magnitude_weight * np.mean(np.abs(a - b))
    return total


def mel_audiotools(r, d, rate):
    return mel_distance(r, d, rate, ((2048, 150), (512, 80)), 2, 1)


def mel_dac(r, d, rate):
    return mel_distance(r, d, rate, ((32, 5), (64, 10), (128, 20), (256, 40), (512, 80), (1024, 160), (2048, 320)), 1, 0)


def scoop_mel(r, d):
    """The default tokenizer's loss at 16 kHz (docs/methods/reconstruction.md): HTK triangles that sum to 1."""
    total = 0
    for window, hop, count in ((2048, 1024, 80), (1024, 256, 80), (512, 128, 64), (160, 80, 24)):
        mel = lambda f: 2595 * np.log10(1 + f / 700)
        corners = 700 * (10 ** (np.linspace(mel(30), mel(8000), count + 2) / 2595) - 1)
        f, left, centre, right = np.arange(window // 2 + 1) * 16000 / window, corners[:-2, None], corners[1:-1, None], corners[2:, None]
        filters = np.maximum(0, np.minimum((f - left) / (centre - left), (right - f) / (right - centre)))
        for b in np.flatnonzero(filters.sum(axis=1) == 0):
            filters[b, np.argmin(np.abs(f - centre[b]))] = 1
        filters /= filters.sum(axis=1, keepdims=True)
        a, b = (np.log(np.sqrt(np.abs(stft(x, window, hop, window)) ** 2 / window + 1e-7) @ filters.T + 1e-3) for x in (r, d))
        total += np.mean(np.abs(a - b))
    return total / 4


def mfcc_mcd(r, d, rate, warped):
    """24 cepstra of 40 Slaney bands, 1,024 samples every 5 ms; warped along the path of the least sum, its mean over the path's points."""
    cosines = np.cos(np.pi * np.outer(np.arange(40) + 0.5, np.arange(1, 25)) / 40) / 40
    a, b = (np.log(np.maximum(np.abs(stft(x, 1024, int(0.005 * rate), 1024)) @ mel_filters(rate, 1024, 40).T, 1e-10)) @ cosines for x in (r, d))
    scale = 10 / np.log(10) * np.sqrt(2)
    if not warped:
        return scale * np.mean(np.linalg.norm(a - b, axis=1))
    cost = np.sqrt(np.maximum(0, np.sum(a * a, 1)[:, None] + np.sum(b * b, 1) - 2 * a @ b.T))
    total, points = np.full(cost.shape, np.inf), np.zeros(cost.shape, int)
    for i in range(len(a)):
        for j in range(len(b)):
            ways = [(total[k, m], points[k, m]) for k, m in ((i - 1, j - 1), (i - 1, j), (i, j - 1)) if k >= 0 and m >= 0]
            best = min(ways, key=lambda way: way[0]) if ways else (0, 0)
            total[i, j], points[i, j] = best[0] + cost[i, j], best[1] + 1
    return scale * total[-1, -1] / points[-1, -1]
