#!/usr/bin/env python3
"""Scores seeded random transcripts with NIST sclite and writes sclite-transcripts.json.

Debian: apt-get install sctk. Run: python3 make_sclite_transcripts_golden.py > sclite-transcripts.json
"trn": [reference, hypothesis, counts, counts with -D]; references have alternations and optionally deletable words.
"timed": [stm, ctm, counts]; segments of several recordings and channels, some ignored, words also in gaps and over edges.
"mapsswe": [reference, first, second, segments, mean, standard deviation, Z], as sc_stats prints them.
"mapsswe-readings": [reference, first, second, figures, figures with -D] of references with alternations and optionally deletable words.
"nested": [reference, hypothesis, counts, counts with -D]; alternations within alternations, optionally deletable words within them, and @ outside.
Counts are C, S, D, I.
"""
import json, random, re, subprocess, tempfile, pathlib

rng = random.Random(20261125)
WORDS = "alpha bravo charlie delta echo foxtrot golf hotel india juliet".split()


def sclite(folder, ref, ref_format, hyp, hyp_format, *options):
    (folder / "r").write_text(ref)
    (folder / "h").write_text(hyp)
    run = subprocess.run(["sctk", "sclite", "-r", folder / "r", ref_format, "-h", folder / "h", hyp_format, "-o", "sgml", "stdout", "-f", "0",
                          *(["-i", "rm"] if hyp_format == "trn" else []), *options], capture_output=True, text=True, check=True)
    return run.stdout


def counts(sgml):
    """Ids and counts of all paths."""
    found = []
    for match in re.finditer(r'<PATH id="\(([^)]*)\)"[^\n]*>\n(.*?)\n?</PATH>', sgml, re.S):
        operations = re.findall(r'(?:^|:)([CSDI]),', match[2].strip())
        found.append((match[1], [operations.count(kind) for kind in "CSDI"]))
    return found


def part():
    u = rng.random()
    if u < 0.72:
        return rng.choice(WORDS)
    if u < 0.86:
        choices = [" ".join(rng.choice(WORDS) for _ in range(rng.randint(1, 3))) for _ in range(rng.randint(1, 3))]
        if rng.random() < 0.4:
            choices.append("@")
        return "{ " + " / ".join(choices) + " }"
    return f"({rng.choice(WORDS)})"


def heard(reference):
    """One reading of a reference, with errors."""
    text = re.sub(r"\{ (.*?) \}", lambda match: rng.choice(match[1].split(" / ")), reference)
    out = []
    for word in text.split():
        word = word.strip("()")
        if word == "@" or rng.random() < 0.15:
            continue
        out.append(rng.choice(WORDS) if rng.random() < 0.15 else word)
        if rng.random() < 0.12:
            out.append(rng.choice(WORDS))
    return " ".join(out)


def trn(folder):
    references = [" ".join(part() for _ in range(rng.randint(1, 12))) for _ in range(400)]
    cases = [(reference, heard(reference)) for reference in references]
    ref = "".join(f"{case[0]} (s-{i:04d})\n" for i, case in enumerate(cases))
    hyp = "".join(f"{case[1]} (s-{i:04d})\n" for i, case in enumerate(cases))
    plain, deletable = (dict(counts(sclite(folder, ref, "trn", hyp, "trn", *options))) for options in ([], ["-D"]))
    return [[*case, plain[f"s-{i:04d}"], deletable[f"s-{i:04d}"]] for i, case in enumerate(cases)]


def timed(folder):
    cases = []
    for _ in range(150):
        stm, ctm = [], []
        for recording in range(rng.randint(1, 3)):
            for channel in range(1, rng.randint(2, 3)):
                at = rng.uniform(0, 2)
                words = []
                for _ in range(rng.randint(1, 5)):
                    length = rng.uniform(0.5, 4)
                    said = [rng.choice(WORDS) for _ in range(rng.randint(0, 6))]
                    ignored = rng.random() < 0.15
                    text = "IGNORE_TIME_SEGMENT_IN_SCORING" if ignored else " ".join(said)
                    label = rng.choice(["", "<o,f0> "]) if text else ""
                    stm.append(f"rec{recording} {channel} spk{rng.randint(1, 2)} {at:.2f} {at + length:.2f} {label}{text}".rstrip())
                    for i, word in enumerate(said):
                        if rng.random() < 0.85:
                            start = at + length * i / len(said) + rng.uniform(-0.2, 0.2)
                            words.append((max(start, 0), rng.uniform(0.05, 0.5), word if rng.random() < 0.85 else rng.choice(WORDS)))
                    at += length + rng.choice([0, 0, rng.uniform(0.1, 2)])
                    if rng.random() < 0.2:
                        words.append((at - rng.choice([0.02, 0.08]), 0.1, rng.choice(WORDS)))
                # Two decimals, ordered as sclite wants them; a word at least.
                # Where a middle is exactly an end, rounding decides in sclite: left out.
                ends = [round(float(line.split()[4]) * 1000) for line in stm if line.split()[:2] == [f"rec{recording}", str(channel)]]
                words = sorted((round(start, 2), round(length, 2), word) for start, length, word in words)
                words = [word for word in words if all(abs((word[0] + word[1] / 2) * 1000 - end) > 2 for end in ends)] or [(0.0, 0.1, "alpha")]
                ctm += [f"rec{recording} {channel} {start:.2f} {length:.2f} {word}" for start, length, word in words]
        stm, ctm = "\n".join(stm) + "\n", "\n".join(ctm) + "\n"
        cases.append([stm, ctm, [sum(column) for column in zip([0, 0, 0, 0], *(path for _, path in counts(sclite(folder, stm, "stm", ctm, "ctm"))))]])
    return cases


