"""Loudness, peaks and damage with numpy and scipy, after ITU-R BS.1770-4 and EBU Tech 3342; mono."""

import numpy as np
from scipy.signal import lfilter, upfirdn

TRUE_PEAK = np.array([
    [0.0017089843750, 0.0109863281250, -0.0196533203125, 0.0332031250000, -0.0594482421875, 0.1373291015625, 0.9721679687500, -0.1022949218750, 0.0476074218750, -0.0266113281250, 0.0148925781250, -0.0083007812500],
    [-0.0291748046875, 0.0292968750000, -0.0517578125000, 0.0891113281250, -0.1665039062500, 0.4650878906250, 0.7797851562500, -0.2003173828125, 0.1015625000000, -0.0582275390625, 0.0330810546875, -0.0189208984375],
    [-0.0189208984375, 0.0330810546875, -0.0582275390625, 0.1015625000000, -0.2003173828125, 0.7797851562500, 0.4650878906250, -0.1665039062500, 0.0891113281250, -0.0517578125000, 0.0292968750000, -0.0291748046875],
    [-0.0083007812500, 0.0148925781250, -0.0266113281250, 0.0476074218750, -0.1022949218750, 0.9721679687500, 0.1373291015625, -0.0594482421875, 0.0332031250000, -0.0196533203125, 0.0109863281250, 0.0017089843750],
])


def high_pass_denominator(rate):
    k = np.tan(np.pi * 38.13547087602444 / rate)
    return np.array([1 + k / 0.5003270373238773 + k * k, 2 * (k * k - 1), 1 - k / 0.5003270373238773 + k * k])


def weigh(x, rate):
    """The two filters at any rate, by the bilinear transform of those that make the recommendation's tables at 48 kHz."""
    k, high = np.tan(np.pi * 1681.974450955533 / rate), 10 ** (3.999843853973347 / 20)
    band, q = high ** 0.4996667741545416, 0.7071752369554196
    a = np.array([1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k])
    b = np.array([high + band * k / q + k * k, 2 * (k * k - high), high - band * k / q + k * k])
    low = high_pass_denominator(rate)
    gain = high_pass_denominator(48000)[0] / low[0]
    return lfilter(gain * np.array([1, -2, 1]), low / low[0], lfilter(b / a[0], a / a[0], x))


def blocks(x, rate, seconds):
    energy = np.concatenate(([0], np.cumsum(weigh(x, rate) ** 2)))
    size, hop = int(seconds * rate), rate // 10
    starts = np.arange(0, len(x) - size + 1, hop)
    return (energy[starts + size] - energy[starts]) / size


def lufs(power):
    return -0.691 + 10 * np.log10(power)


def integrated(x, rate):
    p = blocks(x, rate, 0.4)
    p = p[lufs(p) > -70]
    return lufs(np.mean(p[lufs(p) > lufs(np.mean(p)) - 10]))


def loudness_range(x, rate):
    p = blocks(x, rate, 3)
    p = p[lufs(p) >= -70]
    p = np.sort(lufs(p[lufs(p) >= lufs(np.mean(p)) - 20]))
    return p[round((len(p) - 1) * 0.95)] - p[round((len(p) - 1) * 0.10)]


def true_peak(x):
    return 20 * np.log10(max(np.max(np.abs(x)), max(np.max(np.abs(upfirdn(phase, x))) for phase in TRUE_PEAK)))


def clipping(x):
    return 100 * np.mean(np.abs(x) >= 32767 / 32768)


def dc_offset(x):
    return 100 * abs(np.mean(x))


def bandwidth(x, rate):
    size = round(0.032 * rate / 2) * 2
    t = 2 * np.pi * np.arange(size) / size
    window = 0.35875 - 0.48829 * np.cos(t) + 0.14128 * np.cos(2 * t) - 0.01168 * np.cos(3 * t)
    power = np.sum(np.abs(np.fft.rfft(np.lib.stride_tricks.sliding_window_view(x, size)[:: size // 2] * window, axis=1)) ** 2, axis=0)
    band = np.minimum(np.arange(size // 2 + 1) * rate / size // 333, np.ceil(rate / 2 / 333) - 1).astype(int)
    total = np.bincount(band, power)
    return min((np.flatnonzero(total >= total.max() * 10 ** -6.5)[-1] + 1) * 333, rate / 2)


def sudden_drops(x, rate):
    """Full-Duplex-Bench's: frames of 30 ms, a fall of 18 dB from 6 dB above the 10th percentile of the last 30; falls in a row count once."""
    size = round(0.03 * rate)
    level = np.array([20 * np.log10(max(np.sqrt(np.mean(f * f)), 1e-6)) for f in x[: len(x) // size * size].reshape(-1, size)])
    falls = [level[f + 1] - level[f] <= -18 and level[f] >= np.quantile(level[f - 29:f + 1], 0.1) + 6 for f in range(29, len(level) - 1)]
    return sum(now and not before for now, before in zip(falls, [False] + falls))
