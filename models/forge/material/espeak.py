"""Speech from many espeak-ng voices: accents, languages and voice variants, with random rate and pitch.

    python3 -m material.espeak --work WORK --sentences WORK/sentences-other.txt

English text is read by every voice, foreign ones included: the tokenizer needs varied sounds, not right pronunciation.
"""

import argparse
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import soundfile
from scipy.signal import resample_poly

LANGUAGES = ["en-us", "en-gb", "en-gb-scotland", "en-gb-x-rp", "en-029", "de", "fr", "es", "ru", "it", "fi", "sv", "hu", "pl", "pt", "tr", "nl", "cs"]
VARIANTS = ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "f1", "f2", "f3", "f4", "f5", "croak", "whisper", "klatt",
            "klatt2", "klatt3", "klatt4", "Andy", "Annie", "Denis", "Diogo", "Gene", "Jacky", "Lee", "Mario", "Michael",
            "Alex", "Alicia", "Andrea", "anikaRobot", "zac", "Storm", "Tweaky", "shelby", "steph", "rob", "linda", "norbert"]


def speak(text: str, voice: str, rate: int, pitch: int, wav: Path) -> np.ndarray:
    """int16 samples at 16 kHz (espeak-ng speaks at 22.05 kHz)."""
    command = ["espeak-ng", "-v", voice, "-s", str(rate), "-p", str(pitch), "-w", str(wav), text]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0 or not wav.exists():
        raise SystemExit(f"espeak-ng does not know the voice {voice}: {done.stderr.strip()}")
    samples, _ = soundfile.read(wav)
    return np.clip(resample_poly(samples, 320, 441) * 32767, -32768, 32767).astype(np.int16)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, required=True)
    parser.add_argument("--voices", type=int, default=110)
    parser.add_argument("--sentences-each", type=int, default=14)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    rng = np.random.default_rng(args.seed)
    lines = args.sentences.read_text().splitlines()[1300:]
    pieces = []
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        for voice in range(args.voices):
            name = LANGUAGES[voice % len(LANGUAGES)]
            if voice >= len(LANGUAGES):
                name += "+" + VARIANTS[voice % len(VARIANTS)]
            first = voice * args.sentences_each
            text = " ".join(lines[first: first + args.sentences_each])
            pieces.append(speak(text, name, int(rng.integers(125, 205)), int(rng.integers(15, 90)),
                                Path(folder) / "speech.wav"))
    np.save(args.work / "espeak.npy", np.concatenate(pieces))
    print(f"{sum(map(len, pieces)) / 16000 / 60:.0f} min from {args.voices} espeak-ng voices")


if __name__ == "__main__":
    main()
