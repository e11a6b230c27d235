"""Checkpoint -> ONNX: `model.onnx` with weights stored as float16, `model.int8.onnx` with int8 weights and one scale a channel.

    python3 -m recognizer.export --checkpoint work/recognizer/model.pt --out work/recognizer

The graph is written directly: batch normalisations folded into the convolutions, paddings as attributes. Input `features`
[batch, 64, frames]; outputs `phones` and `characters`, log-probabilities [batch, ceil(frames / 3), symbols]; all float32.
"""

import argparse
import pathlib

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from . import network as networks
from .alphabet import CHARACTERS, PHONES

_OPSET = 17


def _fold(weight, norm):
    """(weight, bias) of a bias-free convolution followed by a batch normalisation in evaluation mode."""
    scale = norm.weight / (norm.running_var + norm.eps).sqrt()
    return (weight * scale[:, None, None, None]).numpy(), (norm.bias - norm.running_mean * scale).numpy()


class Graph:
    """Collects nodes and initializers; `storage` is how large weights are kept: float32, float16 or int8."""

    def __init__(self, storage):
        self.storage, self.nodes, self.initializers = storage, [], []

    def constant(self, name, array):
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def weight(self, name, array):
        """A weight tensor in its storage form, back in float32 for use; small tensors stay float32."""
        if self.storage == "float32" or array.size < 3000:
            return self.constant(name, array.astype(np.float32))
        if self.storage == "float16":
            return self.node("Cast", [self.constant(name + ".half", array.astype(np.float16))], name, to=TensorProto.FLOAT)
        scale = np.maximum(np.abs(array).max(axis=(1, 2, 3)), 1e-8) / 127
        rounded = np.clip(np.round(array / scale[:, None, None, None]), -127, 127).astype(np.int8)
        inputs = [self.constant(name + ".int8", rounded), self.constant(name + ".scale", scale.astype(np.float32)),
                  self.constant(name + ".zero", np.zeros(len(scale), np.int8))]
        return self.node("DequantizeLinear", inputs, name, axis=0)

    def node(self, kind, inputs, output, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output

    def convolve(self, signal, name, weight, bias=None, left=0, right=0, stride=1):
        inputs = [signal, self.weight(name + ".weight", weight)]
        if bias is not None:
            inputs.append(self.constant(name + ".bias", bias.astype(np.float32)))
        return self.node("Conv", inputs, name, kernel_shape=[1, weight.shape[3]], pads=[0, left, 0, right],
                         strides=[1, stride], group=weight.shape[0] if weight.shape[1] == 1 else 1)


@torch.no_grad()
def build(trained, storage):
    """The ONNX model of a trained network."""
    graph = Graph(storage)
    signal = graph.node("Sub", ["features", graph.constant("mean", trained.mean.numpy())], "centred")
    signal = graph.node("Div", [signal, graph.constant("deviation", trained.deviation.numpy())], "normalised")
    signal = graph.node("Unsqueeze", [signal, graph.constant("height", np.array([2]))], "image")
    weight, bias = _fold(trained.stem.weight, trained.stem_norm)
    signal = graph.convolve(signal, "stem", weight, bias, networks.STRIDE, networks.STRIDE, networks.STRIDE)
    signal = graph.node("Relu", [signal], "stem.out")
    for index, block in enumerate(trained.blocks):
        name, (left, right) = f"block{index}", block.padding
        mixed = graph.convolve(signal, name + ".depthwise", block.depthwise.weight.numpy(), left=left, right=right)
        mixed = graph.convolve(mixed, name + ".pointwise", *_fold(block.pointwise.weight, block.norm))
        signal = graph.node("Add", [signal, graph.node("Relu", [mixed], name + ".relu")], name + ".out")
    heads = graph.convolve(signal, "heads", trained.heads.weight.numpy(), trained.heads.bias.numpy())
    scores = graph.node("Squeeze", [heads, "height"], "scores")
    graph.constant("one", np.array([1]))
    for name, first, last in (("phones", 0, len(PHONES)), ("characters", len(PHONES), len(PHONES) + len(CHARACTERS))):
        part = graph.node("Slice", [scores, graph.constant(name + ".first", np.array([first])),
                                    graph.constant(name + ".last", np.array([last])), "one"], name + ".scores")
        frames_first = graph.node("Transpose", [part], name + ".transposed", perm=[0, 2, 1])
        graph.node("LogSoftmax", [frames_first], name, axis=2)
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", "frames_out", len(symbols)])
               for name, symbols in (("phones", PHONES), ("characters", CHARACTERS))]
    inputs = [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["batch", 64, "frames"])]
    model = helper.make_model(helper.make_graph(graph.nodes, "recognizer", inputs, outputs, graph.initializers),
                              producer_name="speechscoop-forge", opset_imports=[helper.make_opsetid("", _OPSET)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", default="work/recognizer/model.pt")
    parser.add_argument("--out", default="work/recognizer")
    options = parser.parse_args()
    trained = networks.load(options.checkpoint)
    for storage, name in (("float16", "model.onnx"), ("int8", "model.int8.onnx")):
        path = pathlib.Path(options.out, name)
        onnx.save(build(trained, storage), str(path))
        print(path, path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
