"""Exports the voices and completes their packs.

    python3 -m voices.export --work WORK --kind parallel --pack ../scoop-voice-parallel
    python3 -m voices.export --work WORK --kind next-token --pack ../scoop-voice-next-token
"""

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn

from g2p import run as g2p_run
from g2p.network import LETTERS
from packing import manifest
from packing.export import export
from tokenizer.export import export_decoder
from tokenizer.network import SAMPLE_RATE, Decoder
from tokenizer.quantizer import CODES
from voices import synthesis
from voices.network import FRAME_RATE, NextTokenVoice, ParallelVoice

SELF_TEST = "The birch canoe slid on the smooth planks."
TEXT_FILES = dict(symbols="symbols.txt", lexicon="lexicon.txt.gz", g2p="g2p.onnx", letters="letters.txt", g2pPhones="g2p-phones.txt")
DEFAULT_TEMPERATURE = 0.3
PHONE_AXES = {"phones": {1: "phones"}, "positions": {1: "phones"}}


class PhonesToWave(nn.Module):
    """The parallel voice with the tokenizer's decoder behind it."""

    def __init__(self, voice: ParallelVoice, decoder: Decoder):
        super().__init__()
        self.voice, self.decoder = voice, decoder

    def forward(self, phones: Tensor, positions: Tensor, rate: Tensor) -> Tensor:
        features, ends = self.voice.plan(phones, positions, rate)
        frames = (ends[0, -1] * FRAME_RATE).to(torch.int64)
        return self.decoder(self.voice.latents(features, ends, frames))


class PhonesToCondition(nn.Module):
    """What the next-token voice knows of each frame before it chooses codes."""

    def __init__(self, voice: NextTokenVoice):
        super().__init__()
        self.voice = voice

    def forward(self, phones: Tensor, positions: Tensor, rate: Tensor) -> Tensor:
        features, ends = self.voice.plan(phones, positions, rate)
        frames = (ends[0, -1] * FRAME_RATE).to(torch.int64)
        return self.voice.hidden_frames(features, ends, frames)


class Step(nn.Module):
    """One frame of the next-token voice."""

    def __init__(self, voice: NextTokenVoice):
        super().__init__()
        self.voice = voice

    def forward(self, condition: Tensor, previous: Tensor, cache: Tensor, noise: Tensor) -> tuple[Tensor, Tensor]:
        return self.voice.step(condition, previous, cache, noise)


def phone_example(symbols: int) -> tuple[Tensor, Tensor, Tensor]:
    return torch.randint(4, symbols, (1, 12)), torch.randint(1, 5, (1, 12)), torch.ones(1)


def write_text_files(work: Path, pack: Path, symbols: list[str]) -> None:
    model, phones = g2p_run.load(work / "g2p.pt")
    manifest.write_lines(pack / "symbols.txt", symbols)
    manifest.write_lines(pack / "lexicon.txt.gz", (work / "lexicon.txt").read_text().splitlines())
    manifest.write_lines(pack / "letters.txt", list(LETTERS))
    manifest.write_lines(pack / "g2p-phones.txt", phones)
    export(model, (torch.tensor([[0, 8, 9, 0]]),), pack / "g2p.onnx", ["letters"], ["phones"],
           {"letters": {1: "letters"}, "phones": {1: "frames"}})


def export_parallel(work: Path, pack: Path) -> tuple[dict, dict, dict]:
    voice, symbols = synthesis.load(work, "parallel")
    decoder, _ = synthesis.decoder_of(work, "parallel")
    write_text_files(work, pack, symbols)
    export(PhonesToWave(voice, decoder), phone_example(len(symbols)), pack / "model.onnx",
           ["phones", "positions", "rate"], ["wave"], {**PHONE_AXES, "wave": {2: "samples"}})
    io = dict(model=dict(inputs=dict(phones="phones", positions="positions", rate="rate"), outputs=dict(wave="wave")))
    about = dict(title="Scoop voice, parallel", family="duration-tts",
                 description="A small English synthesizer that predicts durations and then all frames at once. Trained on flite's voice slt.")
    return about, io, dict(model="model.onnx")


def export_next_token(work: Path, pack: Path) -> tuple[dict, dict, dict]:
    """A code once chosen wrongly is heard and passed on, so what chooses codes keeps its float32 weights."""
    voice, symbols = synthesis.load(work, "next-token")
    decoder, quantizer = synthesis.decoder_of(work, "next-token")
    write_text_files(work, pack, symbols)
    export(PhonesToCondition(voice), phone_example(len(symbols)), pack / "condition.onnx",
           ["phones", "positions", "rate"], ["condition"], {**PHONE_AXES, "condition": {2: "frames"}}, half=False)
    example = (torch.randn(1, voice.width, 1), torch.full((1, voice.books), voice.codes),
               torch.zeros(1, voice.width, voice.cache_length), torch.zeros(voice.books, voice.codes))
    export(Step(voice), example, pack / "step.onnx", ["condition", "previous", "cache", "noise"], ["codes", "cache_out"], {}, half=False)
    export_decoder(decoder, quantizer, pack / "decoder.onnx")
    io = dict(
        condition=dict(inputs=dict(phones="phones", positions="positions", rate="rate"), outputs=dict(condition="condition")),
        step=dict(inputs=dict(condition="condition", previous="previous", cache="cache", noise="noise"),
                  outputs=dict(codes="codes", cacheOut="cache_out")),
        decoder=dict(inputs=dict(codes="codes"), outputs=dict(wave="wave")))
    about = dict(title="Scoop voice, next token", family="next-token-tts",
                 description="A small English synthesizer that predicts the tokenizer's codes frame by frame, greedily or by seeded sampling. Trained on flite's voice slt.",
                 sampling=dict(codebooks=voice.books, codebookSize=CODES, emptyCode=CODES, temperature=DEFAULT_TEMPERATURE))
    return about, io, dict(condition="condition.onnx", step="step.onnx", decoder="decoder.onnx")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--kind", choices=["parallel", "next-token"], required=True)
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--version", default="1.0.0")
    args = parser.parse_args()
    pack = args.pack.resolve()
    pack.mkdir(parents=True, exist_ok=True)
    about, io, roles = (export_parallel if args.kind == "parallel" else export_next_token)(args.work, pack)
    io["g2p"] = dict(inputs=dict(letters="letters"), outputs=dict(phones="phones"))
    manifest.write(pack, dict(
        version=args.version, title=about.pop("title"), description=about.pop("description"), task="synthesizer",
        family=about.pop("family"), languages=["en"],
        licence=dict(spdx="MIT", attribution="SpeechScoop; speech, durations and pronunciations from Flite's cmu_us_slt and cmulex, copyright Carnegie Mellon University",
                     source="Trained by models/forge/voices on speech of flite's voice slt; see README.md."),
        io=io, audio=dict(sampleRate=SAMPLE_RATE), text=dict(frontend="lexicon+g2p"), **about, runtime=dict(intraThreads=1),
        selfTest=dict(text=SELF_TEST, minSeconds=1.5, maxSeconds=4.0)),
        {**roles, **TEXT_FILES})


if __name__ == "__main__":
    main()
