"""Synthetic speakers: espeak-ng and flite through their libraries, festival as a program. All give 16 kHz float samples.

`rms` (flite) is the held-out test voice: `data.py` uses it for test sets only.
"""

import ctypes
import functools
import pathlib
import subprocess
import tempfile

import numpy as np
import scipy.signal
import soundfile

SAMPLE_RATE = 16000
_ESPEAK_RATE = 22050
_ACCENTS = (["en-us"] * 10 + ["en-gb"] * 3 + ["en-gb-x-rp"] * 3
            + ["en-gb-scotland", "en-us-nyc", "en-us-nyc", "en-029", "en-gb-x-gbclan", "en-gb-x-gbcwmd"])
_VARIANTS = """m1 m2 m3 m4 m5 m6 m7 m8 f1 f2 f3 f4 f5 f1 f2 f3 f4 f5 m1 m3 m7 adam Alex Alicia Andrea Andy Annie antonio belinda
benjamin caleb david Denis Diogo ed edward Gene Hugo iven iven2 Jacky john Lee linda Marcelo Marco Max Michael michel Mike
norbert Pablo paul pedro quincy rob robert sandro shelby steph steph2 travis victor Zac klatt klatt2 klatt3 anika""".split()
FLITE_VOICES = ("slt", "awb", "kal16")
HELD_OUT_VOICE = "rms"
FESTIVAL_VOICES = {"ked": "ked_diphone", "kal-diphone": "kal_diphone", "slt-hts": "cmu_us_slt_arctic_hts"}


@functools.cache
def _espeak():
    library = ctypes.CDLL("libespeak-ng.so.1")
    library.espeak_Initialize(2, 0, None, 0)
    library.espeak_Synth.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int, ctypes.c_uint,
                                     ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p]
    blocks = []

    @ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
    def collect(samples, count, _events):
        if samples and count > 0:
            blocks.append(np.ctypeslib.as_array(samples, (count,)).copy())
        return 0

    library.espeak_SetSynthCallback(collect)
    return library, blocks, collect


def espeak(text, rng):
    """A random accent, variant, rate (90 to 225 words a minute), pitch and range."""
    library, blocks, _ = _espeak()
    voice = rng.choice(_ACCENTS) + ("+" + rng.choice(_VARIANTS) if rng.random() < 0.95 else "")
    library.espeak_SetVoiceByName(voice.encode())
    library.espeak_SetParameter(1, int(np.clip(rng.gauss(158, 30), 90, 225)), 0)
    library.espeak_SetParameter(3, rng.randint(25, 75), 0)
    library.espeak_SetParameter(4, rng.randint(25, 80), 0)
    blocks.clear()
    library.espeak_Synth(text.encode(), len(text) + 1, 0, 0, 0, 1, None, None)
    library.espeak_Synchronize()
    if not blocks:
        return None, voice
    samples = np.concatenate(blocks).astype(np.float32) / 32768
    return scipy.signal.resample_poly(samples, SAMPLE_RATE * 2 // 100, _ESPEAK_RATE * 2 // 100).astype(np.float32), voice


class _Wave(ctypes.Structure):
    _fields_ = [("type", ctypes.c_char_p), ("rate", ctypes.c_int), ("count", ctypes.c_int), ("channels", ctypes.c_int),
                ("samples", ctypes.POINTER(ctypes.c_short))]


class _Voice(ctypes.Structure):
    _fields_ = [("name", ctypes.c_char_p), ("features", ctypes.c_void_p)]


@functools.cache
def _flite():
    for name in ("libflite.so.1", "libflite_cmulex.so.1", "libflite_usenglish.so.1"):
        ctypes.CDLL(name, mode=ctypes.RTLD_GLOBAL)
    library = ctypes.CDLL("libflite.so.1")
    library.flite_init()
    library.flite_text_to_wave.restype = ctypes.POINTER(_Wave)
    library.flite_text_to_wave.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    library.feat_set_float.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_float]
    library.delete_wave.argtypes = [ctypes.POINTER(_Wave)]
    return library


@functools.cache
def _flite_voice(name):
    register = getattr(ctypes.CDLL(f"libflite_cmu_us_{name}.so.1"), f"register_cmu_us_{name}")
    register.restype = ctypes.POINTER(_Voice)
    register.argtypes = [ctypes.c_char_p]
    return register(None)


def flite(text, voice, rng, stretch=None):
    """One flite voice with a duration stretch of 0.8 to 1.4 (or the given one)."""
    library, speaker = _flite(), _flite_voice(voice)
    stretch = rng.choice([rng.uniform(0.8, 1.15), rng.uniform(0.95, 1.4)]) if stretch is None else stretch
    library.feat_set_float(speaker.contents.features, b"duration_stretch", stretch)
    if voice == "kal16":
        library.feat_set_float(speaker.contents.features, b"int_f0_target_mean", rng.uniform(80, 190))
    wave = library.flite_text_to_wave(text.encode(), ctypes.cast(speaker, ctypes.c_void_p))
    samples = np.ctypeslib.as_array(wave.contents.samples, (wave.contents.count,)).astype(np.float32) / 32768
    assert wave.contents.rate == SAMPLE_RATE
    library.delete_wave(wave)
    return samples, "flite-" + voice


def festival(texts, voice, rng):
    """All texts in one run of festival; yields (samples or None, name) in order."""
    with tempfile.TemporaryDirectory() as folder:
        script = [f"(voice_{FESTIVAL_VOICES[voice]})"]
        for index, text in enumerate(texts):
            script.append(f"(Parameter.set 'Duration_Stretch {rng.uniform(0.8, 1.35):.2f})")
            script.append(f'(set! u (Utterance Text "{text}"))(utt.synth u)(utt.save.wave u "{folder}/{index}.wav" \'riff)')
        batch = pathlib.Path(folder, "batch.scm")
        batch.write_text("\n".join(script))
        subprocess.run(["festival", "-b", str(batch)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        for index in range(len(texts)):
            try:
                samples, rate = soundfile.read(f"{folder}/{index}.wav", dtype="float32")
            except RuntimeError:
                yield None, "festival-" + voice
                continue
            if rate != SAMPLE_RATE:
                common = np.gcd(rate, SAMPLE_RATE)
                samples = scipy.signal.resample_poly(samples, SAMPLE_RATE // common, rate // common).astype(np.float32)
            yield samples, "festival-" + voice
