"""The lexicon (word -> phones) and a pruned trigram language model in the ARPA format, both gzipped.

    python3 -m recognizer.language --out work/recognizer

The model is interpolated Kneser-Ney with one discount an order, estimated on the training side of `sentences.Corpus`
and on sentences from the templates; n-grams seen rarely are then dropped and the back-off weights made to sum to one.
"""

import argparse
import gzip
import math
import pathlib
import random

import numpy as np

from . import prompts
from .pronunciations import pronunciations
from .sentences import Corpus
from .vocabulary import command_words

_DISCOUNT = 0.75
_BEGIN, _END, _UNKNOWN = "<s>", "</s>", "<unk>"
_UNSEEN = 0.2  # what a lexicon word that the text never shows counts as
_LOWEST_BIGRAM, _LOWEST_TRIGRAM = 2, 3
_BITS = 18
_MASK = (1 << _BITS) - 1


def lexicon(words):
    """[(word, [phones, ...])] sorted, with every pronunciation of each word that has one."""
    return [(word, found) for word in sorted(words) if (found := pronunciations(word))]


def training_sentences(corpus, seed=3):
    """All prose that is not held out (of the Bible four tenths), and templates."""
    rng = random.Random(seed)
    for name, pool in corpus.by_source.items():
        yield from (sentence for sentence in pool if name != "bible" or rng.random() < 0.4)
    for _ in range(12000):
        yield prompts.command(rng)
        yield prompts.number_sentence(rng)


