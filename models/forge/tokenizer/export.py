"""Exports WORK/tokenizer.pt as encoder.onnx and decoder.onnx and completes the pack.

    python3 -m tokenizer.export --work WORK --pack ../scoop-tokenizer
"""

import argparse
from pathlib import Path

import json

import numpy as np
import soundfile
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from packing import manifest
from packing.export import export
from tokenizer import checkpoint
from tokenizer.network import FRAME_SAMPLES, LATENT, SAMPLE_RATE, Decoder, Encoder
from tokenizer.quantizer import CODEBOOKS, CODES, ResidualQuantizer

CODEC = dict(frameSamples=FRAME_SAMPLES, codebooks=CODEBOOKS, codebookSize=CODES, emptyCode=CODES, padMultiple=FRAME_SAMPLES)


class WaveToCodes(nn.Module):
    """Wave [1, 1, n] to codes [1, 8, n / 320]."""

    def __init__(self, encoder: Encoder, quantizer: ResidualQuantizer):
        super().__init__()
        self.encoder = encoder
        self.vectors = nn.Parameter(quantizer.vectors.clone(), requires_grad=False)
        self.lengths = nn.Parameter((quantizer.vectors ** 2).sum(2), requires_grad=False)

    def forward(self, wave: Tensor) -> Tensor:
        residual, codes = self.encoder(wave).transpose(1, 2)[0], []
        for book in range(CODEBOOKS):
            index = (torch.matmul(residual, self.vectors[book].t()) * 2 - self.lengths[book]).argmax(-1)
            codes.append(index)
            residual = residual - F.embedding(index, self.vectors[book])
        return torch.stack(codes)[None]


class CodesToWave(nn.Module):
    """Codes [1, 8, t] to wave [1, 1, 320 t]; code 512 adds nothing: a codebook that is left out."""

    def __init__(self, decoder: Decoder, quantizer: ResidualQuantizer):
        super().__init__()
        self.decoder = decoder
        with_empty = torch.cat([quantizer.vectors, torch.zeros(CODEBOOKS, 1, LATENT)], 1)
        self.vectors = nn.Parameter(with_empty.reshape(-1, LATENT), requires_grad=False)

    def forward(self, codes: Tensor) -> Tensor:
        first = torch.arange(CODEBOOKS)[None, :, None] * (CODES + 1)
        return self.decoder(F.embedding(codes + first, self.vectors).sum(1).transpose(1, 2))


def export_decoder(decoder: Decoder, quantizer: ResidualQuantizer, target: Path) -> None:
    export(CodesToWave(decoder, quantizer), (torch.randint(0, CODES, (1, CODEBOOKS, 20)),), target, ["codes"], ["wave"],
           {"codes": {2: "frames"}, "wave": {2: "samples"}})


def write_self_test(work: Path, pack: Path) -> None:
    """The first Harvard sentence in the held-out voice."""
    item = json.loads((work / "harvard-awb.json").read_text())[0]
    samples = np.load(work / "harvard-awb.npy", mmap_mode="r")[: item["samples"]]
    soundfile.write(pack / "self-test.wav", np.asarray(samples), SAMPLE_RATE, subtype="PCM_16")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--version", default="1.0.0")
    args = parser.parse_args()
    pack = args.pack.resolve()
    pack.mkdir(parents=True, exist_ok=True)
    encoder, decoder, quantizer = checkpoint.load(args.work / "tokenizer.pt")
    export(WaveToCodes(encoder, quantizer), (torch.randn(1, 1, 6400),), pack / "encoder.onnx", ["wave"], ["codes"],
           {"wave": {2: "samples"}, "codes": {2: "frames"}})
    export_decoder(decoder, quantizer, pack / "decoder.onnx")
    write_self_test(args.work, pack)
    manifest.write(pack, dict(
        version=args.version, title="Scoop tokenizer",
        description="A small neural codec for 16 kHz audio: 50 frames a second, 1 to 8 codebooks of 512 codes, 0.45 kbit/s each.",
        task="tokenizer", family="rvq-codec", languages=[],
        licence=dict(spdx="MIT", attribution="SpeechScoop",
                     source="Trained by models/forge/tokenizer on speech of flite, festival and espeak-ng voices and on seeded synthetic sounds; see README.md."),
        io=dict(encoder=dict(inputs=dict(wave="wave"), outputs=dict(codes="codes")),
                decoder=dict(inputs=dict(codes="codes"), outputs=dict(wave="wave"))),
        audio=dict(sampleRate=SAMPLE_RATE), codec=CODEC, runtime=dict(intraThreads=1),
        selfTest=dict(audio="self-test.wav", maxLogMelDistance=1.0)),
        dict(encoder="encoder.onnx", decoder="decoder.onnx", selfTest="self-test.wav"))


if __name__ == "__main__":
    main()
