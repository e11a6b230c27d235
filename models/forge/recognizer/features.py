"""The log-mel preset `scoop64`, exactly.

Input: 16 kHz mono float samples in [-1, 1]. No dither, no pre-emphasis, no mean removal, no padding around the signal.
Frame t covers samples 160 t .. 160 t + 399 (25 ms every 10 ms); a signal of n >= 400 samples has 1 + (n - 400) // 160
frames, a shorter one is padded with zeros at its end to 400 samples. Each frame is multiplied with a *symmetric* Hann
window of 400 samples (0.5 - 0.5 cos(2 pi i / 399)), padded with zeros to 512 and transformed; the power |X|^2 of the 257
bins is weighted by 64 triangles with peak 1 (not normalised by area), whose 66 corner frequencies are equidistant on the
HTK mel scale 2595 log10(1 + f / 700) from 20 to 7600 Hz, the triangles being linear in Hz. Feature = ln(weighted sum + 1e-6).
"""

import numpy as np
import scipy.fft

SAMPLE_RATE = 16000
WINDOW = 400
HOP = 160
TRANSFORM = 512
BANDS = 64
LOWEST_HZ, HIGHEST_HZ = 20.0, 7600.0
FLOOR = 1e-6


def hz_to_mel(hz):
    return 2595.0 * np.log10(1.0 + hz / 700.0)


def mel_to_hz(mel):
    return 700.0 * (10.0 ** (mel / 2595.0) - 1.0)


def mel_triangles():
    """[257, 64] weights of the power bins."""
    corners = mel_to_hz(np.linspace(hz_to_mel(LOWEST_HZ), hz_to_mel(HIGHEST_HZ), BANDS + 2))
    bins = (np.arange(TRANSFORM // 2 + 1) * SAMPLE_RATE / TRANSFORM)[:, None]
    rising = (bins - corners[:-2]) / (corners[1:-1] - corners[:-2])
    falling = (corners[2:] - bins) / (corners[2:] - corners[1:-1])
    return np.maximum(0.0, np.minimum(rising, falling)).astype(np.float32)


_TRIANGLES = mel_triangles()
_HANN = np.hanning(WINDOW).astype(np.float32)


def log_mel(samples):
    """Samples [n] -> features [frames, 64], float32."""
    samples = np.ascontiguousarray(samples, np.float32)
    if len(samples) < WINDOW:
        samples = np.pad(samples, (0, WINDOW - len(samples)))
    frames = 1 + (len(samples) - WINDOW) // HOP
    windows = np.lib.stride_tricks.as_strided(samples, (frames, WINDOW), (HOP * 4, 4)) * _HANN
    spectrum = scipy.fft.rfft(windows, TRANSFORM, axis=1)
    power = spectrum.real ** 2 + spectrum.imag ** 2
    return np.log(power @ _TRIANGLES + FLOOR).astype(np.float32)
