"""Degradation of waveforms for training: speed, rooms, microphones, noise, level. `rng` is a numpy Generator."""

import numpy as np
import scipy.signal

RATE = 16000


def _rms(samples):
    return np.sqrt(np.mean(samples * samples) + 1e-9)


def noise(count, rng):
    """One of five kinds of background noise, of arbitrary level."""
    white = rng.standard_normal(count).astype(np.float32)
    kind = rng.integers(5)
    if kind == 0:
        return white
    if kind in (1, 2):
        return scipy.signal.lfilter([1], [1, -0.97 if kind == 1 else -0.85], white).astype(np.float32)
    if kind == 3:  # babble-like: noise in a speech band whose level moves slowly
        slow = np.interp(np.arange(count) / 4000, np.arange(count // 4000 + 2), rng.uniform(0.2, 1.5, count // 4000 + 2))
        band = scipy.signal.lfilter(*scipy.signal.butter(2, [200 / 8000, 3000 / 8000], "band"), white)
        return (band * slow).astype(np.float32)
    time = np.arange(count) / RATE
    hum = rng.choice([50, 60, 100, 120])
    tones = sum(np.sin(2 * np.pi * hum * (k + 1) * time + rng.uniform(0, 6)) / (k + 1) for k in range(5))
    return (tones + 0.3 * scipy.signal.lfilter([1], [1, -0.9], white)).astype(np.float32)


def _room(samples, rng):
    """Direct sound, a few early reflections and an exponentially decaying, slowly darkening tail."""
    decay = rng.uniform(0.1, 0.7)
    count = int(decay * RATE)
    tail = rng.standard_normal(count) * np.exp(-6.9 * np.arange(count) / count)
    tail = scipy.signal.lfilter([1], [1, -rng.uniform(0, 0.7)], tail)
    tail[: int(rng.integers(20, 160))] = 0
    tail *= rng.uniform(0.1, 0.7) / np.sqrt((tail * tail).sum() + 1e-9)
    for _ in range(int(rng.integers(0, 6))):
        tail[min(count - 1, int(rng.integers(15, 500)))] += rng.uniform(-0.4, 0.4)
    tail[0] = 1
    return scipy.signal.fftconvolve(samples, tail)[: len(samples)].astype(np.float32)


def _microphone(samples, rng):
    kind = rng.random()
    if kind < 0.3:
        low, high = rng.uniform(100, 350), rng.uniform(3000, 3900)
        samples = scipy.signal.lfilter(*scipy.signal.butter(4, [low / 8000, high / 8000], "band"), samples)
    elif kind < 0.6:
        samples = scipy.signal.lfilter(*scipy.signal.butter(2, rng.uniform(50, 250) / 8000, "high"), samples)
    else:  # a random smooth response of +-8 dB
        gains = 10 ** (rng.uniform(-8, 8, 7) / 20)
        samples = scipy.signal.lfilter(scipy.signal.firwin2(65, np.linspace(0, 1, 7), gains), 1, samples)
    return samples.astype(np.float32)


def degrade(samples, rng):
    """Strong degradation."""
    if rng.random() < 0.6:  # speed, and with it the formants: 0.8 to 1.25
        samples = scipy.signal.resample_poly(samples, 100, int(rng.integers(80, 125))).astype(np.float32)
    if rng.random() < 0.5:
        samples = _room(samples, rng)
    if rng.random() < 0.6:
        samples = _microphone(samples, rng)
    samples = samples * (10 ** (rng.uniform(-36, -14) / 20) / _rms(samples))
    if rng.random() < 0.7:
        samples = samples + noise(len(samples), rng) * (_rms(samples) * 10 ** (-rng.uniform(5, 35) / 20))
    return (samples + rng.standard_normal(len(samples)) * 10 ** rng.uniform(-5, -3.3)).astype(np.float32)


def level(samples, rng):
    """A level of -30 to -16 dB and a very quiet noise floor: the `clean` condition."""
    samples = samples * (10 ** (rng.uniform(-30, -16) / 20) / _rms(samples))
    return (samples + rng.standard_normal(len(samples)) * 10 ** rng.uniform(-5, -3.5)).astype(np.float32)


def trim(samples, rng):
    """Cut silence down to 20..300 ms before and 50..350 ms after the sound."""
    loud = np.flatnonzero(np.abs(samples) > 0.01 * np.abs(samples).max())
    if len(loud) == 0:
        return samples
    start = max(0, loud[0] - int(rng.uniform(0.02, 0.3) * RATE))
    return samples[start: min(len(samples), loud[-1] + int(rng.uniform(0.05, 0.35) * RATE))]
