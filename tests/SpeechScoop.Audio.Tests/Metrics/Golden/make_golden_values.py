"""What each metric must give on the application's own golden signals, computed with Debian's numpy and scipy from the definitions.

    python3 make_golden_values.py            writes src/SpeechScoop.Audio/Metrics/SelfCheck/golden-values.json
    python3 make_golden_values.py FOLDER     also compares these definitions with other programs' values in FOLDER/golden_signal_metrics.json

The signals are those of src/SpeechScoop.Audio/Metrics/SelfCheck/GoldenSignals.cs, made again here from the same formulas and seeds.
"""

import json
import pathlib
import sys
import warnings

import numpy as np
from scipy.io import wavfile

import distances
import levels
from stoi import stoi

RATE = 16000
HERE = pathlib.Path(__file__).parent
TABLE = HERE.parents[3] / "src/SpeechScoop.Audio/Metrics/SelfCheck/golden-values.json"
MASK = (1 << 64) - 1


def uniform(seed, count):
    """xoshiro256**, seeded through SplitMix64: numbers in [0, 1) with 53 random bits."""
    state = []
    for _ in range(4):
        seed = (seed + 0x9E3779B97F4A7C15) & MASK
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        state.append(z ^ (z >> 31))
    rotate = lambda x, k: ((x << k) | (x >> (64 - k))) & MASK
    a, b, c, d = state
    out = np.empty(count)
    for i in range(count):
        out[i] = ((rotate((b * 5) & MASK, 7) * 9 & MASK) >> 11) / (1 << 53)
        t = (b << 17) & MASK
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= t
        d = rotate(d, 45)
    return out


def quantise(x):
    return np.clip(np.floor(x * 32768 + 0.5), -32768, 32767) / 32768


def voice(pitch=1.0):
    """3.2 s: twenty harmonics of a pitch between 120 and 160 Hz, syllables between 0.3 and 2.8 s, a little noise everywhere."""
    t = np.arange(51200) / RATE
    phase = 2 * np.pi * pitch * (140 * t + 20 / (2 * np.pi * 0.4) * (1 - np.cos(2 * np.pi * 0.4 * t)))
    sound = sum(np.sin(h * phase) / h for h in range(1, 21))
    ramp = np.clip(np.minimum(t - 0.3, 2.8 - t) / 0.02, 0, 1)
    envelope = ramp * (0.2 + 0.8 * np.sin(2 * np.pi * 1.6 * (t - 0.3)) ** 2)
    return quantise(0.25 * envelope * sound + 0.0005 * (2 * uniform(1, len(t)) - 1))


def steps():
    """A tone of 1 kHz: ten seconds at -20 dBFS, ten at -30."""
    i = np.arange(20 * RATE)
    return quantise(np.where(i < 10 * RATE, 0.1, 0.1 / np.sqrt(10)) * np.sin(2 * np.pi * 1000 * i / RATE))


def table():
    r = voice()
    d = quantise(r + 0.05 * (2 * uniform(2, len(r)) - 1))
    loud = quantise(4 * r)
    offset = quantise(r + 0.02)
    tone = steps()
    pair = {
        "si-sdr": (distances.si_sdr(r, d, False), 1e-6),
        "si-sdr-zero-mean": (distances.si_sdr(r, d, True), 1e-6),
        "snr": (distances.snr(r, d), 1e-6),
        "seg-snr": (distances.segmental_snr(r, d, RATE), 1e-6),
        "waveform-l1": (distances.waveform_l1(r, d), 1e-9),
        "lsd": (distances.lsd(r, d), 1e-6),
        "mr-stft": (distances.mr_stft(r, d), 1e-6),
        "stft-distance": (distances.stft_distance(r, d), 1e-6),
        "mel-distance": (distances.mel_audiotools(r, d, RATE), 1e-6),
        "mel-distance-dac": (distances.mel_dac(r, d, RATE), 1e-6),
        "mfcc-mcd": (distances.mfcc_mcd(r, d, RATE, warped=False), 1e-3),
        "mfcc-mcd-dtw": (distances.mfcc_mcd(r, d, RATE, warped=True), 1e-3),
        "log-mel-l1": (distances.scoop_mel(r, d), 1e-4),
        "stoi": (stoi(r, d, RATE), 1e-6),
        "estoi": (stoi(r, d, RATE, extended=True), 1e-6),
    }
    rows = [(metric, "voice-noisy", *value) for metric, value in pair.items()]
    rows += [
        ("loudness", "voice", levels.integrated(r, RATE), 0.01),
        ("loudness-range", "steps", levels.loudness_range(tone, RATE), 0.01),
        ("true-peak", "voice-overdriven", levels.true_peak(loud), 0.001),
        ("clipping", "voice-overdriven", levels.clipping(loud), 1e-9),
        ("dc-offset", "voice-offset", levels.dc_offset(offset), 1e-6),
        ("bandwidth", "voice", levels.bandwidth(r, RATE), 1e-9),
        ("sudden-drops", "voice-dropout", levels.sudden_drops(np.concatenate((r[:32000], np.zeros(3200), r[35200:])), RATE), 0),
    ]
    return [row("numpy", *values) for values in rows] + known()


