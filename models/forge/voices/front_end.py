"""Text to phones and positions, as at run time: lexicon first, letters to phones for the rest.

The rules here are the ones of `SpeechScoop.Inference.Synthesis.Text`, and `python3 -m voices.golden` writes the vectors that
its tests compare with. Input is normalised text: words of a-z and apostrophes, single capitals for names of letters, and
the marks , ; : . ? ! (numbers and abbreviations are already words).
"""

import re
from pathlib import Path
from typing import Callable

PAUSES = ["pau", "pau,", "pau.", "pau?"]  # at the start, inside, at the end, at the end of a question
SIBILANTS = {"s", "z", "sh", "zh", "ch", "jh"}
VOICELESS = {"p", "t", "k", "f", "th"}
VOWELS = {"aa", "ae", "ah", "ao", "aw", "ax", "ay", "eh", "er", "ey", "ih", "iy", "ow", "oy", "uh", "uw"}
ENDINGS = {"'ll": ["ax", "l"], "'ve": ["ax", "v"], "'d": ["d"], "'re": ["r"], "'m": ["m"], "n't": ["ax", "n", "t"]}
TOKEN = re.compile(r"[A-Z](?![A-Za-z'])|[a-z']+|[,;:.?!]")
ALONE, FIRST, INSIDE, LAST = 1, 2, 3, 4  # position of a phone in its word; pauses have 0


def read_lexicon(path: Path) -> dict[str, list[list[str]]]:
    """Word to its pronunciations; the second one, where there is one, is for use before a vowel."""
    lexicon: dict[str, list[list[str]]] = {}
    for line in path.read_text().splitlines():
        word, phones = line.split("\t")
        lexicon.setdefault(word, []).append(phones.split())
    return lexicon


class FrontEnd:
    def __init__(self, lexicon: dict[str, list[list[str]]], symbols: list[str], letters_to_phones: Callable[[str], list[str]]):
        self.lexicon = lexicon
        self.number = {symbol: k for k, symbol in enumerate(symbols)}
        self.letters_to_phones = letters_to_phones

    def pronounce(self, word: str) -> list[list[str]]:
        """Pronunciations of one word, at least one unless the word has no letters."""
        if word in self.lexicon:
            return self.lexicon[word]
        if word.endswith("'s"):
            base = self.pronounce(word[:-2])[0]
            last = base[-1] if base else ""
            ending = ["ax", "z"] if last in SIBILANTS else ["s"] if last in VOICELESS else ["z"]
            return [base + ending]
        for ending, phones in ENDINGS.items():
            if word.endswith(ending) and len(word) > len(ending):
                return [self.pronounce(word[: -len(ending)])[0] + phones]
        letters = word.replace("'", "")
        if letters != word:
            return self.pronounce(letters) if letters else [[]]
        phones = self.letters_to_phones(letters) if letters else []
        if phones:
            return [phones]
        return [[phone for letter in letters for phone in self.lexicon[letter.upper()][0]]]

    def words(self, text: str) -> list[list[list[str]] | None]:
        """The sentence's words as their pronunciations, None for a pause between words."""
        found: list[list[list[str]] | None] = []
        for token in TOKEN.findall(text):
            if token in ",;:.?!":
                if found and found[-1] is not None:
                    found.append(None)
            else:
                spoken = self.pronounce(token)
                if spoken[0]:
                    found.append(spoken)
        while found and found[-1] is None:
            found.pop()
        return found

    def features(self, text: str) -> tuple[list[int], list[int]]:
        """Phone numbers and positions of one sentence, with a pause at both ends."""
        words = self.words(text)
        ids, positions = [self.number["pau"]], [0]
        for index, spoken in enumerate(words):
            if spoken is None:
                ids.append(self.number["pau,"])
                positions.append(0)
                continue
            following = words[index + 1] if index + 1 < len(words) else None
            before_vowel = following is not None and following[0][0] in VOWELS
            phones = spoken[1] if before_vowel and len(spoken) > 1 else spoken[0]
            ids += [self.number[phone] for phone in phones]
            positions += word_positions(len(phones))
        question = text.rstrip().endswith("?")
        ids.append(self.number["pau?" if question else "pau."])
        positions.append(0)
        return ids, positions


def word_positions(phones: int) -> list[int]:
    """Positions of a word's phones."""
    if phones == 1:
        return [ALONE]
    return [FIRST, *[INSIDE] * (phones - 2), LAST]
