"""The closed vocabulary of the command and number templates."""

import random

from . import prompts


def command_words(samples=60000, seed=4):
    """Every word that the templates can say, sorted: found by drawing many sentences, and stable for a seed."""
    rng = random.Random(seed)
    words = set()
    for _ in range(samples):
        words.update(prompts.command(rng).split())
        words.update(prompts.number_sentence(rng).split())
    return sorted(words)
