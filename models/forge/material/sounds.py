"""Seeded sounds that are not speech: notes, drums, chirps, whistles, click trains and noise, float64 at 16 kHz.

    python3 -m material.sounds --work WORK --clips 900
"""

import argparse
from pathlib import Path

import numpy as np
from numpy.random import Generator
from scipy.signal import butter, fftconvolve, lfilter, sosfilt

RATE = 16000


def envelope(n: int, rng: Generator, attack: float | None = None, release: float | None = None) -> np.ndarray:
    """Linear attack and quadratic release, in seconds; random where not given."""
    rise = min(int(RATE * (rng.uniform(0.002, 0.08) if attack is None else attack)), n // 2)
    fall = min(int(RATE * (rng.uniform(0.01, 0.2) if release is None else release)), n - rise)
    shape = np.ones(n)
    if rise:
        shape[:rise] = np.linspace(0, 1, rise)
    if fall:
        shape[-fall:] *= np.linspace(1, 0, fall) ** 2
    return shape


def note(hertz: float, n: int, rng: Generator, kind: str) -> np.ndarray:
    time = np.arange(n) / RATE
    if kind == "pluck":  # Karplus and Strong 1983
        period = max(2, int(RATE / hertz))
        burst = np.zeros(n)
        burst[:period] = rng.uniform(-1, 1, min(period, n))
        feedback = np.zeros(period + 2)
        feedback[0], feedback[period], feedback[period + 1] = 1, -0.498, -0.498
        return lfilter([1], feedback, burst)
    if kind == "fm":
        ratio = rng.choice([0.5, 1, 1.5, 2, 3, 3.5])
        index = rng.uniform(0.3, 5) * np.exp(-time * rng.uniform(0.5, 6))
        return np.sin(2 * np.pi * hertz * time + index * np.sin(2 * np.pi * hertz * ratio * time))
    vibrato = 1 + rng.uniform(0, 0.008) * np.sin(2 * np.pi * rng.uniform(4, 7) * time)
    phase = 2 * np.pi * np.cumsum(hertz * vibrato) / RATE
    slope, odd_only, sound = rng.uniform(0.5, 2.2), rng.random() < 0.3, np.zeros(n)
    for k in range(1, int(min(24, 7800 / hertz)) + 1):
        if odd_only and k % 2 == 0:
            continue
        sound += np.sin(k * phase + rng.uniform(0, 6.28)) / k ** slope * np.exp(-time * k * rng.uniform(0, 0.6))
    return sound


def drums(n: int, rng: Generator) -> np.ndarray:
    sound, position, step = np.zeros(n), 0, int(RATE * rng.uniform(0.12, 0.5))
    while position < n:
        length = min(int(RATE * 0.3), n - position)
        time, kind = np.arange(length) / RATE, rng.integers(3)
        if kind == 0:
            hit = np.sin(2 * np.pi * (50 * time + 30 * (1 - np.exp(-time * 30)))) * np.exp(-time * rng.uniform(8, 25))
        elif kind == 1:
            hit = rng.standard_normal(length) * np.exp(-time * rng.uniform(12, 40))
        else:
            hit = np.diff(rng.standard_normal(length + 1)) * np.exp(-time * rng.uniform(40, 120))
        sound[position:position + length] += hit * rng.uniform(0.3, 1)
        position += step
    return sound


def music(n: int, rng: Generator) -> np.ndarray:
    sound, base, position = np.zeros(n), rng.uniform(80, 500), 0
    scale = np.array([0, 2, 4, 5, 7, 9, 11, 12, 14, 16, 19])
    kind, step = rng.choice(["harmonic", "fm", "pluck", "harmonic"]), rng.uniform(0.1, 0.6)
    while position < n:
        duration = int(RATE * step * rng.choice([0.5, 1, 1, 2]))
        length = min(int(duration * rng.uniform(0.8, 1.6)), n - position)
        if length < 50:
            break
        for _ in range(rng.choice([1, 1, 2, 3])):
            hertz = base * 2 ** (rng.choice(scale) / 12)
            hertz = hertz / 2 if hertz > 3500 else hertz
            sound[position:position + length] += note(hertz, length, rng, kind) * envelope(length, rng) * rng.uniform(0.4, 1)
        position += duration
    if rng.random() < 0.3:
        sound += drums(n, rng) * np.abs(sound).max() * rng.uniform(0.3, 1)
    return sound


def chirps(n: int, rng: Generator) -> np.ndarray:
    sound = np.zeros(n)
    for _ in range(rng.integers(1, 4)):
        length = int(rng.uniform(0.1, 1) * n)
        start = rng.integers(0, n - length + 1)
        low, high = np.exp(rng.uniform(np.log(100), np.log(7600), 2))
        along = np.linspace(0, 1, length)
        hertz = low * (high / low) ** along if rng.random() < 0.5 else low + (high - low) * along
        tone = np.sin(2 * np.pi * np.cumsum(hertz) / RATE)
        sound[start:start + length] += tone * envelope(length, rng) * rng.uniform(0.3, 1)
    return sound


def whistles(n: int, rng: Generator) -> np.ndarray:
    sound = np.zeros(n)
    for _ in range(rng.integers(1, 5)):
        length = min(n, int(RATE * rng.uniform(0.2, 1.5)))
        start, knots = rng.integers(0, n - length + 1), rng.integers(3, 8)
        hertz = np.interp(np.linspace(0, knots - 1, length), range(knots), rng.uniform(1500, 7500, knots))
        smooth = int(RATE * 0.05)
        hertz = np.convolve(np.pad(hertz, (smooth // 2, smooth - smooth // 2 - 1), "edge"), np.ones(smooth) / smooth, "valid")
        if rng.random() < 0.3:
            hertz = hertz * (1 + 0.1 * np.sin(2 * np.pi * rng.uniform(5, 20) * np.arange(length) / RATE))
        phase = 2 * np.pi * np.cumsum(np.clip(hertz, 300, 7800)) / RATE
        tone = np.sin(phase)
        if rng.random() < 0.4:
            tone += 0.3 * np.sin(2 * phase) * (2 * hertz < 7900)
        sound[start:start + length] += tone * envelope(length, rng, 0.02, 0.05) * rng.uniform(0.3, 1)
    return sound


def clicks(n: int, rng: Generator) -> np.ndarray:
    sound, position = np.zeros(n + 2000), int(rng.integers(0, 2000))
    interval, drift = rng.uniform(0.004, 0.25), rng.uniform(-0.02, 0.02)
    centre, width = rng.uniform(1500, 7000), rng.uniform(0.0001, 0.0012)
    length = int(width * 8 * RATE) + 4
    while position < n:
        time = (np.arange(length) - length / 2) / RATE
        if rng.random() < 0.2:
            centre = rng.uniform(1500, 7000)
        click = np.exp(-time ** 2 / (2 * width * width)) * np.cos(2 * np.pi * centre * time + rng.uniform(0, 6.28))
        sound[position:position + length] += click * rng.uniform(0.5, 1)
        interval = np.clip(interval * (1 + drift), 0.003, 0.4)
        position += max(8, int(RATE * interval * rng.uniform(0.95, 1.05)))
    return sound[:n]


def noise(n: int, rng: Generator) -> np.ndarray:
    sound, colour = rng.standard_normal(n), rng.integers(4)
    if colour == 0:
        sound = lfilter([1], [1, -rng.uniform(0.5, 0.98)], sound)
    elif colour == 1:
        low = rng.uniform(80, 5000)
        band = [low, min(7800, low * rng.uniform(1.3, 6))]
        sound = sosfilt(butter(2, band, "band", fs=RATE, output="sos"), sound)
    elif colour == 2:
        sound = np.diff(sound, append=0)
    if rng.random() < 0.6:
        bursts, position = np.zeros(n), 0
        while position < n:
            length = int(RATE * rng.uniform(0.02, 0.6))
            kept = min(length, n - position)
            bursts[position:position + kept] = envelope(length, rng, 0.003, 0.05)[:kept] * rng.uniform(0.1, 1)
            position += length + int(RATE * rng.uniform(0.01, 0.4))
        sound = sound * bursts
    return sound


KINDS = dict(music=music, chirps=chirps, whistles=whistles, clicks=clicks, noise=noise, drums=drums)
MIX = ["music"] * 3 + ["chirps"] + ["whistles"] * 2 + ["clicks"] * 2 + ["noise", "drums"]


def clip(n: int, rng: Generator, kind: str | None = None) -> np.ndarray:
    """One clip of n samples within ±1; a quarter with reverberation, half with a noise floor."""
    sound = KINDS[kind or rng.choice(MIX)](n, rng)
    if rng.random() < 0.25:
        length = int(RATE * rng.uniform(0.05, 0.4))
        tail = rng.standard_normal(length) * np.exp(-np.arange(length) / RATE * rng.uniform(10, 40)) * rng.uniform(0.02, 0.2)
        tail[0] = 1
        sound = fftconvolve(sound, tail)[:n]
    sound = sound / (np.abs(sound).max() + 1e-9) * 10 ** rng.uniform(-1, -0.02)
    if rng.random() < 0.5:
        sound = sound + rng.standard_normal(n) * 10 ** rng.uniform(-4, -2)
    return np.clip(sound, -1, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--clips", type=int, default=900, help="clips of four seconds")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    rng = np.random.default_rng(args.seed)
    clips = [(clip(4 * RATE, rng) * 32767).astype(np.int16) for _ in range(args.clips)]
    np.save(args.work / "sounds.npy", np.concatenate(clips))
    print(f"{args.clips * 4 / 60:.0f} min of sounds")


if __name__ == "__main__":
    main()
