"""Reading and writing tokenizer checkpoints."""

from pathlib import Path

import torch

from tokenizer.network import Decoder, Encoder
from tokenizer.quantizer import ResidualQuantizer


def save(path: Path, encoder: Encoder, decoder: Decoder, quantizer: ResidualQuantizer, **state) -> None:
    """Writes beside the file first, so that a crash leaves the previous checkpoint whole."""
    beside = path.with_suffix(".partial")
    torch.save(dict(encoder=encoder.state_dict(), decoder=decoder.state_dict(), quantizer=quantizer.state_dict(), **state), beside)
    beside.replace(path)


def load(path: Path) -> tuple[Encoder, Decoder, ResidualQuantizer]:
    """The frozen networks of a checkpoint, in evaluation mode."""
    encoder, decoder, quantizer = Encoder(), Decoder(), ResidualQuantizer()
    state = torch.load(path, map_location="cpu")
    encoder.load_state_dict(state["encoder"])
    decoder.load_state_dict(state["decoder"])
    quantizer.load_state_dict(state["quantizer"])
    for network in (encoder, decoder):
        network.eval()
        for parameter in network.parameters():
            parameter.requires_grad_(False)
    return encoder, decoder, quantizer
