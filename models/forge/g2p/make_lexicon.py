"""Makes the voices' lexicon: every word of the dictionary and the sentences, as flite's voice slt pronounces it.

    python3 -m g2p.make_lexicon --work WORK

writes WORK/lexicon.txt, lines `word<TAB>phones`. A word that sentences pronounce otherwise than it is pronounced alone
("a", "the", "and") gets its most frequent pronunciation from WORK/slt.json. Single capitals are the names of letters.
"the" has a second line, the one before a vowel. Possessives are left to the front end's rule.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

from g2p.alignment import word_of_each_phone
from g2p.cmulex import CmuLexicon
from material.sentences import DICTIONARY, words_of

VOWELS = {"aa", "ae", "ah", "ao", "aw", "ax", "ay", "eh", "er", "ey", "ih", "iy", "ow", "oy", "uh", "uw"}
LETTER_NAMES = dict(
    A="ey", B="b iy", C="s iy", D="d iy", E="iy", F="eh f", G="jh iy", H="ey ch", I="ay", J="jh ey", K="k ey", L="eh l",
    M="eh m", N="eh n", O="ow", P="p iy", Q="k y uw", R="aa r", S="eh s", T="t iy", U="y uw", V="v iy",
    W="d ah b ax l y uw", X="eh k s", Y="w ay", Z="z iy")
CONTRACTIONS = {
    "i'm": "ay m", "i'd": "ay d", "i'll": "ay l", "i've": "ay v", "o'clock": "ax k l aa k", "won't": "w ow n t",
    "don't": "d ow n t", "can't": "k ae n t", "we've": "w iy v", "we're": "w ih r", "we'll": "w iy l", "we'd": "w iy d",
    "he's": "hh iy z", "she's": "sh iy z", "you've": "y uw v", "you're": "y uh r", "you'll": "y uw l", "you'd": "y uw d",
    "they've": "dh ey v", "they're": "dh eh r", "they'll": "dh ey l", "they'd": "dh ey d", "it's": "ih t s",
    "that's": "dh ae t s", "what's": "w ah t s", "let's": "l eh t s", "isn't": "ih z ax n t", "doesn't": "d ah z ax n t",
    "didn't": "d ih d ax n t", "ain't": "ey n t", "aren't": "aa r ax n t", "wasn't": "w aa z ax n t",
    "weren't": "w er ax n t", "haven't": "hh ae v ax n t", "hasn't": "hh ae z ax n t", "hadn't": "hh ae d ax n t",
    "wouldn't": "w uh d ax n t", "couldn't": "k uh d ax n t", "shouldn't": "sh uh d ax n t", "mustn't": "m ah s ax n t",
    "he'll": "hh iy l", "she'll": "sh iy l", "it'll": "ih t ax l", "he'd": "hh iy d", "she'd": "sh iy d",
    "there's": "dh eh r z", "here's": "hh ih r z", "who's": "hh uw z", "y'all": "y ao l", "ma'am": "m ae m", "jpeg": "jh ey p eh g", "mpeg": "eh m p eh g"}
SEEN_AT_LEAST = 3
# words that the dictionary has only in capitals are spelled, but for these
SPOKEN_ACRONYMS = set("""anzus ascii awacs cobol covid fica gif gigo ikea jpeg mips mooc mpeg nafta nasa nascar nasdaq nato
nimby norad nvidia opec osha parc rom sars sids suse toefl unesco unicef vax""".split())


def dictionary() -> set[str]:
    """Words of the dictionary in lower case, names included, without apostrophes, accents and spelled acronyms."""
    lines = [line.strip() for line in DICTIONARY.read_text().splitlines()]
    written = [line for line in lines if re.fullmatch(r"[A-Z]?[a-z]+|(Mc|Mac|De|Le|La|Di|Fitz|Van)[A-Z][a-z]+", line) and len(line) <= 20]
    return {line.lower() for line in written} | SPOKEN_ACRONYMS


def pronounceable(phones: list[str]) -> bool:
    return any(phone in VOWELS for phone in phones)


def in_sentences(items: list[dict], lexicon: dict[str, list[str]]) -> dict[str, Counter]:
    """How often each word was spoken with which phones, where the alignment is good; "the" only before consonants."""
    seen = defaultdict(Counter)
    for item in items:
        words = words_of(item["text"])
        spoken = [phone for phone, _ in item["phones"] if phone != "pau"]
        owner, edits = word_of_each_phone(spoken, [lexicon.get(word, []) for word in words])
        if edits > 0.15:
            continue
        for index, word in enumerate(words):
            phones = tuple(phone for phone, k in zip(spoken, owner) if k == index)
            following = [phone for phone, k in zip(spoken, owner) if k == index + 1]
            if phones and not (word == "the" and following and following[0] in VOWELS):
                seen[word][phones] += 1
    return seen


def build(work: Path) -> dict[str, list[str]]:
    source = CmuLexicon()
    words = dictionary()
    for name in ("sentences-voice.txt", "sentences-other.txt"):
        words |= {word for word in words_of((work / name).read_text()) if "'" not in word}
    lexicon = {word: source.phones(word) for word in sorted(words)}
    lexicon = {word: phones for word, phones in lexicon.items() if pronounceable(phones)}
    lexicon.update({word: phones.split() for word, phones in CONTRACTIONS.items()})
    changed = 0
    for word, counts in in_sentences(json.loads((work / "slt.json").read_text()), lexicon).items():
        phones, times = counts.most_common(1)[0]
        if times >= SEEN_AT_LEAST and word in lexicon and list(phones) != lexicon[word]:
            lexicon[word] = list(phones)
            changed += 1
    print(f"{changed} words follow the sentences, for example 'a': {lexicon['a']}, 'the': {lexicon['the']}")
    return lexicon


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    args = parser.parse_args()
    lexicon = build(args.work)
    lexicon.update({letter: phones.split() for letter, phones in LETTER_NAMES.items()})
    lines = []
    for word in sorted(lexicon):
        lines.append(f"{word}\t{' '.join(lexicon[word])}")
        if word == "the":
            lines.append("the\tdh iy")
    (args.work / "lexicon.txt").write_text("\n".join(lines) + "\n")
    print(f"{len(lexicon)} words")


if __name__ == "__main__":
    main()
