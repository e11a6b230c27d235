"""Word error rate of pocketsphinx (Debian's pocketsphinx with pocketsphinx-en-us) on synthesised sentences."""

import re
import subprocess
import tempfile
from pathlib import Path

from g2p.alignment import edit_distance

MODEL = Path("/usr/share/pocketsphinx/model/en-us")
WAV_HEADER_BYTES = 44


def recognise(wavs: list[Path]) -> list[list[str]]:
    """Words that `pocketsphinx_batch` hears in 16 kHz WAV files, with its own model and settings, each file as one utterance."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for k, wav in enumerate(wavs):
            (folder / f"{k:03d}.wav").symlink_to(wav.resolve())
        (folder / "list").write_text("".join(f"{k:03d}\n" for k in range(len(wavs))))
        subprocess.run(
            ["pocketsphinx_batch", "-hmm", str(MODEL / "en-us"), "-lm", str(MODEL / "en-us.lm.bin"),
             "-dict", str(MODEL / "cmudict-en-us.dict"), "-adcin", "yes", "-adchdr", str(WAV_HEADER_BYTES),
             "-cepdir", str(folder), "-cepext", ".wav", "-ctl", str(folder / "list"), "-hyp", str(folder / "heard"),
             "-logfn", "/dev/null"], check=True, capture_output=True)
        lines = (folder / "heard").read_text().splitlines()
    return [line.rsplit("(", 1)[0].lower().split() for line in lines]


def word_errors(sentence: str, heard: list[str]) -> tuple[int, int]:
    """Errors and words of the reference, without punctuation."""
    reference = re.findall(r"[a-z']+", sentence.lower())
    return edit_distance(heard, reference), len(reference)


def word_error_rate(sentences: list[str], wavs: list[Path]) -> float:
    counts = [word_errors(sentence, heard) for sentence, heard in zip(sentences, recognise(wavs), strict=True)]
    return sum(wrong for wrong, _ in counts) / sum(length for _, length in counts)
