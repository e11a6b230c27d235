"""Train for a given time.

    python3 -m recognizer.train --minutes 60 --out work/recognizer/model.pt [--start FILE.onnx]

The learning rate follows the elapsed share of the time, so training ends on time however busy the machine is. A
checkpoint is written every few minutes; a run that was cut off continues from its checkpoint with `--resume`. With CUDA
the same command trains on the GPU.
"""

import argparse
import copy
import math
import pathlib
import random
import time

import numpy as np
import torch
import torch.nn.functional as functional

from . import scoring, spectral
from .corpus_memory import BLANK_CHARACTER, BLANK_PHONE, Utterances
from .network import Recognizer
from .pauses import Pauses
from .warm_start import start_from

_CHARACTER_WEIGHT = 0.3


def _options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--work", default="work/recognizer")
    parser.add_argument("--out", default="work/recognizer/model.pt")
    parser.add_argument("--start", help="begin from an exported recognizer (ONNX) instead of from random weights")
    parser.add_argument("--resume", action="store_true", help="continue from --out")
    parser.add_argument("--rate", type=float, default=2.5e-3, help="highest learning rate")
    parser.add_argument("--warm-up", type=float, default=0.05, help="share of the time")
    parser.add_argument("--easy", type=float, default=0.06, help="share of the time with clean short clips only")
    parser.add_argument("--batch-seconds", type=float, default=60)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def _learning_rate(options, progress):
    if progress < options.warm_up:
        return options.rate * progress / options.warm_up + 1e-6
    done = (progress - options.warm_up) / (1 - options.warm_up)
    return options.rate * 0.5 * (1 + math.cos(math.pi * min(1, done))) + 1e-6


class Average:
    """Exponential moving average of the weights, and of the floating-point running statistics."""

    def __init__(self, network):
        self.network = copy.deepcopy(network).eval()
        self._source = network

    @torch.no_grad()
    def update(self, step):
        keep = min(0.998, (1 + step) / (20 + step))
        for mine, theirs in zip(self.network.state_dict().values(), self._source.state_dict().values()):
            if mine.is_floating_point():
                mine.mul_(keep).add_(theirs, alpha=1 - keep)
            else:
                mine.copy_(theirs)


def _loss(network, sample, strength, device):
    """(total, phone loss, character loss) of a batch as `Utterances.sample` gives it, each per target symbol."""
    features, lengths, phones, characters = sample
    features = spectral.vary(features, lengths, strength).transpose(1, 2)
    if random.random() < 0.5 * strength:
        features, factor = spectral.change_tempo(features)
        lengths = [max(1, int(length * factor)) for length in lengths]
    frames = torch.tensor([network.frames_out(length) for length in lengths])
    with torch.autocast(device.type, dtype=torch.bfloat16):
        heads = network(features.to(device))
    losses = []
    for scores, targets, blank in zip(heads, (phones, characters), (BLANK_PHONE, BLANK_CHARACTER)):
        symbols = torch.tensor([symbol for target in targets for symbol in target])
        counts = torch.tensor([len(target) for target in targets])
        log_probabilities = functional.log_softmax(scores.float(), 1).permute(2, 0, 1).cpu()
        losses.append(functional.ctc_loss(log_probabilities, symbols, frames, counts, blank=blank, reduction="sum",
                                          zero_infinity=True) / counts.sum())
    return losses[0] + _CHARACTER_WEIGHT * losses[1], losses[0].item(), losses[1].item()


def _normalise_input(network, utterances):
    chosen = np.random.permutation(len(utterances.features))[:2000]
    sample = np.concatenate([utterances.features[index] for index in chosen]).astype(np.float32)
    network.mean.copy_(torch.tensor(sample.mean(0))[:, None])
    network.deviation.copy_(torch.tensor(sample.std(0))[:, None])


def _prepare(options, utterances, device):
    network = Recognizer()
    if options.start:
        start_from(network, options.start, utterances.sample(utterances.batches(240)[0])[0].transpose(1, 2))
    else:
        _normalise_input(network, utterances)
    network = network.to(device, memory_format=torch.channels_last)
    network.channels_last = True
    decayed = [weight for weight in network.parameters() if weight.ndim > 1]
    plain = [weight for weight in network.parameters() if weight.ndim <= 1]
    optimizer = torch.optim.AdamW([{"params": decayed, "weight_decay": 1e-2}, {"params": plain, "weight_decay": 0.0}],
                                  lr=options.rate, betas=(0.9, 0.98))
    return network, Average(network), optimizer


def main():
    options = _options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed), random.seed(options.seed), np.random.seed(options.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    utterances = Utterances(pathlib.Path(options.work, "shards"))
    utterances.refresh()
    print(len(utterances.features), "utterances,", round(utterances.lengths.sum() / 360000, 2), "h", flush=True)
    development = {name: scoring.read_set(pathlib.Path(options.work, "test"), name, 40)
                   for name in ("development", "development-degraded")}
    network, average, optimizer = _prepare(options, utterances, device)
    step, heard_seconds, before = 0, 0.0, 0.0
    if options.resume:
        state = torch.load(options.out, map_location=device)
        network.load_state_dict(state["network"]), average.network.load_state_dict(state["averaged"])
        optimizer.load_state_dict(state["optimizer"])
        step, heard_seconds, before = state["step"], state["heard_seconds"], state["elapsed"]
    started, last_report, sums = time.time() - before, time.time(), np.zeros(3)

    def elapsed():
        return time.time() - started

    def save():
        part = options.out + ".part"
        torch.save({"options": {}, "network": network.state_dict(), "averaged": average.network.state_dict(), "step": step,
                    "optimizer": optimizer.state_dict(), "heard_seconds": heard_seconds, "elapsed": elapsed()}, part)
        pathlib.Path(part).rename(options.out)

    def report():
        rates = {name: scoring.score(average.network, rows) for name, rows in development.items()}
        print("   ", *(f"{name}: PER {rate['phones']:.1f} CER {rate['characters']:.1f}" for name, rate in rates.items()),
              f"| CPU {time.process_time():.0f} s", flush=True)

    pauses = Pauses(options.seed + 11)
    report()
    while elapsed() < options.minutes * 60:
        utterances.refresh()
        easy = elapsed() / (options.minutes * 60) < options.easy
        for batch in utterances.batches(options.batch_seconds, easy):
            progress = elapsed() / (options.minutes * 60)
            if progress >= 1 or (easy and progress >= options.easy):
                break
            for group in optimizer.param_groups:
                group["lr"] = _learning_rate(options, progress)
            sample = utterances.sample(batch, None if easy else pauses)
            loss, phone_loss, character_loss = _loss(network, sample, min(1, 0.5 + progress), device)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            average.update(step)
            step += 1
            heard_seconds += sum(sample[1]) / 100
            sums += phone_loss, character_loss, 1
            if step % 100 == 0:
                print(f"{step} {elapsed():.0f} s {100 * progress:.1f} % phones {sums[0] / sums[2]:.3f} characters "
                      f"{sums[1] / sums[2]:.3f} {heard_seconds / elapsed():.0f} x real time {heard_seconds / 3600:.2f} h",
                      flush=True)
                sums[:] = 0
            if time.time() - last_report > 240:
                save(), report()
                last_report = time.time()
    save(), report()


if __name__ == "__main__":
    main()