def row(basis, metric, signals, expected, tolerance):
    return {"metric": metric, "signals": signals, "basis": basis, "expected": float(expected), "tolerance": tolerance}


def known():
    """What is known from how the signals are made; how exactly a measurement finds it is a matter of its frames and thresholds."""
    t = np.arange(0.3, 2.8, 0.001)
    pitch = 140 + 20 * np.sin(2 * np.pi * 0.4 * t)
    semitones = 12 * np.log2(pitch)
    cut = voice()[:32000]
    rms = lambda x: np.sqrt(np.mean(x * x))
    rows = [
        ("duration", "voice", 3.2, 1e-9),
        ("speech-duration", "voice", 2.5, 0.1),
        ("silence-ratio", "voice", 0.7 / 3.2, 0.03),
        ("leading-silence", "voice", 0.3, 0.03),
        ("trailing-silence", "voice", 0.4, 0.06),
        ("longest-pause", "voice-twice", 0.7, 0.06),
        ("end-level", "voice-cut", 20 * np.log10(rms(cut[-480:]) / rms(cut[4800:])), 0.3),
        ("sudden-cut-off", "voice-cut", 1, 0),
        ("self-repetition", "voice-twice", 2.5, 0.1),
        ("speaking-rate", "voice", 5 / 2.5 * 60, 4),
        ("characters-per-second", "voice", 19 / 2.5, 0.3),
        ("f0-mean", "voice", np.mean(pitch), 1),
        ("f0-median", "voice", np.median(pitch), 1),
        ("f0-sd", "voice", np.std(pitch), 0.5),
        ("f0-sd-semitones", "voice", np.std(semitones), 0.1),
        ("f0-range", "voice", np.quantile(semitones, 0.95) - np.quantile(semitones, 0.05), 0.2),
        ("voiced-share", "voice", 2.5 / 3.2, 0.04),
        ("f0-rmse", "voice-raised", 0.05 * np.sqrt(np.mean(pitch ** 2)), 0.3),
        ("f0-rmse-cents", "voice-raised", 1200 * np.log2(1.05), 2),
        ("f0-correlation", "voice-raised", 1, 0.01),
        ("f0-gross-error", "voice-raised", 0, 0.01),
        ("voicing-error", "voice-raised", 0, 0.02),
        ("delay", "voice-late", 5, 1e-9),
        ("gain", "voice-late", 20 * np.log10(0.5), 1e-6),
    ]
    return [row("construction", *values) for values in rows]


def compare(folder):
    """The largest difference of each definition from the values that others gave; identical pairs, whose SNR they limit, are left out."""
    ours = {
        "stoi": lambda r, d, f: stoi(r, d, f), "estoi": lambda r, d, f: stoi(r, d, f, True),
        "snr_db": lambda r, d, f: distances.snr(r, d), "si_sdr_db": lambda r, d, f: distances.si_sdr(r, d, False),
        "si_sdr_zero_mean_db": lambda r, d, f: distances.si_sdr(r, d, True), "seg_snr_db": distances.segmental_snr,
        "mfcc_mcd_db": lambda r, d, f: distances.mfcc_mcd(r, d, f, False), "lsd_2048_512": lambda r, d, f: distances.lsd(r, d), "mrstft_auraloss_formula": lambda r, d, f: distances.mr_stft(r, d),
        "ms_stft_audiotools": lambda r, d, f: distances.stft_distance(r, d), "mel_audiotools_default": distances.mel_audiotools, "mel_dac_config": distances.mel_dac,
    }
    worst = dict.fromkeys(ours, 0.0)
    pairs = 0
    for pair in json.loads((folder / "golden_signal_metrics.json").read_text())["pairs"]:
        if not all((folder / pair[key]).exists() for key in ("ref", "deg")):
            continue
        (rate, r), (_, d) = (read(folder / pair[key]) for key in ("ref", "deg"))
        length = min(len(r), len(d))
        pairs += 1
        for key, compute in ours.items():
            if abs(pair[key]) < 180:
                worst[key] = max(worst[key], abs(compute(r[:length], d[:length], rate) - pair[key]))
    print(f"{pairs} pairs, largest differences:", {key: float(f"{value:.2g}") for key, value in worst.items()})


def read(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rate, samples = wavfile.read(path)
    return rate, samples / 32768 if samples.dtype == np.int16 else samples.astype(float)


if __name__ == "__main__":
    rows = table()
    TABLE.write_text("[\n" + ",\n".join("  " + json.dumps(row) for row in rows) + "\n]\n")
    print(f"{len(rows)} values written to {TABLE}")
    if len(sys.argv) > 1:
        compare(pathlib.Path(sys.argv[1]))
