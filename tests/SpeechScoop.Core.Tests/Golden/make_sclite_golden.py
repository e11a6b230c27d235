#!/usr/bin/env python3
"""Aligns seeded random word sequences with NIST sclite and writes sclite.json.

Debian: apt-get install sctk. Run: python3 make_sclite_golden.py > sclite.json
Each case is [reference, hypothesis, operations], operations being one letter a position: C, S, D or I.
"""
import json, random, re, subprocess, tempfile, pathlib

rng = random.Random(20261123)
VOCABULARY = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima".split()


def noisy(words, rate, vocabulary):
    out = []
    for word in words:
        u = rng.random()
        if u < rate / 3:
            continue
        if u < 2 * rate / 3:
            out.append(rng.choice(vocabulary))
        else:
            out.append(word)
        if rng.random() < rate / 3:
            out.append(rng.choice(vocabulary))
    return out


cases = []
for size in (1, 2, 3, 4, 12):
    vocabulary = VOCABULARY[:size]
    for _ in range(60):
        cases.append(([rng.choice(vocabulary) for _ in range(rng.randint(0, 12))],
                      [rng.choice(vocabulary) for _ in range(rng.randint(0, 12))]))
for rate in (0.1, 0.3, 0.6, 0.9):
    for _ in range(40):
        reference = [rng.choice(VOCABULARY) for _ in range(rng.randint(5, 40))]
        cases.append((reference, noisy(reference, rate, VOCABULARY)))
cases = [case for case in cases if case[0] or case[1]]

with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    for name, side in (("ref", 0), ("hyp", 1)):
        (folder / name).write_text("".join(f"{' '.join(case[side])} (spk-{i:05d})\n" for i, case in enumerate(cases)))
    out = subprocess.run(["sctk", "sclite", "-r", folder / "ref", "trn", "-h", folder / "hyp", "trn", "-i", "rm",
                          "-o", "sgml", "stdout"], capture_output=True, text=True, check=True).stdout

result = {}
for match in re.finditer(r'<PATH id="\(spk-(\d+)\)"[^>]*>\n(.*?)\n?</PATH>', out, re.S):
    result[int(match[1])] = "".join(part[0] for part in match[2].strip().split(":") if part)
golden = [[" ".join(case[0]), " ".join(case[1]), result[i]] for i, case in enumerate(cases)]
print("[\n" + ",\n".join(json.dumps(row) for row in golden) + "\n]")
