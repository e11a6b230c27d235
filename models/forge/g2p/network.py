"""Letters to phones: a small convolutional network with three output frames a letter and a CTC output."""

import torch
from torch import Tensor, nn

from tokenizer.network import Block

LETTERS = "_abcdefghijklmnopqrstuvwxyz'"  # index 0 stands before, after and (in batches) behind a word
BLANK = "<blank>"
FRAMES_A_LETTER = 3


class LettersToPhones(nn.Module):
    """Letter indices [batch, n] to CTC log-probabilities [batch, 3 n, phones]; phone 0 is the blank."""

    def __init__(self, phones: int, width: int = 128):
        super().__init__()
        self.width = width
        self.embedding = nn.Embedding(len(LETTERS), width)
        self.letters = nn.ModuleList([Block(width, 2, 5) for _ in range(4)])
        self.spread = nn.Conv1d(width, FRAMES_A_LETTER * width, 1)
        self.frames = nn.Sequential(Block(width, 2, 5), Block(width, 2, 5))
        self.leave = nn.Linear(width, phones)

    def forward(self, letters: Tensor) -> Tensor:
        hidden = self.embedding(letters).transpose(1, 2)
        for block in self.letters:
            hidden = block(hidden)
        spread = self.spread(hidden)
        batch, _, n = spread.shape
        spread = spread.view(batch, FRAMES_A_LETTER, self.width, n).permute(0, 2, 3, 1)
        frames = self.frames(spread.reshape(batch, self.width, FRAMES_A_LETTER * n))
        return torch.log_softmax(self.leave(frames.transpose(1, 2)), -1)


def letter_indices(word: str) -> list[int]:
    """A word with an edge mark on both sides."""
    return [0, *(LETTERS.index(letter) for letter in word), 0]


def collapse(indices: list[int]) -> list[int]:
    """CTC: repeated indices once, blanks dropped."""
    return [index for before, index in zip([0, *indices], indices) if index and index != before]
