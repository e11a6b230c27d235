"""Write golden values of the `scoop64` features for other implementations to check against.

    python3 -m recognizer.golden --out ../../tests/SpeechScoop.Audio.Tests/Golden/scoop64.json

The signal is defined by a formula, so that nothing but numbers is stored: sample i = 0.3 sin(2 pi (200 i + 0.5 * 1800 i^2 / n)
/ 16000) + 0.05 (((i * 7919) mod 1009) / 504.5 - 1), a rising tone with a repeating noise, n = 4000 samples.
"""

import argparse
import json
import pathlib

import numpy as np

from .features import SAMPLE_RATE, log_mel

_SAMPLES = 4000


def signal():
    """The test signal as float32."""
    i = np.arange(_SAMPLES)
    tone = 0.3 * np.sin(2 * np.pi * (200 * i + 0.5 * 1800 * i ** 2 / _SAMPLES) / SAMPLE_RATE)
    return (tone + 0.05 * (((i * 7919) % 1009) / 504.5 - 1)).astype(np.float32)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    features = log_mel(signal())
    content = {"preset": "scoop64", "samples": _SAMPLES, "frames": len(features), "bands": features.shape[1],
               "formula": "0.3 sin(2 pi (200 i + 0.5 * 1800 i^2 / n) / 16000) + 0.05 (((i * 7919) mod 1009) / 504.5 - 1)",
               "firstSamples": [float(f"{value:.7f}") for value in signal()[:8]],
               "features": [[float(f"{value:.4f}") for value in frame] for frame in features]}
    path = pathlib.Path(parser.parse_args().out)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content) + "\n")


if __name__ == "__main__":
    main()
