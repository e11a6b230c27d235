"""How much float16 storage changes: the distances of the self-test clip with float32 weights and with halved ones.

    python3 -m tokenizer.check_half --work WORK --clip ../scoop-tokenizer/self-test.wav

Prints the training's log-mel L1 and the `scoop64` one that the pack's self test uses, both weights, 4 and 8 codebooks.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from recognizer.features import log_mel
from tokenizer import checkpoint
from tokenizer.evaluate import read
from tokenizer.losses import distances


def halved(network: torch.nn.Module) -> torch.nn.Module:
    """The network with every weight rounded to float16, as in the exported graph."""
    network.load_state_dict({name: value.half().float() if value.is_floating_point() else value
                             for name, value in network.state_dict().items()})
    return network


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--clip", type=Path, required=True)
    args = parser.parse_args()
    clip = read(args.clip)
    wave = torch.from_numpy(clip)[None, None]
    for name in ("float32", "float16"):
        networks = checkpoint.load(args.work / "tokenizer.pt")
        encoder, decoder, quantizer = networks if name == "float32" else [halved(network) for network in networks]
        with torch.no_grad():
            codes = quantizer.encode(encoder(wave))
            for books in (4, 8):
                output = decoder(quantizer.decode(codes, books))[0]
                own = float(distances(output, wave[0])[0])
                scoop64 = np.abs(log_mel(output[0].numpy()) - log_mel(clip)).mean()
                print(f"{name}, {books} codebooks: log-mel L1 {own:.4f}, scoop64 {scoop64:.3f}")


if __name__ == "__main__":
    main()
