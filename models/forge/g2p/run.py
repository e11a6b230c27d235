"""Letters to phones from a checkpoint, as a function of a word."""

from pathlib import Path
from typing import Callable

import torch

from g2p.network import LettersToPhones, collapse, letter_indices

LONGEST_WORD = 40


def load(path: Path) -> tuple[LettersToPhones, list[str]]:
    """The network in evaluation mode, and its phones (the blank first)."""
    state = torch.load(path, map_location="cpu")
    model = LettersToPhones(len(state["phones"]))
    model.load_state_dict(state["model"])
    return model.eval(), state["phones"]


def load_letters_to_phones(path: Path) -> Callable[[str], list[str]]:
    model, phones = load(path)

    @torch.no_grad()
    def pronounce(word: str) -> list[str]:
        return [phones[k] for k in collapse(model(torch.tensor([letter_indices(word[:LONGEST_WORD])])).argmax(-1)[0].tolist())]

    return pronounce
