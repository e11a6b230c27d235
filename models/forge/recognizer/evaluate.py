"""Error rates on the test sets.

    python3 -m recognizer.evaluate network --checkpoint work/recognizer/model.pt
    python3 -m recognizer.evaluate product --command "../../artifacts/bin/SpeechScoop.Web/release/SpeechScoop.Web"

`network` gives phone, character and word error rates of the two heads by best path (PyTorch). `product` gives word error
rates of the pack's systems through the product's own command line (`transcribe --json`): ONNX, features and decoder as
they ship. `--clips` adds recordings of people: a table with the columns file, language, licence, transcript.
"""

import argparse
import json
import pathlib
import re
import shlex
import subprocess

import numpy as np
import scipy.signal
import soundfile

from . import network as networks
from . import scoring
from .features import SAMPLE_RATE, log_mel

SETS = ("seen", "seen-degraded", "rms-prose", "rms-harvard", "rms-commands")
_CLOSED = {"rms-commands": ("scoop-recognizer/commands",)}
_SYSTEMS = ("scoop-recognizer/lexicon", "scoop-recognizer/int8", "scoop-recognizer/characters")


def _plain(text):
    return " ".join(re.sub(r"[^a-z' ]", " ", text.lower()).split())


def _clips(table):
    """[(path, transcript)] of the English recordings that have a transcript; one file of each transcript."""
    table, seen = pathlib.Path(table), set()
    for line in table.read_text().splitlines()[1:]:
        file, language, _, transcript = line.split("\t")[:4]
        if language == "en" and transcript and _plain(transcript) not in seen:
            seen.add(_plain(transcript))
            yield table.parent / file, _plain(transcript)


def _files(folder, name, clips):
    if name == "people":
        return list(_clips(clips))
    lines = pathlib.Path(folder, name + ".tsv").read_text().splitlines()
    return [(pathlib.Path(folder, line.split("\t")[0]), line.split("\t")[1]) for line in lines]


def _features(path):
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    samples, common = samples.mean(1), np.gcd(rate, SAMPLE_RATE)
    return log_mel(scipy.signal.resample_poly(samples, SAMPLE_RATE // common, rate // common))


def _network(options, names):
    trained = networks.load(options.checkpoint)
    for name in names:
        rows = [(_features(path), text, "") for path, text in _files(options.test, name, options.clips)]
        rates = scoring.score(trained, rows)
        print(f"{name:14} n={len(rows):3}", *(f"{unit} {rate:.1f} %" for unit, rate in rates.items()), flush=True)


def _product(options, names):
    for name in names:
        files = _files(options.test, name, options.clips)
        for system in _SYSTEMS + _CLOSED.get(name, ()):
            command = shlex.split(options.command) + ["transcribe", "--system", system, "--json"]
            run = subprocess.run(command + [str(path) for path, _ in files], capture_output=True, text=True, check=True)
            heard = {pathlib.Path(row["file"]).resolve(): row for row in map(json.loads, run.stdout.splitlines())}
            errors = words = exact = 0
            for path, text in files:
                hypothesis = _plain(heard[path.resolve()]["text"])
                errors += scoring.edits(text.split(), hypothesis.split())
                words += len(text.split())
                exact += hypothesis == text
                if options.show:
                    print(f"    {text}\n      => {hypothesis}")
            factor = sum(row["wallSeconds"] for row in heard.values()) / sum(row["audioSeconds"] for row in heard.values())
            print(f"{name:14} {system:28} n={len(files):3} WER {100 * errors / words:.1f} % exact {100 * exact / len(files):.0f} % "
                  f"real-time factor {factor:.4f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("network", "product"))
    parser.add_argument("--checkpoint", default="work/recognizer/model.pt")
    parser.add_argument("--command", help="the product's executable, with arguments if need be")
    parser.add_argument("--test", default="work/recognizer/test", help="folder of the test sets")
    parser.add_argument("--clips", help="table of recordings of people")
    parser.add_argument("--sets", nargs="*", default=SETS)
    parser.add_argument("--show", action="store_true", help="print every transcript")
    options = parser.parse_args()
    names = list(options.sets) + (["people"] if options.clips else [])
    (_network if options.what == "network" else _product)(options, names)


if __name__ == "__main__":
    main()
