"""Begin from the weights of an exported recognizer (ONNX) instead of from random ones.

Export folds each batch normalisation into the convolution before it. Here the folded weights go back into the
convolution, and the normalisation is set so that it changes nothing: its running mean and variance are measured on
features, and its scale and shift undo them.
"""

import numpy as np
import onnx
import onnx.numpy_helper
import torch
import torch.nn.functional as functional

from .network import Recognizer


def _weights(path):
    """An iterator over (weight[, bias]) of the convolutions in graph order, and (mean, deviation) of the input.

    Float16 initializers behind a Cast are read as float32.
    """
    graph = onnx.load(path).graph
    arrays = {entry.name: onnx.numpy_helper.to_array(entry).astype(np.float32) for entry in graph.initializer}
    for node in graph.node:
        if node.op_type == "Cast" and node.input[0] in arrays:
            arrays[node.output[0]] = arrays[node.input[0]]
    def tensors(kind):
        return [tuple(torch.tensor(arrays[name]) for name in node.input[1:]) for node in graph.node if node.op_type == kind]

    return iter(tensors("Conv")), (tensors("Sub")[0][0], tensors("Div")[0][0])


@torch.no_grad()
def start_from(network: Recognizer, path, features):
    """Fill `network` from the ONNX file. features [batch, 64, frames]: real features, some minutes of them."""
    convolutions, (mean, deviation) = _weights(path)
    network.mean.copy_(mean)
    network.deviation.copy_(deviation)

    def fill(convolution, norm, signal):
        weight, bias = next(convolutions)
        convolution.weight.copy_(weight.reshape(convolution.weight.shape))
        signal = convolution(signal)
        mean, variance = signal.mean((0, 2, 3)), signal.var((0, 2, 3), unbiased=False)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_((variance + norm.eps).sqrt())
        norm.bias.copy_(mean + bias)
        return functional.relu(signal + bias[None, :, None, None])

    signal = ((features - network.mean) / network.deviation).unsqueeze(2)
    signal = fill(network.stem, network.stem_norm, functional.pad(signal, (3, 3)))
    for block in network.blocks:
        block.depthwise.weight.copy_(next(convolutions)[0].reshape(block.depthwise.weight.shape))
        mixed = block.depthwise(functional.pad(signal, block.padding))
        signal = signal + fill(block.pointwise, block.norm, mixed)
    weight, bias = next(convolutions)
    network.heads.weight.copy_(weight.reshape(network.heads.weight.shape))
    network.heads.bias.copy_(bias)
