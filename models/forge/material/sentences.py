"""Collects English sentences for the training speech: fortunes, random words and templates.

Only sentences whose every word is in the `wamerican` list are taken. The Harvard sentences in `harvard.txt` are the
test set of the synthesizers and are excluded here, before anything is synthesised.

    python3 -m material.sentences --work WORK
"""

import argparse
import glob
import random
import re
from pathlib import Path

DICTIONARY = Path("/usr/share/dict/american-english")
FORTUNES = "/usr/share/games/fortunes/*.u8"
HARVARD = Path(__file__).with_name("harvard.txt")
CONTRACTIONS = {"i", "i'm", "i'll", "i've", "i'd"}


def dictionary_words() -> set[str]:
    """Words of the dictionary that are written in lower case, and the contractions of "I"."""
    words = {line.strip() for line in DICTIONARY.read_text().splitlines()}
    return {word for word in words if word == word.lower()} | CONTRACTIONS


def harvard_sentences() -> list[str]:
    """The 50 test sentences: Harvard lists 1 to 5."""
    return HARVARD.read_text().splitlines()


def words_of(sentence: str) -> list[str]:
    return re.findall(r"[a-z']+", sentence.lower())


def fortune_sentences(known: set[str], longest: int) -> set[str]:
    sentences = set()
    for path in sorted(glob.glob(FORTUNES)):
        for block in Path(path).read_text(errors="ignore").split("\n%\n"):
            block = re.sub(r"\s+", " ", block)
            for raw in re.split(r"(?<=[.!?])\s+", block):
                sentence = raw.strip(" \"'-").replace('"', "").replace(" -- ", ", ").replace("...", ",")
                if not re.fullmatch(r"[A-Z][A-Za-z',;: ]+[.!?]", sentence):
                    continue
                if re.search(r"[A-Z]{2}", sentence):
                    continue
                words = words_of(sentence)
                if 2 <= len(words) <= longest and all(word in known for word in words):
                    sentences.add(sentence.replace(";", ",").replace(":", ","))
    return sentences


def random_word_sentences(known: set[str], count: int, rng: random.Random) -> list[str]:
    """Strings of unrelated words: coverage of phone sequences that prose lacks."""
    pool = sorted(word for word in known if re.fullmatch(r"[a-z]{3,12}", word))
    sentences = []
    for _ in range(count):
        words = rng.sample(pool, rng.randint(3, 8))
        if len(words) > 5:
            words[len(words) // 2] += ","
        sentences.append(" ".join(words).capitalize() + rng.choice("...?"))
    return sentences


def number_sentences(count: int, rng: random.Random) -> list[str]:
    """Spoken numbers, times, dates and money, which a text normaliser produces all the time."""
    ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    months = "january february march april may june july august september october november december".split()
    days = "monday tuesday wednesday thursday friday saturday sunday".split()
    ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth".split()

    def small() -> str:
        return rng.choice(ones) if rng.random() < 0.5 else f"{rng.choice(tens)} {rng.choice(ones[1:10])}"

    templates = [
        lambda: f"It costs {small()} dollars and {small()} cents.",
        lambda: f"The train leaves at {rng.choice(ones[1:13])} {small()} {rng.choice(['a m', 'p m'])}.",
        lambda: f"On {rng.choice(days)}, {rng.choice(months)} the {rng.choice(ordinals)}, {small()} people came.",
        lambda: f"About {small()} point {rng.choice(ones[:10])} percent of {small()} thousand.",
        lambda: " ".join(rng.choice(ones[:10]) for _ in range(rng.randint(3, 8))).capitalize() + ".",
        lambda: f"The year was nineteen {small()}.",
        lambda: f"{small().capitalize()} hundred and {small()} {rng.choice(['miles', 'meters', 'pounds', 'degrees', 'minutes'])}.",
        lambda: " ".join(rng.choice("a b c d e f g h i j k l m n o p q r s t u v w x y z".split()) for _ in range(rng.randint(2, 5))).capitalize() + ".",
    ]
    return [rng.choice(templates)() for _ in range(count)]


def collect(longest: int, seed: int) -> tuple[list[str], list[str]]:
    """Sentences for the synthesizers' training, and others for the tokenizer's; disjoint, shuffled."""
    rng = random.Random(seed)
    known = dictionary_words()
    harvard = {sentence.lower() for sentence in harvard_sentences()}
    fortunes = sorted(s for s in fortune_sentences(known, longest) if s.lower() not in harvard)
    rng.shuffle(fortunes)
    voice = fortunes[:5200] + random_word_sentences(known, 1000, rng) + number_sentences(300, rng)
    other = fortunes[5200:] + random_word_sentences(known, 600, rng)
    rng.shuffle(voice)
    rng.shuffle(other)
    return voice, other


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, help="folder for data and checkpoints")
    parser.add_argument("--longest", type=int, default=15, help="most words in a sentence")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    voice, other = collect(args.longest, args.seed)
    (args.work / "sentences-voice.txt").write_text("\n".join(voice) + "\n")
    (args.work / "sentences-other.txt").write_text("\n".join(other) + "\n")
    print(f"{len(voice)} sentences for the voice, {len(other)} for the tokenizer")


if __name__ == "__main__":
    main()
