"""Stores an ONNX graph's weights as float16 with a Cast to float32 behind each: half the bytes, the same arithmetic."""

from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

SMALLEST = 1024  # elements; below that halving saves nothing


def halve_weights(source: Path, target: Path, keep: tuple[str, ...] = ()) -> None:
    """Rewrites `source` to `target`; initializers named in `keep` stay float32."""
    model = onnx.load(str(source))
    graph = model.graph
    casts, stored = [], []
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < SMALLEST or tensor.name in keep:
            stored.append(tensor)
            continue
        if np.abs(values).max() > 60000:
            raise ValueError(f"{tensor.name} in {source} has values beyond float16")
        stored.append(numpy_helper.from_array(values.astype(np.float16), tensor.name + ".half"))
        casts.append(helper.make_node("Cast", [tensor.name + ".half"], [tensor.name], to=onnx.TensorProto.FLOAT))
    del graph.initializer[:]
    graph.initializer.extend(stored)
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, str(target))
