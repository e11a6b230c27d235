"""ONNX export with the settings all packs share."""

import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from torch import nn

from packing.half import halve_weights

OPSET = 17


def export(module: nn.Module, example: tuple, target: Path, inputs: list[str], outputs: list[str], dynamic: dict[str, dict[int, str]],
           half: bool = True) -> None:
    """Writes `target`, with float16 weights unless `half` is off; `dynamic` names the axes that vary."""
    module.eval()
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(module, example, str(full), input_names=inputs, output_names=outputs, dynamic_axes=dynamic,
                          opset_version=OPSET, do_constant_folding=True)
        onnx.checker.check_model(str(full))
        if half:
            halve_weights(full, target)
        else:
            shutil.copyfile(full, target)
    print(f"{target}: {target.stat().st_size / 1e6:.2f} MB")
