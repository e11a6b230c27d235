"""Synthesis in PyTorch, as the exported graphs do it: used to evaluate checkpoints."""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from tokenizer import checkpoint
from tokenizer.network import Decoder
from tokenizer.quantizer import ResidualQuantizer
from voices.network import FRAME_RATE, NextTokenVoice, ParallelVoice


def load(work: Path, kind: str) -> tuple[ParallelVoice | NextTokenVoice, list[str]]:
    """A trained voice in evaluation mode, and its symbols."""
    state = torch.load(work / f"{kind}.pt", map_location="cpu")
    model = (NextTokenVoice if kind == "next-token" else ParallelVoice)(len(state["symbols"]))
    model.load_state_dict(state["model"])
    return model.eval(), state["symbols"]


def decoder_of(work: Path, kind: str) -> tuple[Decoder, ResidualQuantizer]:
    """The tokenizer's decoder, or the voice's own copy where `voices.tune_decoder` has made one; and the codebooks."""
    _, decoder, quantizer = checkpoint.load(work / "tokenizer.pt")
    tuned = work / f"{kind}-decoder.pt"
    if tuned.exists():
        decoder.load_state_dict(torch.load(tuned, map_location="cpu"))
    return decoder.eval(), quantizer


def gumbel(shape: tuple[int, ...], temperature: float, generator: torch.Generator) -> Tensor:
    """Noise that makes the best score a sample from softmax(scores / temperature); zeros for temperature 0."""
    uniform = torch.rand(shape, generator=generator)
    return -torch.log(-torch.log(uniform + 1e-20) + 1e-20) * temperature


@torch.no_grad()
def next_tokens(model: NextTokenVoice, condition: Tensor, temperature: float, seed: int) -> Tensor:
    """Codes [1, books, frames], frame by frame."""
    generator = torch.Generator().manual_seed(seed)
    previous = torch.full((1, model.books), model.codes)
    cache = torch.zeros(1, model.width, model.cache_length)
    frames = []
    for t in range(condition.shape[2]):
        noise = gumbel((model.books, model.codes), temperature, generator)
        previous, cache = model.step(condition[:, :, t: t + 1], previous, cache, noise)
        frames.append(previous[0])
    return torch.stack(frames, 1)[None]


@torch.no_grad()
def speak(model, decoder: Decoder, quantizer: ResidualQuantizer, ids: list[int], positions: list[int],
          rate: float = 1.0, temperature: float = 0.0, seed: int = 0) -> np.ndarray:
    """float32 samples at 16 kHz."""
    features, ends = model.plan(torch.tensor([ids]), torch.tensor([positions]), torch.tensor([rate]))
    frames = int(ends[0, -1] * FRAME_RATE)
    if isinstance(model, NextTokenVoice):
        condition = model.hidden_frames(features, ends, frames)
        latents = quantizer.decode(next_tokens(model, condition, temperature, seed), model.books)
    else:
        latents = model.latents(features, ends, frames)
    return decoder(latents)[0, 0].numpy()
