"""Speech from a festival voice (the diphone voice ked), all sentences in one run of `text2wave`.

    python3 -m material.festival --work WORK --sentences WORK/sentences-other.txt
"""

import argparse
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import soundfile


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, required=True)
    parser.add_argument("--voice", default="ked_diphone")
    parser.add_argument("--skip", type=int, default=3000)
    parser.add_argument("--limit", type=int, default=450)
    args = parser.parse_args()
    lines = args.sentences.read_text().splitlines()[args.skip: args.skip + args.limit]
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        wav = Path(folder) / "speech.wav"
        command = ["text2wave", "-eval", f"(voice_{args.voice})", "-F", "16000", "-o", str(wav)]
        subprocess.run(command, input="\n".join(lines), text=True, check=True, capture_output=True)
        samples, _ = soundfile.read(wav, dtype="int16")
    np.save(args.work / "ked.npy", samples)
    print(f"{len(samples) / 16000 / 60:.0f} min of {args.voice}")


if __name__ == "__main__":
    main()
