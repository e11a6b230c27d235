"""Expected mel-cepstral distortions, computed with numpy and scipy in double precision from the definition in docs/methods/mfcc-mcd.md,
without any code of the application.

    python3 make_mel_cepstral_distortion.py        writes mel-cepstral-distortion.json beside this file

With a folder of golden values as argument it also prints how far its own values are from those ("mfcc_mcd_db" of every pair whose files are there).
"""

import json
import pathlib
import sys

import numpy as np
from scipy import fft, signal
from scipy.io import wavfile

here = pathlib.Path(__file__).parent
SIZE, BANDS, ORDER = 1024, 40, 24


def slaney(hz):
    hz = np.asarray(hz, float)
    return np.where(hz < 1000, hz * 3 / 200, 15 + 27 * np.log(np.maximum(hz, 1) / 1000) / np.log(6.4))


def hertz(mel):
    mel = np.asarray(mel, float)
    return np.where(mel < 15, mel * 200 / 3, 1000 * np.exp((mel - 15) * np.log(6.4) / 27))


def cepstra(x, rate):
    hop = int(0.005 * rate)
    x = np.pad(x, SIZE // 2, mode="reflect")
    frames = np.lib.stride_tricks.sliding_window_view(x, SIZE)[::hop] * signal.get_window("hann", SIZE)
    magnitudes = np.abs(fft.rfft(frames))
    corners = hertz(np.linspace(0, slaney(rate / 2), BANDS + 2))
    bins = np.arange(SIZE // 2 + 1) * rate / SIZE
    rising = (bins - corners[:-2, None]) / np.diff(corners)[:-1, None]
    falling = (corners[2:, None] - bins) / np.diff(corners)[1:, None]
    filters = np.maximum(0, np.minimum(rising, falling)) * (2 / (corners[2:] - corners[:-2]))[:, None]
    logs = np.log(np.maximum(magnitudes @ filters.T, 1e-10))
    return fft.dct(logs, norm="forward")[:, 1 : ORDER + 1]


def scaled(distance):
    return 10 / np.log(10) * np.sqrt(2) * distance


def plain(x, y, rate):
    n = min(len(x), len(y))
    return scaled(np.mean(np.linalg.norm(cepstra(x[:n], rate) - cepstra(y[:n], rate), axis=1)))


def warped(x, y, rate):
    a, b = cepstra(x, rate), cepstra(y, rate)
    cost = np.linalg.norm(a[:, None] - b[None], axis=2)
    total = np.full(cost.shape, np.inf)
    back = {}
    for i in range(len(a)):
        for j in range(len(b)):
            ways = [(total[i - 1, j - 1], (i - 1, j - 1))] if i and j else []
            ways += [(total[i - 1, j], (i - 1, j))] if i else []
            ways += [(total[i, j - 1], (i, j - 1))] if j else []
            best = min(ways, key=lambda way: way[0]) if ways else (0.0, None)
            total[i, j], back[i, j] = best[0] + cost[i, j], best[1]
    path, at = [], (len(a) - 1, len(b) - 1)
    while at:
        path.append(cost[at])
        at = back[at]
    return scaled(np.mean(path))


def read(path):
    rate, samples = wavfile.read(path)
    return rate, samples / 32768.0


rate, x = read(here.parent / "Features" / "Golden" / "signal.wav")
n = len(x)
variants = {
    "half": x / 2,
    "coarse": np.floor(x * 16 + 0.5) / 16,
    "noisy": x + 0.01 * ((np.arange(n) * 7919 % 101) / 50 - 1),
    "slow": x[np.arange(n * 5 // 4) * 4 // 5],
    "late": np.concatenate([np.zeros(800), x]),
}
golden = [{"variant": name, "mcd": plain(y, x, rate), "warped": warped(y, x, rate)} for name, y in variants.items()]
(here / "mel-cepstral-distortion.json").write_text(json.dumps(golden, indent=1) + "\n")

for folder in map(pathlib.Path, sys.argv[1:]):
    for pair in json.loads((folder / "golden_signal_metrics.json").read_text())["pairs"]:
        if (folder / pair["ref"]).exists() and (folder / pair["deg"]).exists():
            rate, reference = read(folder / pair["ref"])
            _, degraded = read(folder / pair["deg"])
            print(pair["deg"], plain(degraded, reference, rate) - pair["mfcc_mcd_db"])