class Trigrams:
    """Interpolated Kneser-Ney estimates; words are indices, contexts and n-grams packed integers."""

    def __init__(self, vocabulary, lines):
        self.vocabulary = vocabulary
        index = {word: position for position, word in enumerate(vocabulary)}
        begin, end = index[_BEGIN], index[_END]
        stream = []
        for line in lines:
            stream.append(begin)
            stream.extend(index[word] for word in line.split())
            stream.append(end)
        stream = np.array(stream, np.int64)
        inside = stream[:-1] != end
        bigrams = (stream[:-1] << _BITS | stream[1:])[inside]
        whole = inside[:-1] & inside[1:]
        triples = (stream[:-2] << 2 * _BITS | stream[1:-1] << _BITS | stream[2:])[whole]
        self.seen2, self.count2 = np.unique(bigrams, return_counts=True)
        self.seen3, self.count3 = np.unique(triples, return_counts=True)
        self._estimate(begin)

    def _estimate(self, begin):
        size = len(self.vocabulary)
        # Order 1: in how many contexts a word appears.
        contexts = np.bincount(self.seen2 & _MASK, minlength=size) + _UNSEEN
        contexts[begin] = 0
        self.p1 = contexts / contexts.sum()
        # Order 2: continuation counts, except after <s>, where raw counts are all there is.
        after, follower = self.seen2 >> _BITS, self.seen2 & _MASK
        tails, continuation = np.unique(self.seen3 & ((1 << 2 * _BITS) - 1), return_counts=True)
        counts = np.where(after == begin, self.count2, 0).astype(float)
        counts[np.searchsorted(self.seen2, tails)] += continuation
        counts = np.where(counts == 0, 1e-9, counts)
        total = np.bincount(after, counts, size)
        kinds = np.bincount(after, counts >= 1, size)
        self.p2 = (np.maximum(counts - _DISCOUNT, 0) + _DISCOUNT * kinds[after] * self.p1[follower]) / total[after]
        # Order 3.
        context = self.seen3 >> _BITS
        groups, inverse = np.unique(context, return_inverse=True)
        total3 = np.bincount(inverse, self.count3)
        kinds3 = np.bincount(inverse)
        lower = self.p2[np.searchsorted(self.seen2, self.seen3 & ((1 << 2 * _BITS) - 1))]
        self.p3 = (np.maximum(self.count3 - _DISCOUNT, 0) + _DISCOUNT * kinds3[inverse] * lower) / total3[inverse]

    def pruned(self):
        """(bigram keys, log10 p, log10 backoff), (trigram keys, log10 p), log10 backoff of each word."""
        size = len(self.vocabulary)
        keep3 = self.count3 >= _LOWEST_TRIGRAM
        tri, p_tri = self.seen3[keep3], self.p3[keep3]
        needed = np.unique(np.concatenate([tri >> _BITS, tri & ((1 << 2 * _BITS) - 1)]))
        keep2 = (self.count2 >= _LOWEST_BIGRAM) | np.isin(self.seen2, needed)
        bi, p_bi = self.seen2[keep2], self.p2[keep2]
        left1 = 1 - np.bincount(bi >> _BITS, p_bi, size)
        right1 = 1 - np.bincount(bi >> _BITS, self.p1[bi & _MASK], size)
        backoff1 = np.log10(np.maximum(left1, 1e-7) / np.maximum(right1, 1e-7))
        owner = np.searchsorted(bi, tri >> _BITS)
        lower = p_bi[np.searchsorted(bi, tri & ((1 << 2 * _BITS) - 1))]
        left2 = 1 - np.bincount(owner, p_tri, len(bi))
        right2 = 1 - np.bincount(owner, lower, len(bi))
        backoff2 = np.log10(np.maximum(left2, 1e-7) / np.maximum(right2, 1e-7))
        return (bi, np.log10(p_bi), backoff2), (tri, np.log10(p_tri)), backoff1

    def write(self, path):
        """Write the pruned model as gzipped ARPA; returns the number of n-grams of each order."""
        (bi, p_bi, backoff2), (tri, p_tri), backoff1 = self.pruned()
        words = self.vocabulary
        with gzip.GzipFile(path, "wb", compresslevel=9, mtime=0) as file:
            def put(text):
                file.write(text.encode())

            put(f"\\data\\\nngram 1={len(words)}\nngram 2={len(bi)}\nngram 3={len(tri)}\n\n\\1-grams:\n")
            for index, word in enumerate(words):
                log = math.log10(self.p1[index]) if self.p1[index] > 0 else -99
                put(f"{log:.2f}\t{word}" + (f"\t{backoff1[index]:.2f}\n" if abs(backoff1[index]) >= 0.005 else "\n"))
            put("\n\\2-grams:\n")
            for key, log, backoff in zip(bi.tolist(), p_bi, backoff2):
                tail = f"\t{backoff:.2f}" if abs(backoff) >= 0.005 else ""
                put(f"{log:.2f}\t{words[key >> _BITS]} {words[key & _MASK]}{tail}\n")
            put("\n\\3-grams:\n")
            for key, log in zip(tri.tolist(), p_tri):
                put(f"{log:.2f}\t{words[key >> 2 * _BITS]} {words[key >> _BITS & _MASK]} {words[key & _MASK]}\n")
            put("\n\\end\\\n")
        return len(words), len(bi), len(tri)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", default="work/recognizer", help="folder for lexicon.txt.gz and language-model.arpa.gz")
    out = pathlib.Path(parser.parse_args().out)
    corpus = Corpus()
    entries = lexicon(corpus.words | set(command_words()))
    with gzip.GzipFile(out / "lexicon.txt.gz", "wb", compresslevel=9, mtime=0) as file:
        for word, found in entries:
            for phones in found:
                file.write(f"{word}\t{' '.join(phones)}\n".encode())
    vocabulary = [_BEGIN, _END, _UNKNOWN] + [word for word, _ in entries]
    known = set(vocabulary)
    lines = (line for line in training_sentences(corpus) if all(word in known for word in line.split()))
    sizes = Trigrams(vocabulary, lines).write(out / "language-model.arpa.gz")
    print(len(entries), "words;", *(f"{count} {order}-grams" for order, count in enumerate(sizes, 1)))


if __name__ == "__main__":
    main()
