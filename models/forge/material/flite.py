"""Speech from flite's voices with exact phone end times, through the `flite` program.

    python3 -m material.flite --work WORK --voice slt --sentences WORK/sentences-voice.txt --name slt [--limit N]

writes WORK/NAME.npy (int16 mono at 16 kHz, all sentences one after the other) and WORK/NAME.json: a list of
{text, phones: [[name, end in seconds], …], offset, samples}.
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import soundfile


def speak(text: str, voice: str, wav: Path) -> tuple[list[tuple[str, float]], np.ndarray] | None:
    """Phones with their end times in seconds, and the int16 samples; None when flite fails."""
    command = ["flite", "-voice", voice, "-psdur", "-t", text, "-o", str(wav)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0 or not wav.exists():
        return None
    samples, rate = soundfile.read(wav, dtype="int16")
    wav.unlink()
    if rate != 16000:
        return None
    phones = [(token.split(":")[0], float(token.split(":")[1])) for token in done.stdout.split()]
    return phones, samples


def speak_all(sentences: list[str], voice: str) -> tuple[list[dict], np.ndarray]:
    items, pieces, offset = [], [], 0
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        for sentence in sentences:
            spoken = speak(sentence, voice, Path(folder) / "speech.wav")
            if spoken is None:
                continue
            phones, samples = spoken
            items.append(dict(text=sentence, phones=phones, offset=offset, samples=len(samples)))
            pieces.append(samples)
            offset += len(samples)
    return items, np.concatenate(pieces)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--voice", required=True, help="slt, awb, rms, kal16 …")
    parser.add_argument("--sentences", type=Path, required=True)
    parser.add_argument("--name", required=True, help="name of the two files written")
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--limit", type=int, default=None)
    args = parser.parse_args()
    lines = args.sentences.read_text().splitlines()[args.skip:]
    items, samples = speak_all(lines[: args.limit], args.voice)
    np.save(args.work / f"{args.name}.npy", samples)
    (args.work / f"{args.name}.json").write_text(json.dumps(items))
    print(f"{args.voice}: {len(items)} sentences, {len(samples) / 16000 / 3600:.2f} h")


if __name__ == "__main__":
    main()
