"""The part of a frozen TensorFlow graph that TensorFlow.js can run, in the format of its graph models.

The format is the one that TensorFlow.js's own converter writes (``model.json`` and weights); its package
cannot be installed beside TFX.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ..protocol import Record
from .validate import RefusedError

_OPS = """
    Abs Acos Acosh Add AddN AddV2 All Any ArgMax ArgMin Asin Asinh Atan Atan2 Atanh AvgPool BatchMatMul
    BatchMatMulV2 BiasAdd Cast Ceil ClipByValue Concat ConcatV2 Const Conv1D Conv2D Cos Cosh Cumsum
    DepthwiseConv2dNative Div DivNoNan Elu EnsureShape Equal Erf Exp ExpandDims Expm1 Fill Floor FloorDiv
    FloorMod FusedBatchNorm FusedBatchNormV2 FusedBatchNormV3 Gather GatherNd GatherV2 Greater GreaterEqual
    Identity IdentityN IsFinite IsInf IsNan LeakyRelu Less LessEqual Log Log1p LogSoftmax LogicalAnd
    LogicalNot LogicalOr MatMul Max MaxPool Maximum Mean Min Minimum MirrorPad Mul Neg NotEqual OneHot
    OnesLike Pack Pad PadV2 Pow Prelu Prod Range Rank RealDiv Reciprocal Relu Relu6 Reshape Reverse ReverseV2
    Round Rsqrt Select SelectV2 Selu Shape Sigmoid Sign Sin Sinh Size Slice Snapshot Softmax Softplus Split
    SplitV Sqrt Square SquaredDifference Squeeze StopGradient StridedSlice Sub Sum Tan Tanh Tile Transpose
    Unpack ZerosLike
