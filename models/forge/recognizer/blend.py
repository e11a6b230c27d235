"""Blend two checkpoints of one training: their weights' weighted mean.

    python3 -m recognizer.blend before.pt after.pt --share 0.45 --out work/recognizer/model.pt

Fine-tuning on something new costs some of what was known; a mean of the weights before and after keeps most of both
(Wortsman et al. 2022, arXiv:2109.01903).
"""

import argparse

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before")
    parser.add_argument("after")
    parser.add_argument("--share", type=float, default=0.45, help="of the checkpoint after fine-tuning")
    parser.add_argument("--out", default="work/recognizer/model.pt")
    options = parser.parse_args()
    before, after = (torch.load(path, map_location="cpu") for path in (options.before, options.after))
    blended = {name: (1 - options.share) * value + options.share * after["averaged"][name] if value.is_floating_point() else value
               for name, value in before["averaged"].items()}
    torch.save({"options": after["options"], "averaged": blended}, options.out)


if __name__ == "__main__":
    main()
