"""What is spoken: training prompts and the held-out test and development sentences.

Test prose comes from two sources only (essays, dictionary). Sentences are held out before windows are cut, and every
other sentence that contains a held-out window is dropped from training and from the language model.
"""

import collections
import random

from . import prompts, sources

_MIXTURE = (("fortunes", 0.24), ("documentation", 0.12), ("essays", 0.16), ("dictionary", 0.18), ("bible", 0.06))
_HELD_OUT_SOURCES = {"essays": 260, "dictionary": 260}

HARVARD = """the birch canoe slid on the smooth planks|glue the sheet to the dark blue background
|it's easy to tell the depth of a well|these days a chicken leg is a rare dish|rice is often served in round bowls
|the juice of lemons makes fine punch|the box was thrown beside the parked truck
|the hogs were fed chopped corn and garbage|four hours of steady work faced us|a large size in stockings is hard to sell
|the boy was there when the sun rose|a rod is used to catch pink salmon|the source of the huge river is the clear spring
|kick the ball straight and follow through|help the woman get back to her feet|a pot of tea helps to pass the evening
|smoky fires lack flame and heat|the soft cushion broke the man's fall|the salt breeze came across from the sea
|the girl at the booth sold fifty bonds""".replace("\n", "").split("|")


def window(sentence, rng, lowest=2, highest=13):
    """A run of words of a sentence: its beginning, or with probability 0.4 anywhere."""
    words = sentence.split()
    length = min(len(words), highest, max(lowest, int(rng.gauss(7.5, 2.8))))
    start = rng.randint(0, len(words) - length) if rng.random() < 0.4 else 0
    return " ".join(words[start:start + length])


class Corpus:
    """Sentences by source with test and development sentences taken out. `held_out` lists those windows."""

    def __init__(self, seed=1):
        rng = random.Random(seed)
        self.words = sources.word_list()
        self.by_source = {name: sources.sentences(name, self.words) for name in sources.SOURCES}
        windows = []
        for name, count in _HELD_OUT_SOURCES.items():
            pool = self.by_source[name]
            rng.shuffle(pool)
            taken, self.by_source[name] = pool[:count], pool[count:]
            windows += [window(sentence, rng, 4, 12) for sentence in taken if len(sentence.split()) >= 4]
        rng.shuffle(windows)
        self.test, self.development = windows[:400], windows[400:460]
        self._drop_overlaps(windows + HARVARD)

    def _drop_overlaps(self, windows):
        by_start = collections.defaultdict(list)
        for text in windows:
            by_start[tuple(text.split()[:3])].append(text)

        def overlaps(sentence):
            words = sentence.split()
            return any(text in sentence
                       for start in range(len(words) - 2) for text in by_start.get(tuple(words[start:start + 3]), ()))

        for name, pool in self.by_source.items():
            self.by_source[name] = [sentence for sentence in pool if not overlaps(sentence)]

    def training_prompts(self, count, seed=2):
        """`count` texts: prose windows from all sources, random words, numbers and commands."""
        rng = random.Random(seed)
        single = sorted(word for word in self.words if len(word) <= 11 and "'" not in word)
        pools = {}
        for name, _ in _MIXTURE:
            pools[name] = sorted(self.by_source[name])
            rng.shuffle(pools[name])
        used = collections.Counter()
        prose = sum(share for _, share in _MIXTURE)
        texts = []
        for _ in range(count):
            kind = rng.random()
            if kind < prose:
                name = rng.choices([name for name, _ in _MIXTURE], [share for _, share in _MIXTURE])[0]
                texts.append(window(pools[name][used[name] % len(pools[name])], rng))
                used[name] += 1
            elif kind < prose + 0.06:
                texts.append(" ".join(rng.choice(single) for _ in range(rng.randint(1, 4))))
            elif kind < prose + 0.14:
                texts.append(prompts.number_sentence(rng))
            else:
                texts.append(prompts.command(rng))
        return texts