"""
#: Operations of TensorFlow.js 4.22's graph models that treat each row by itself, whichever backend runs them.
OPS = frozenset(_OPS.split())
#: Attributes that say nothing to who runs the graph.
_SILENT = ("_class", "_output_shapes", "_XlaMustCompile", "_xla_inferred_shapes", "value")


@dataclasses.dataclass(frozen=True)
class BrowserGraph:
    """What the browser computes, and from what."""

    #: Names of the tensors that it is computed from, such as ``transform/PartitionedCall:3``.
    cuts: list[str]
    #: Names of their placeholders in the graph, in the same order.
    inputs: list[str]
    #: Names of the nodes whose first outputs are the predictions.
    outputs: list[str]
    #: Nodes, without their weights.
    nodes: dict[str, Any]
    #: Operations that TensorFlow.js does not have, at which the graph was cut.
    lacking: list[str]


def cut_graph(
    graph_def: Any, outputs: Sequence[str], may_cut: Callable[[str], bool] = lambda _: True
) -> BrowserGraph:
    """Take of a frozen graph what the browser can run, from the outputs upwards, as far as that goes.

    Args:
        graph_def: With its functions inlined.
        outputs: Names of the tensors that are the predictions.
        may_cut: Whether a tensor may be given to the browser; else the cut is below it.

    Raises:
        RefusedError: an output itself comes from an operation that the browser lacks.
    """
    ends = [_node_of(output) for output in outputs]
    nodes = {node.name: node for node in graph_def.node}
    can: dict[str, bool] = {}
    for name in _order(nodes, ends):
        node = nodes[name]
        can[name] = node.op in OPS and all(
            can[_node_of(each)] or (_is_number(nodes[_node_of(each)], each) and may_cut(each))
            for each in _data_inputs(node)
        )
        if node.op == "Const":
            can[name] = node.attr["dtype"].type in _weight_types()
    for end in ends:
        if not can[end]:
            raise RefusedError(
                f"The model's output comes from {nodes[end].op}, which TensorFlow.js cannot compute."
            )
    kept: dict[str, Any] = {}
    cuts: list[str] = []
    waiting = list(ends)
    while waiting:
        name = waiting.pop()
        if name in kept:
            continue
        kept[name] = nodes[name]
        for each in _data_inputs(nodes[name]):
            if can[_node_of(each)]:
                waiting.append(_node_of(each))
            elif each not in cuts:
                cuts.append(each)
    cuts.sort()
    lacking = sorted({op for each in cuts for op in _lacking(nodes, can, _node_of(each))})
    return BrowserGraph(cuts, [f"input_{i}" for i in range(len(cuts))], ends, kept, lacking)


def _lacking(nodes: dict[str, Any], can: dict[str, bool], name: str) -> Iterator[str]:
    """Yield the operations at or above a node that TensorFlow.js does not have, the nearest ones."""
    waiting, seen = [name], {name}
    while waiting:
        node = nodes[waiting.pop()]
        if node.op not in OPS:
            yield node.op
            continue
        above = {_node_of(each) for each in _data_inputs(node)} - seen
        seen |= above
        waiting += sorted(each for each in above if not can[each])


def graph_model(graph: BrowserGraph, kinds: list[Any], shapes: list[list[int]]) -> tuple[Record, bytes]:
    """Return topology and weights as TensorFlow.js reads them: ``{topology, weights}``, and the bytes.

    Args:
        graph: What is computed.
        kinds: NumPy types of the inputs.
        shapes: Their shapes, without the rows.
    """
    import numpy as np
    from google.protobuf import json_format
    from tensorflow.core.framework import graph_pb2, types_pb2
    from tensorflow.python.framework import tensor_util

    # The browser is given numbers alone.
    given = [
        f"{name}/bool" if kind.kind == "b" else name for name, kind in zip(graph.inputs, kinds, strict=True)
    ]
    placeholder = dict(zip(graph.cuts, given, strict=True))
    made = graph_pb2.GraphDef()
    for name, kind, shape in zip(graph.inputs, kinds, shapes, strict=True):
        node = made.node.add(name=name, op="Placeholder")
        node.attr["dtype"].type = types_pb2.DT_FLOAT if kind.kind == "f" else types_pb2.DT_INT32
        if kind.kind == "b":
            cast = made.node.add(name=f"{name}/bool", op="Cast", input=[name])
            cast.attr["SrcT"].type = types_pb2.DT_INT32
            cast.attr["DstT"].type = types_pb2.DT_BOOL
        for size in [-1, *shape]:
            node.attr["shape"].shape.dim.add(size=size)
    specs = []
    data = bytearray()
    for name, source in graph.nodes.items():
        node = made.node.add(name=name, op=source.op)
        # A cut tensor is the only output of its placeholder.
        node.input.extend(placeholder.get(each, each) for each in _data_inputs(source))
        for key, value in source.attr.items():
            if key not in _SILENT:
                node.attr[key].CopyFrom(value)
        if source.op == "OneHot" and source.attr["T"].type != types_pb2.DT_INT32:
            # TensorFlow.js on WebAssembly writes integers, whatever type was asked for.
            node.name = f"{name}/whole"
            node.attr["T"].type = types_pb2.DT_INT32
            cast = made.node.add(name=name, op="Cast", input=[node.name])
            cast.attr["SrcT"].type = types_pb2.DT_INT32
            cast.attr["DstT"].type = source.attr["T"].type
        if source.op == "Const":
            array = tensor_util.MakeNdarray(source.attr["value"].tensor)
            array = array.astype(_weight_types()[source.attr["dtype"].type])
            kind = {"f": "float32", "i": "int32", "b": "bool"}[array.dtype.kind]
            specs.append({"name": name, "shape": list(array.shape), "dtype": kind})
            data += np.ascontiguousarray(array).astype(np.uint8 if kind == "bool" else array.dtype).tobytes()
    made.versions.producer = 1
    return {"topology": json_format.MessageToDict(made), "weights": specs}, bytes(data)


def _data_inputs(node: Any) -> list[str]:
    """Return the tensors that a node takes, without what must only run before it."""
    return [name.removesuffix(":0") for name in node.input if not name.startswith("^")]


def _node_of(tensor: str) -> str:
    return tensor.partition(":")[0]


def _order(nodes: dict[str, Any], outputs: Sequence[str]) -> list[str]:
    """Return the nodes above the outputs, each after those that it takes from."""
    done: dict[str, None] = {}
    waiting = [(output, False) for output in outputs]
    while waiting:
        name, is_after = waiting.pop()
        if name in done:
            continue
        if is_after:
            done[name] = None
        else:
            waiting.append((name, True))
            waiting.extend((_node_of(each), False) for each in _data_inputs(nodes[name]))
    return list(done)


def _weight_types() -> dict[int, Any]:
    """Return what TensorFlow.js has of TensorFlow's types of weights: it knows 32 bits, and no words."""
    import numpy as np
    from tensorflow.core.framework import types_pb2

    floats = (types_pb2.DT_FLOAT, types_pb2.DT_DOUBLE, types_pb2.DT_HALF)
    integers = (types_pb2.DT_INT32, types_pb2.DT_INT64)
    return {
        **dict.fromkeys(floats, np.float32),
        **dict.fromkeys(integers, np.int32),
        types_pb2.DT_BOOL: np.bool_,
    }


def _is_number(node: Any, tensor: str) -> bool:
    """Whether a tensor of a node that the browser cannot run is one of numbers, which it can be given."""
    from tensorflow.core.framework import types_pb2
    from tensorflow.python.framework import op_def_registry

    index = int(tensor.partition(":")[2] or 0)
    if node.op in ("Placeholder", "PlaceholderWithDefault"):
        return node.attr["dtype"].type in _weight_types()
    op_def = op_def_registry.get(node.op)
    types: list[int] = []
    for output in op_def.output_arg if op_def else []:
        if output.type_list_attr:
            types += node.attr[output.type_list_attr].list.type
        else:
            kind = node.attr[output.type_attr].type if output.type_attr else output.type
            types += [kind] * (node.attr[output.number_attr].i if output.number_attr else 1)
    return index < len(types) and types[index] in _weight_types() and types[index] != types_pb2.DT_STRING