def compare(folder, sides, *options):
    """Segments, mean, standard deviation and Z of two systems."""
    sgml = "".join(sclite(folder, sides[0], "trn", sides[side], "trn", *options).replace('title="h"', f'title="{name}"') for side, name in ((1, "one"), (2, "two")))
    report = subprocess.run(["sctk", "sc_stats", "-p", "-t", "mapsswe", "-v", "-n", "-"], input=sgml, capture_output=True, text=True, cwd=folder, check=True).stdout
    found = re.search(r"\(# segs: (\d+)\).*?\(mean: (-?[\d.]+)\) \(std dev: (-?[\d.]+)\) \(Z Stat: (-?[\d.]+)\)", report)
    return [int(found[1]), *(float(found[i]) for i in (2, 3, 4))]


def mapsswe(folder):
    cases = []
    for _ in range(40):
        references = [" ".join(rng.choice(WORDS) for _ in range(rng.randint(4, 20))) for _ in range(rng.randint(3, 30))]
        sides = ["".join(f"{text} (s-{i:03d})\n" for i, text in enumerate(texts)) for texts in (references, [heard(text) for text in references], [heard(text) for text in references])]
        cases.append([*sides, *compare(folder, sides)])
    return cases


def readings(folder):
    cases = []
    for _ in range(30):
        references = [" ".join(part() for _ in range(rng.randint(2, 16))) for _ in range(rng.randint(3, 30))]
        sides = ["".join(f"{text} (s-{i:03d})\n" for i, text in enumerate(texts)) for texts in (references, [heard(text) for text in references], [heard(text) for text in references])]
        cases.append([*sides, compare(folder, sides), compare(folder, sides, "-D")])
    return cases


def deep(depth):
    """A sequence of words and, above the deepest level, alternations."""
    parts = []
    for _ in range(rng.randint(1, 5) if depth == 0 else rng.randint(1, 3)):
        u = rng.random()
        if u < 0.6 or depth == 3:
            parts.append(rng.choice(WORDS))
        elif u < 0.9:
            choices = [deep(depth + 1) for _ in range(rng.randint(1, 3))]
            parts.append("{ " + " / ".join(choices + (["@"] if rng.random() < 0.3 else [])) + " }")
        else:
            parts.append(f"({rng.choice(WORDS)})" if u < 0.97 or depth else "@")
    return " ".join(parts)


def said(text):
    """One reading of nested alternations."""
    while "{" in text:
        text = re.sub(r"\{ ([^{}]*) \}", lambda match: rng.choice(match[1].split(" / ")), text)
    return text


def nested(folder):
    references = [deep(0) for _ in range(200)]
    cases = [(reference, heard(said(reference))) for reference in references]
    ref = "".join(f"{case[0]} (s-{i:04d})\n" for i, case in enumerate(cases))
    hyp = "".join(f"{case[1]} (s-{i:04d})\n" for i, case in enumerate(cases))
    plain, deletable = (dict(counts(sclite(folder, ref, "trn", hyp, "trn", *options))) for options in ([], ["-D"]))
    return [[*case, plain[f"s-{i:04d}"], deletable[f"s-{i:04d}"]] for i, case in enumerate(cases)]


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    golden = {"trn": trn(folder), "timed": timed(folder), "mapsswe": mapsswe(folder), "mapsswe-readings": readings(folder), "nested": nested(folder)}
print("{\n" + ",\n".join(f'"{name}": [\n' + ",\n".join(json.dumps(row) for row in rows) + "\n]" for name, rows in golden.items()) + "\n}")
