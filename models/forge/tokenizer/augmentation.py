"""Random changes to 0.8-second training windows, so that a tokenizer of synthetic voices also meets other throats, rooms and microphones.

All functions take and return float64 arrays at 16 kHz; the amount of each change is mild.
"""

import numpy as np
from numpy.random import Generator
from scipy.signal import fftconvolve

RATE = 16000
FFT = 512
SHIFT = 128
_WINDOW = np.hanning(FFT + 1)[:-1]


def resample(samples: np.ndarray, positions: np.ndarray) -> np.ndarray:
    """Samples at fractional positions by Catmull-Rom interpolation; positions lie within [1, len − 3]."""
    index = positions.astype(np.int64)
    t = positions - index
    before, here, after, later = (samples[index + k] for k in (-1, 0, 1, 2))
    return here + 0.5 * t * (after - before + t * (2 * before - 5 * here + 4 * after - later + t * (3 * (here - after) + later - before)))


def speed_curve(n: int, rng: Generator) -> np.ndarray:
    """Positions read for n output samples: a constant speed of 0.8 to 1.25 with a slow wobble of a few per cent."""
    knots = rng.uniform(-0.05, 0.05, 4)
    speed = np.exp(rng.uniform(np.log(0.8), np.log(1.25))) * (1 + np.interp(np.linspace(0, 3, n), range(4), knots))
    return 1 + np.cumsum(speed) - speed[0]


def warp_formants(samples: np.ndarray, rng: Generator) -> np.ndarray:
    """Moves the spectral envelope along frequency by 0.8 to 1.25 and leaves the pitch: another vocal tract.

    The envelope is the log spectrum smoothed by its first cepstral coefficients.
    """
    factor = np.exp(rng.uniform(np.log(0.8), np.log(1.25)))
    padded = np.pad(samples, (FFT, FFT))
    count = (len(padded) - FFT) // SHIFT + 1
    frames = np.lib.stride_tricks.sliding_window_view(padded, FFT)[::SHIFT][:count] * _WINDOW
    spectra = np.fft.rfft(frames)
    log_spectra = np.log(np.abs(spectra) + 1e-4)
    cepstra = np.fft.irfft(log_spectra)
    cepstra[:, 28:FFT - 27] = 0
    envelope = np.fft.rfft(cepstra).real
    bins = envelope.shape[1]
    source = np.clip(np.arange(bins) / factor, 0, bins - 1)
    low = source.astype(int)
    high, part = np.minimum(low + 1, bins - 1), source - low
    warped = envelope[:, low] * (1 - part) + envelope[:, high] * part
    frames = np.fft.irfft(spectra * np.exp(np.clip(warped - envelope, -5, 5))) * _WINDOW
    output = np.zeros(len(padded))
    for k, frame in enumerate(frames):
        output[k * SHIFT:k * SHIFT + FFT] += frame
    return output[FFT:-FFT] / 1.5


def microphone(samples: np.ndarray, rng: Generator) -> np.ndarray:
    """A smooth random response of ±6 dB over log frequency, sometimes with the lows or highs cut."""
    hertz = np.fft.rfftfreq(FFT, 1 / RATE)
    knots = np.array([60, 150, 400, 1000, 2200, 4500, 8000])
    decibels = np.interp(np.log(np.maximum(hertz, 60)), np.log(knots), rng.normal(0, 3, len(knots)).clip(-6, 6))
    if rng.random() < 0.3:
        decibels -= 12 * np.maximum(0, np.log2(rng.uniform(80, 250) / np.maximum(hertz, 20)))
    if rng.random() < 0.2:
        decibels -= 18 * np.maximum(0, np.log2(np.maximum(hertz, 1) / rng.uniform(3000, 7000)))
    response = np.fft.irfft(10 ** (np.maximum(decibels, -60) / 20))
    return fftconvolve(samples, np.roll(response, FFT // 2) * _WINDOW)[FFT // 2:FFT // 2 + len(samples)]


def room(samples: np.ndarray, rng: Generator) -> np.ndarray:
    """A direct sound, a few early reflections and a decaying tail 9 to 30 dB below it; reverberation time 0.1 to 0.6 s."""
    seconds = rng.uniform(0.1, 0.6)
    length = int(RATE * seconds)
    response = rng.standard_normal(length) * np.exp(-6.9 * np.arange(length) / length)
    early = rng.integers(16, 800, 5)
    response[early[early < length]] *= rng.uniform(2, 5)
    response[0] = 0
    response *= 10 ** (rng.uniform(-30, -9) / 20) / np.sqrt((response ** 2).sum() + 1e-12)
    response[0] = 1
    return fftconvolve(samples, response)[:len(samples)]


def breath(samples: np.ndarray, rng: Generator) -> np.ndarray:
    """Noise that follows the loudness and, roughly, the colour of the voice, 15 to 35 dB below it: synthetic voices lack it."""
    loudness = np.sqrt(np.convolve(samples ** 2, np.ones(200) / 200, "same") + 1e-10)
    hiss = rng.standard_normal(len(samples))
    hiss = hiss - rng.uniform(0, 0.9) * np.r_[0, hiss[:-1]]
    return samples + hiss * loudness * 10 ** (rng.uniform(-35, -15) / 20)


def background(samples: np.ndarray, rng: Generator) -> np.ndarray:
    """White to brown noise, 15 to 50 dB below full scale speech."""
    from scipy.signal import lfilter
    hiss = lfilter([1], [1, -rng.uniform(0, 0.95)], rng.standard_normal(len(samples)))
    return samples + hiss / (np.std(hiss) + 1e-9) * 10 ** rng.uniform(-3.5, -1.7)
