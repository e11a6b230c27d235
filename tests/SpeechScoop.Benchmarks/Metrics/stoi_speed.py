"""How long STOI and ESTOI take when written with numpy and scipy from the same definition: ten seconds of mono at 16 kHz, the least of some repeats, one thread.

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python3 stoi_speed.py [REPEATS]
"""

import pathlib
import sys
import time

import numpy as np

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "SpeechScoop.Audio.Tests/Metrics/Golden"))
from make_golden_values import RATE, quantise, uniform, voice  # noqa: E402
from stoi import stoi  # noqa: E402

repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 30
clean = voice()
noisy = quantise(clean + 0.05 * (2 * uniform(2, len(clean)) - 1))
clean, noisy = (np.resize(x, 10 * RATE) for x in (clean, noisy))
for name, extended in (("STOI", False), ("ESTOI", True)):
    least = np.inf
    for _ in range(repeats):
        started = time.perf_counter()
        value = stoi(clean, noisy, RATE, extended)
        least = min(least, time.perf_counter() - started)
    print(f"{name:6} {least * 1000:9.2f} ms   ({value:.9f})")
