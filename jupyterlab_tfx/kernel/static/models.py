"""Models: what they can be called with. Runs: the last of each scalar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...artifacts import Cell, Table
from .content import Content, loaded, records

#: TensorFlow's own, which nobody calls.
_INTERNAL = "__saved_model_init_op"
_MOST = 100


def model(content: Content) -> Iterator[Table]:
    """Yield the signatures of each SavedModel whose bytes the document has."""
    kind = loaded("tensorflow.core.protobuf.saved_model_pb2").SavedModel
    for path in content.paths(r"(.*/)?saved_model\.pb"):
        message = content.message(path, kind)
        if message is None:
            continue
        rows = [row for graph in message.meta_graphs for row in _signature_rows(graph)]
        folder = path.rpartition("/")[0]
        title = f"Signatures of {folder}" if folder else "Signatures"
        head = ("Signature", "Of", "Name", "Type", "Shape")
        if not rows:
            yield Table("", (), [(title, "none")])
            continue
        yield Table(title, head, rows[:_MOST], max(0, len(rows) - _MOST))


def pushed_model(content: Content) -> Iterator[Table]:
    """Yield whether and where the model was pushed, and its signatures."""
    properties = {**content.document["properties"], **content.document["customProperties"]}
    if "pushed" in properties:
        pushed = str(properties["pushed"]) == "1"
        rows: list[tuple[Cell, ...]] = [("Pushed", "yes" if pushed else "no")]
        for name, key in (("To", "pushed_destination"), ("Version", "pushed_version")):
            if properties.get(key):
                rows.append((name, str(properties[key])))
        yield Table("", (), rows)
    yield from model(content)


def model_run(content: Content) -> Iterator[Table]:
    """Yield the last value of each scalar of each run."""
    event = loaded("tensorflow.core.util.event_pb2").Event
    last: dict[tuple[str, str], tuple[int, float]] = {}
    cut = False
    for path in content.paths(r"(.*/)?[^/]*\.tfevents\.[^/]*"):
        run = path.rpartition("/")[0] or "."
        read = content.most(path)
        cut = cut or content.is_cut(path, read)
        for record in records(read):
            message = event.FromString(record)
            for value in message.summary.value:
                scalar = _scalar(value)
                if scalar is not None:
                    last[run, value.tag] = (message.step, scalar)
    rows: list[tuple[Cell, ...]] = [(run, tag, *figures) for (run, tag), figures in last.items()]
    if rows:
        title = "Last scalars of the beginning of the log" if cut else "Last scalars"
        yield Table(title, ("Run", "Tag", "Step", "Value"), rows[:_MOST], max(0, len(rows) - _MOST))


def _signature_rows(graph: Any) -> Iterator[tuple[Cell, ...]]:
    for name, signature in sorted(graph.signature_def.items()):
        if name != _INTERNAL:
            for of, tensors in (("input", signature.inputs), ("output", signature.outputs)):
                for key, tensor in sorted(tensors.items()):
                    yield name, of, key, _type(tensor.dtype), _shape(tensor.tensor_shape)


def _type(number: int) -> str:
    types = loaded("tensorflow.core.framework.types_pb2").DataType
    return str(types.Name(number)).removeprefix("DT_").lower()


def _shape(shape: Any) -> str:
    if shape.unknown_rank:
        return "any"
    return f"[{' × '.join('?' if dim.size < 0 else str(dim.size) for dim in shape.dim)}]"


def _scalar(value: Any) -> float | None:
    """Return the value of a summary that is a scalar, of TensorFlow 1 or 2."""
    if value.WhichOneof("value") == "simple_value":
        return float(value.simple_value)
    if value.metadata.plugin_data.plugin_name == "scalars" and value.HasField("tensor"):
        return float(loaded("tensorflow").make_ndarray(value.tensor).item())
    return None
