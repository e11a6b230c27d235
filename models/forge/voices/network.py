"""The two synthesizers. Both read phones and their positions in words, predict durations and stretch the phones' features
to 50 frames a second. The parallel voice maps frames to the tokenizer's latents at once; the next-token voice predicts the
codes of four codebooks frame by frame, coarse to fine, from the frame's features and all codes before.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from tokenizer.network import LATENT, Block

FRAME_RATE = 50
STRETCH_FEATURES = 6
POSITIONS = 5
FAR_END = 99.0  # end time, in seconds, of padding phones
SHORTEST, LONGEST = 0.01, 1.0  # predicted phone durations in seconds


class PhoneEncoder(nn.Module):
    """Phones and positions [batch, n] to features [batch, width, n] and log durations in seconds [batch, n]."""

    def __init__(self, symbols: int, width: int = 192, blocks: int = 4):
        super().__init__()
        self.symbol = nn.Embedding(symbols, width)
        self.position = nn.Embedding(POSITIONS, width)
        self.enter = nn.Conv1d(width + 3, width, 1)
        self.blocks = nn.ModuleList([Block(width, 2, 5) for _ in range(blocks)])
        self.duration = nn.Linear(width, 1)

    def forward(self, phones: Tensor, positions: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        count = mask.sum(1, keepdim=True)
        index = torch.cumsum(mask, 1) - 1
        place = torch.stack([index / count, torch.log1p(index), torch.log1p((count - 1 - index).clamp(min=0))], 1)
        hidden = torch.cat([(self.symbol(phones) + self.position(positions)).transpose(1, 2), place], 1)
        hidden = self.enter(hidden) * mask[:, None]
        for block in self.blocks:
            hidden = block(hidden) * mask[:, None]
        return hidden, self.duration(hidden.transpose(1, 2))[..., 0]


def stretch(features: Tensor, ends: Tensor, frames) -> Tensor:
    """Features [batch, c, n] of phones that end at `ends` seconds [batch, n] to frames [batch, c + 6, frames].

    Each frame takes the features of the phone at its middle, with where it lies in the phone and in the sentence.
    """
    batch, width, count = features.shape
    middle = (torch.arange(frames, dtype=torch.float32) + 0.5) / FRAME_RATE
    index = (ends[:, :, None] <= middle[None, None, :]).long().sum(1).clamp(max=count - 1)
    chosen = torch.gather(features, 2, index[:, None, :].expand(batch, width, index.shape[1]))
    starts = F.pad(ends[:, :-1], (1, 0))
    end = torch.gather(ends, 1, index).clamp(max=60.0)
    start = torch.gather(starts, 1, index).clamp(max=60.0)
    length = (end - start).clamp(min=0.005)
    total = ends.masked_fill(ends > 90, 0).max(1, keepdim=True)[0]
    time = middle[None]
    place = [(time - start) / length, (time - start) * 5, (end - time) * 5, torch.log(length) + 2.5,
             time / total, (total - time).clamp(0, 3) * 0.5]
    return torch.cat([chosen, torch.stack(place, 1).clamp(-3, 3)], 1)


class Voice(nn.Module):
    """What both synthesizers share: phones in, frames out."""

    def __init__(self, symbols: int, width: int, blocks: int):
        super().__init__()
        self.phones = PhoneEncoder(symbols)
        self.enter = nn.Conv1d(192 + STRETCH_FEATURES, width, 3, padding=1)
        self.blocks = nn.ModuleList([Block(width) for _ in range(blocks)])

    def hidden_frames(self, features: Tensor, ends: Tensor, frames, mask: Tensor | None = None) -> Tensor:
        hidden = self.enter(stretch(features, ends, frames))
        for block in self.blocks:
            if mask is not None:
                hidden = hidden * mask[:, None]
            hidden = block(hidden)
        return hidden

    def plan(self, phones: Tensor, positions: Tensor, rate: Tensor) -> tuple[Tensor, Tensor]:
        """At run time: phone features and end times from predicted durations, times `rate`."""
        features, log_durations = self.phones(phones, positions, torch.ones_like(phones).float())
        durations = torch.exp(log_durations).clamp(SHORTEST, LONGEST) * rate
        return features, torch.cumsum(durations, 1)


class ParallelVoice(Voice):
    """Latents of all frames at once."""

    def __init__(self, symbols: int, width: int = 256, blocks: int = 7):
        super().__init__(symbols, width, blocks)
        self.norm = nn.LayerNorm(width, eps=1e-5)
        self.leave = nn.Linear(width, LATENT)
        self.register_buffer("mean", torch.zeros(LATENT))
        self.register_buffer("deviation", torch.ones(LATENT))

    def latents(self, features: Tensor, ends: Tensor, frames, mask: Tensor | None = None) -> Tensor:
        hidden = self.hidden_frames(features, ends, frames, mask)
        return (self.leave(self.norm(hidden.transpose(1, 2))) * self.deviation + self.mean).transpose(1, 2)


class CausalBlock(nn.Module):
    """A dilated block that sees only the past; `step` computes one frame from a cache of past inputs."""

    def __init__(self, width: int, kernel: int, dilation: int):
        super().__init__()
        self.past = (kernel - 1) * dilation
        self.depthwise = nn.Conv1d(width, width, kernel, groups=width, dilation=dilation)
        self.norm = nn.LayerNorm(width, eps=1e-5)
        self.widen = nn.Linear(width, 2 * width)
        self.narrow = nn.Linear(2 * width, width)
        self.scale = nn.Parameter(torch.full((width,), 0.3))

    def mix(self, x: Tensor, convolved: Tensor) -> Tensor:
        y = self.narrow(F.gelu(self.widen(self.norm(convolved.transpose(1, 2))))) * self.scale
        return x + y.transpose(1, 2)

    def forward(self, x: Tensor, condition: Tensor) -> Tensor:
        return self.mix(x, self.depthwise(F.pad(x + condition, (self.past, 0))))

    def step(self, x: Tensor, condition: Tensor, cache: Tensor) -> tuple[Tensor, Tensor]:
        inputs = torch.cat([cache, x + condition], 2)
        return self.mix(x, self.depthwise(inputs)), inputs[:, :, 1:]


class NextTokenVoice(Voice):
    """Scores for the next frame's codes, codebook after codebook."""

    def __init__(self, symbols: int, books: int = 4, codes: int = 512, width: int = 256):
        super().__init__(symbols, width, 3)
        self.books, self.codes, self.width = books, codes, width
        self.code = nn.Parameter(torch.randn(books, codes + 1, width) * 0.1)  # index `codes` means: before the start
        self.causal = nn.ModuleList([CausalBlock(width, 5, dilation) for dilation in (1, 2, 4, 8, 1, 2)])
        self.norm = nn.LayerNorm(width, eps=1e-5)
        self.chosen = nn.Parameter(torch.randn(books, codes, width) * 0.1)  # codes already chosen in this frame
        self.widen = nn.ModuleList([nn.Linear(width, width) for _ in range(books)])
        self.scores = nn.ModuleList([nn.Linear(width, codes) for _ in range(books)])

    @property
    def cache_length(self) -> int:
        return sum(block.past for block in self.causal)

    def forward(self, condition: Tensor, codes: Tensor, history: Tensor) -> list[Tensor]:
        """Scores [batch, frames, codes] of each codebook; `history` is `codes`, possibly corrupted, [batch, books, frames]."""
        start = torch.full((codes.shape[0], self.books, 1), self.codes)
        previous = torch.cat([start, history[:, :, :-1]], 2)
        x = sum(self.code[book][previous[:, book]] for book in range(self.books)).transpose(1, 2)
        for block in self.causal:
            x = block(x, condition)
        hidden, found, chosen = self.norm((x + condition).transpose(1, 2)), [], 0.0
        for book in range(self.books):
            found.append(self.scores[book](F.gelu(self.widen[book](hidden) + chosen)))
            chosen = chosen + self.chosen[book][codes[:, book]]
        return found

    def step(self, condition: Tensor, previous: Tensor, cache: Tensor, noise: Tensor) -> tuple[Tensor, Tensor]:
        """Codes [1, books] of one frame and the new cache; `noise` [books, codes] is added to the scores before the best is taken."""
        x = sum(F.embedding(previous[:, book], self.code[book]) for book in range(self.books))[:, :, None]
        offset, caches = 0, []
        for block in self.causal:
            x, kept = block.step(x, condition, cache[:, :, offset: offset + block.past])
            caches.append(kept)
            offset += block.past
        hidden, found, chosen = self.norm((x + condition).transpose(1, 2))[:, 0], [], 0.0
        for book in range(self.books):
            scores = self.scores[book](F.gelu(self.widen[book](hidden) + chosen)) + noise[book: book + 1]
            best = scores.argmax(-1)
            found.append(best)
            chosen = chosen + F.embedding(best, self.chosen[book])
        return torch.stack(found, 1), torch.cat(caches, 2)
