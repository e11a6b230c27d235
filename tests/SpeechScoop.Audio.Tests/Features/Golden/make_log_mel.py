"""Expected log-mel features, computed with numpy in double precision and dense matrices, straight from the definitions
of the model families' own front ends (openai-whisper, NeMo, kaldi-native-fbank, FunASR, GigaAM, librosa as DNSMOS calls it).

    python3 make_log_mel.py        writes signal.wav and log-mel.json beside this file
"""

import json
import pathlib
import wave

import numpy as np

here = pathlib.Path(__file__).parent
rate = 16000
rng = np.random.default_rng(20261123)
t = np.arange(6650) / rate
signal = 0.4 * np.sin(2 * np.pi * (150 * t + 4000 * t * t)) * (0.3 + 0.7 * np.sin(2 * np.pi * 3 * t) ** 2) + 0.02 * rng.standard_normal(len(t))
signal[2000:2300] = 0
pcm = np.clip(np.round(signal * 32768), -32768, 32767).astype("<i2")
with wave.open(str(here / "signal.wav"), "wb") as file:
    file.setnchannels(1)
    file.setsampwidth(2)
    file.setframerate(rate)
    file.writeframes(pcm.tobytes())
x = pcm / 32768.0


def htk(hz):
    return 2595 * np.log10(1 + np.asarray(hz) / 700)


def htk_inverse(mel):
    return 700 * (10 ** (np.asarray(mel) / 2595) - 1)


def slaney(hz):
    hz = np.asarray(hz, float)
    return np.where(hz >= 1000, 15 + np.log(np.maximum(hz, 1) / 1000) / (np.log(6.4) / 27), hz / (200 / 3))


def slaney_inverse(mel):
    mel = np.asarray(mel, float)
    return np.where(mel >= 15, 1000 * np.exp((np.log(6.4) / 27) * (mel - 15)), mel * 200 / 3)


def triangles(points, bins):
    weights = np.zeros((len(bins), len(points) - 2))
    for b in range(len(points) - 2):
        left, centre, right = points[b:b + 3]
        for k, value in enumerate(bins):
            if left < value <= centre:
                weights[k, b] = (value - left) / (centre - left)
            elif centre < value < right:
                weights[k, b] = (right - value) / (right - centre)
    return weights


def slaney_bank(bands, size, top=8000.0):
    points = slaney_inverse(np.linspace(slaney(0), slaney(top), bands + 2))
    bank = triangles(points, np.arange(size // 2 + 1) * rate / size)
    return bank * (2 / (points[2:] - points[:-2]))


def htk_bank(bands, size, low, high):
    return triangles(htk_inverse(np.linspace(htk(low), htk(high), bands + 2)), np.arange(size // 2 + 1) * rate / size)


def kaldi_bank(bands, size, low, high):
    mel = lambda hz: 1127 * np.log(1 + np.asarray(hz) / 700)
    return triangles(np.linspace(mel(low), mel(high), bands + 2), mel(np.arange(size // 2) * rate / size))


def frames(padded, length, count, hop=160):
    return np.stack([padded[i * hop:i * hop + length] for i in range(count)])


def power(rows, window, size):
    return np.abs(np.fft.rfft(rows * window, size, axis=1)) ** 2


def hann(n, periodic):
    return 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(n) / (n if periodic else n - 1))


def scoop64():
    return np.log(power(frames(x, 400, 1 + (len(x) - 400) // 160), hann(400, False), 512) @ htk_bank(64, 512, 20, 7600) + 1e-6)


def whisper(bands):
    clip = np.zeros(480000)
    clip[:len(x)] = x
    padded = np.pad(clip, 200, mode="reflect")
    mel = power(frames(padded, 400, 3001), hann(400, True), 400)[:-1] @ slaney_bank(bands, 400)
    log = np.log10(np.maximum(mel, 1e-10))
    return (np.maximum(log, log.max() - 8) + 4) / 4


def nemo(bands):
    emphasised = np.concatenate([x[:1], x[1:] - 0.97 * x[:-1]])
    padded = np.pad(emphasised, 256)
    window = np.zeros(512)
    window[56:456] = hann(400, False)
    log = np.log(power(frames(padded, 512, 1 + len(x) // 160), window, 512) @ slaney_bank(bands, 512) + 2.0 ** -24)[:len(x) // 160]
    return (log - log.mean(0)) / (log.std(0, ddof=1) + 1e-5)


def kaldi(rows, window, high):
    rows = rows - rows.mean(1, keepdims=True)
    rows = rows - 0.97 * np.concatenate([rows[:, :1], rows[:, :-1]], axis=1)
    return np.log(np.maximum(power(rows, window, 512)[:, :256] @ kaldi_bank(80, 512, 20, high), np.finfo(np.float32).eps))


def kaldi80():
    padded = np.concatenate([x[:120][::-1], x, x[-400:][::-1]])
    return kaldi(frames(padded, 400, (len(x) + 80) // 160), hann(400, False) ** 0.85, 7600)


def paraformer():
    hamming = 0.54 - 0.46 * np.cos(2 * np.pi * np.arange(400) / 399)
    return kaldi(frames(x * 32768, 400, 1 + (len(x) - 400) // 160), hamming, 8000)


def gigaam_v2():
    padded = np.pad(x, 200, mode="reflect")
    return np.log(np.clip(power(frames(padded, 400, 1 + len(x) // 160), hann(400, True), 400) @ htk_bank(64, 400, 0, 8000), 1e-9, 1e9))


def gigaam_v3():
    import torch
    window = torch.hann_window(320).to(torch.bfloat16).double().numpy()
    return np.log(np.clip(power(frames(x, 320, 1 + (len(x) - 320) // 160), window, 320) @ htk_bank(64, 320, 0, 8000), 1e-9, 1e9))


def dnsmos_p808():
    padded = np.pad(x, 160)
    mel = power(frames(padded, 321, 1 + (len(padded) - 321) // 160), hann(321, True), 321) @ slaney_bank(120, 321)
    decibel = 10 * np.log10(np.maximum(mel, 1e-10))
    decibel -= decibel.max()
    return (np.maximum(decibel, -80) + 40) / 40


presets = {
    "scoop64": scoop64(), "whisper80": whisper(80), "whisper128": whisper(128), "nemo80": nemo(80), "nemo128": nemo(128),
    "kaldi80": kaldi80(), "paraformer": paraformer(), "gigaam_v2": gigaam_v2(), "gigaam_v3": gigaam_v3(), "dnsmos_p808": dnsmos_p808(),
}
golden = {
    name: {
        "frames": int(len(values)), "bands": int(values.shape[1]), "mean": round(float(values.mean()), 6),
        "rows": {str(i): [round(float(v), 5) for v in values[i]] for i in sorted({0, 1, 13, min(len(values), 41) - 1})},
    }
    for name, values in presets.items()
}
(here / "log-mel.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")
