"""Begins a voice from the weights of an exported one (ONNX) instead of from random ones.

The tokenizer's codes and latents mean something else after every training of the tokenizer, so what reads or writes them
(the last layer of the parallel voice; code embeddings and scores of the next-token voice) starts afresh; what knows
phones, durations and time is kept. Reads exports of this package and those of the design experiments, whose modules had
shorter names.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

SHORT_NAMES = dict(pe="phones", e="symbol", p="position", i="enter", nb="blocks", ab="causal", d="duration", dw="depthwise",
                   ln="norm", g="scale", hq="widen", oq="scores", o="leave")
AFRESH = ("leave.", "scores.", "mean", "deviation", "code", "chosen", "widen.")  # beginnings of names that depend on the codes


def full_name(name: str) -> str:
    """A parameter's name in this package from its name in a graph: `M.pe.b.0.a.bias` → `phones.blocks.0.widen.bias`."""
    root, *parts = name.split(".")
    if root == "voice":
        return ".".join(parts)
    named = []
    for k, part in enumerate(parts):
        if part in ("a", "b"):
            is_list = k + 1 < len(parts) and parts[k + 1].isdigit()
            named.append("blocks" if part == "b" and is_list else "widen" if part == "a" else "narrow")
        else:
            named.append(SHORT_NAMES.get(part, part))
    return ".".join(named)


def graph_weights(path: Path) -> tuple[dict[str, torch.Tensor], list[torch.Tensor]]:
    """Named initializers, and the matrices of linear layers (nameless after export) in the order they are used."""
    graph = onnx.load(str(path)).graph
    arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    for node in graph.node:
        if node.op_type == "Cast" and node.input[0] in arrays:
            arrays[node.output[0]] = arrays[node.input[0]].astype(np.float32)
    named = {full_name(name): torch.tensor(array) for name, array in arrays.items()
             if name.split(".")[0] in ("M", "L", "voice") and not name.endswith(".half")}
    used = [node.input[1] for node in graph.node if node.op_type == "MatMul" and node.input[1] in arrays]
    return named, [torch.tensor(arrays[name].T.copy()) for name in used]


def linear_layers(model: torch.nn.Module, causal: bool) -> list[str]:
    """Names of the matrices in the order in which a graph uses them."""
    layers = []
    if causal:
        return [f"causal.{k}.{layer}.weight" for k in range(len(model.causal)) for layer in ("widen", "narrow")]
    for k in range(len(model.phones.blocks)):
        layers += [f"phones.blocks.{k}.widen.weight", f"phones.blocks.{k}.narrow.weight"]
    layers.append("phones.duration.weight")
    for k in range(len(model.blocks)):
        layers += [f"blocks.{k}.widen.weight", f"blocks.{k}.narrow.weight"]
    return layers


@torch.no_grad()
def start_from(model: torch.nn.Module, paths: list[Path]) -> int:
    """Fills the model from graphs of the same shape; returns how many of its parameters were filled."""
    state, filled = model.state_dict(), 0
    for path in paths:
        named, matrices = graph_weights(path)
        causal = not any(name.startswith("phones.") for name in named)
        named.update(zip(linear_layers(model, causal), matrices))
        for name, values in named.items():
            if name in state and not name.startswith(AFRESH) and state[name].shape == values.shape:
                state[name].copy_(values)
                filled += values.numel()
    return filled
