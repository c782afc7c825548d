"""An evaluated model for the browser: its graph, what that takes for each row, and for other values.

The graph is cut where TensorFlow.js can go on: at the transformed features, where a Transform is in the
signature. What the cut tensors are for each row is computed here once. What they are for other values of a
raw feature is put into tables. These hold for all rows: of several rows the others' features are tried, and
change nothing.
"""

from __future__ import annotations

import collections
import dataclasses
import json
import os
import tempfile
from typing import Any

from ..protocol import Record
from .asked_model import AskedModel
from .browser_graph import BrowserGraph, cut_graph, graph_model
from .evaluated import Evaluated
from .predictions import Progress, keep, kept_file, update_index
from .validate import RefusedError

#: A table needs so many values.
MIN_VALUES = 2
#: Values of a feature in its table, at most.
MAX_VALUES = 256
#: Of a number: with more distinct values than this, they are evenly spaced.
MAX_DISTINCT = 64
#: Rows whose other features are tried to have no influence on a table.
TRIED_ROWS = 3
#: Numbers that are read as a line of the raw number: as far from it as float32 is exact.
_LINE = 2e-6


@dataclasses.dataclass
class _Feature:
    """A raw feature and what may be asked about it."""

    name: str
    #: ``number``, ``category``, or ``list`` where rows may have several values.
    kind: str
    #: Numbers, words, or lists of either.
    values: list[Any]
    #: Whether rows lack it.
    has_gaps: bool


def make_frozen(evaluated: Evaluated, progress: Progress) -> str:
    """Make the files, where the predictions are; return the path of the model.

    Raises:
        RefusedError: the browser cannot run the model; the sentence says why. The index says so too.
    """
    try:
        try:
            return _make_frozen(evaluated, progress, False)
        except _ShapeError:
            # A feature's words are as many as a batch has; below, the graph may have made vectors of them.
            return _make_frozen(evaluated, progress, True)
    except RefusedError as error:
        update_index(evaluated, {"model": None, "modelProblem": str(error)})
        raise


class _ShapeError(RefusedError):
    """What the graph is cut at is not for each row the same number of numbers."""


def _make_frozen(evaluated: Evaluated, progress: Progress, by_row: bool) -> str:
    """Make the files; ``by_row`` cuts where the shape is known to be that of a row."""
    import pyarrow as pa

    path = kept_file(evaluated, "predictions")
    if path is None:
        raise RefusedError("The predictions are gone. Make them again.")
    told = _metadata(path)
    model = AskedModel(evaluated)
    outputs = {each.get("name", ""): each["predictionKey"] for each in told.get("outputs", [told])}
    runner = _Runner(model, list(outputs.values()), by_row)
    rows = told["rows"]
    progress(0, rows)
    parts: list[list[Any]] = [[] for _ in runner.graph.cuts]
    bases: list[bytes] = []
    wanted = {round(place * (rows - 1) / max(1, TRIED_ROWS - 1)) for place in range(TRIED_ROWS)}
    done = 0
    for records in model.records():
        bases += [record for index, record in enumerate(records, done) if index in wanted]
        for part, values in zip(parts, runner.run(records), strict=True):
            part.append(values)
        done += len(records)
        progress(done, rows)
    shapes = [list(part[0].shape[1:]) for part in parts]
    if any(
        list(array.shape[1:]) != shape for part, shape in zip(parts, shapes, strict=True) for array in part
    ):
        raise runner.shape_error()
    features = [
        described
        for feature in _features(path)
        if (described := _table(feature, model, runner, bases, shapes)) is not None
    ]
    model_json, weights = graph_model(runner.graph, runner.kinds, shapes)
    document = {
        "version": 2,
        **model_json,
        "inputs": [
            {"name": name, "shape": shape, "dtype": "float32" if part[0].dtype.kind == "f" else "int32"}
            for name, shape, part in zip(runner.graph.inputs, shapes, parts, strict=True)
        ],
        "outputs": [
            {"name": name, "node": node} for name, node in zip(outputs, runner.graph.outputs, strict=True)
        ],
        "features": features,
    }
    with tempfile.TemporaryDirectory() as folder:
        index = {}
        for entry, suffix in (("weights", "bin"), ("inputs", "arrow"), ("model", "json")):
            local = os.path.join(folder, entry)
            if entry == "inputs":
                columns = {
                    name: _vectors(part) for name, part in zip(runner.graph.inputs, parts, strict=True)
                }
                table = pa.table(columns)
                with pa.OSFile(local, "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
                    writer.write_table(table)
            else:
                with open(local, "wb") as file:
                    file.write(weights if entry == "weights" else json.dumps(document).encode())
            name = f"{entry}-{evaluated.key}.{suffix}"
            index[entry] = {"file": name, "size": os.path.getsize(local)}
            path = keep(evaluated, local, name)
    update_index(evaluated, {**index, "modelProblem": None})
    return path


class _Runner:
    """Computes the cut tensors of serialized examples."""

    def __init__(self, model: AskedModel, outputs: list[str], by_row: bool) -> None:
        import numpy as np
        from tensorflow.python.framework.convert_to_constants import convert_variables_to_constants_v2

        signature = model.signature
        try:
            frozen = convert_variables_to_constants_v2(signature)
        except Exception as error:
            raise RefusedError(f"The model's variables cannot be made constants: {error}") from error
        # As tf.nest flattens a dictionary.
        keys = sorted(signature.structured_outputs)
        places = [keys.index(model.output(key)) for key in outputs]

        def tensor_of(name: str) -> Any:
            return frozen.graph.get_tensor_by_name(name if ":" in name else f"{name}:0")

        def is_by_row(name: str) -> bool:
            shape = tensor_of(name).shape
            return bool(shape.rank) and shape[0] is None and shape[1:].is_fully_defined()

        self.graph: BrowserGraph = cut_graph(
            frozen.graph.as_graph_def(),
            [frozen.outputs[place].name for place in places],
            is_by_row if by_row else lambda _: True,
        )
        tensors = [tensor_of(name) for name in self.graph.cuts]
        #: NumPy types of the cut tensors.
        self.kinds = [np.dtype(tensor.dtype.as_numpy_dtype) for tensor in tensors]
        # Tables of vocabularies are no variables: they stay inputs of the frozen function.
        outer = {inner.name: handle for handle, inner in signature.graph.captures}
        examples = {tensor.name for tensor in signature.inputs} - set(outer)
        self._handles = [outer[tensor.name] for tensor in frozen.inputs if tensor.name not in examples]
        if [tensor.name for tensor in frozen.inputs if tensor.name in examples] != [frozen.inputs[0].name]:
            raise RefusedError("The model's signature takes more than serialized examples.")
        self._run = frozen.prune(list(frozen.inputs), tensors)

    def run(self, examples: list[bytes]) -> list[Any]:
        """Return an array for each cut tensor, rows × its own shape."""
        import numpy as np
        import tensorflow as tf

        said = self._run(tf.constant(examples, tf.string), *self._handles)
        arrays = [np.asarray(each) for each in said]
        if any(array.ndim == 0 or array.shape[0] != len(examples) for array in arrays):
            raise self.shape_error()
        return [_thin(array) for array in arrays]

    def shape_error(self) -> _ShapeError:
        """Return what to raise where a cut tensor is not for each row as many numbers."""
        return _ShapeError(
            "The browser cannot run the model by itself: "
            f"TensorFlow.js lacks {', '.join(self.graph.lacking)}, and what "
            "comes from there is not for each row the same number of numbers."
        )


def _thin(array: Any) -> Any:
    """Return an array in the types that the browser has."""
    import numpy as np

    return array.astype({"f": np.float32, "i": np.int32, "u": np.int32, "b": np.int32}[array.dtype.kind])


def _vectors(parts: list[Any]) -> Any:
    """Return a column with a list of one size for each row."""
    import numpy as np
    import pyarrow as pa

    array = np.concatenate(parts)
    flat = array.reshape(array.shape[0], -1)
    return pa.FixedSizeListArray.from_arrays(pa.array(flat.reshape(-1)), flat.shape[1])


def _metadata(path: str) -> Record:
    found: Record = json.loads(_opened(path).schema.metadata[b"jupyterlab-tfx"])
    return found


def _opened(path: str) -> Any:
    """Return a reader of an Arrow file, wherever it is."""
    import pyarrow as pa
    import tensorflow as tf

    if "://" not in path:
        return pa.ipc.open_file(pa.memory_map(path))
    with tf.io.gfile.GFile(path, "rb") as file:
        return pa.ipc.open_file(file.read())


def _features(path: str) -> list[_Feature]:
    """Return the raw features with the values of their tables: frequent words and lists, spaced numbers."""
    import numpy as np
    import pyarrow as pa

    found = []
    reader = _opened(path)
    columns = [
        (field, place) for place, field in enumerate(reader.schema) if field.name.startswith("feature/")
    ]
    batches = [reader.get_batch(index) for index in range(reader.num_record_batches)]
    for field, place in columns:
        name = field.name.removeprefix("feature/")
        arrays = [batch.column(place) for batch in batches]
        has_gaps = any(array.null_count for array in arrays)
        if pa.types.is_list(field.type):
            lists = collections.Counter(tuple(each) for array in arrays for each in array.to_pylist() if each)
            common = lists.most_common(MAX_VALUES)
            # Where hardly two rows have the same, a table of some of them is no help.
            if common and common[0][1] > 1:
                found.append(_Feature(name, "list", [list(each) for each, _ in common], has_gaps))
        elif pa.types.is_dictionary(field.type):
            counts: collections.Counter[str] = collections.Counter()
            for array in arrays:
                for pair in array.value_counts().to_pylist():
                    if pair["values"] is not None:
                        counts[pair["values"]] += pair["counts"]
            words = [word for word, _ in counts.most_common(MAX_VALUES)]
            found.append(_Feature(name, "category", words, has_gaps))
        else:
            numbers = np.concatenate([array.drop_null().to_numpy() for array in arrays])
            numbers = numbers[np.isfinite(numbers)]
            distinct = np.unique(numbers)
            if distinct.size > MAX_DISTINCT:
                whole = bool((distinct == np.round(distinct)).all())
                spaced = np.linspace(distinct[0], distinct[-1], MAX_VALUES)
                distinct = np.unique(np.round(spaced)) if whole else spaced
            found.append(_Feature(name, "number", [float(each) for each in distinct], has_gaps))
    return found


def _table(
    feature: _Feature, model: AskedModel, runner: _Runner, bases: list[bytes], shapes: list[list[int]]
) -> Record | None:
    """Return what the cut tensors are for each value; None where the model does not look at the feature.

    Args:
        feature: Which one.
        model: The model.
        runner: Computes the cut tensors.
        bases: Examples whose other features are tried.
        shapes: Of the cut tensors, without the rows.

    Raises:
        RefusedError: they depend on other features too.
    """
    import numpy as np

    values: list[Any] = [*feature.values, *([None] if feature.has_gaps else [])]
    if len(values) < MIN_VALUES:
        return None
    tables: dict[int, Any] = {}
    for base in bases:
        said = runner.run([model.example({feature.name: value}, base) for value in values])
        for index, array in enumerate(said):
            if bool((array != array[:1]).any()):
                tables.setdefault(index, array)
                if list(array.shape[1:]) != shapes[index]:
                    raise runner.shape_error()
    if not tables:
        return None
    for base in bases:
        said = runner.run([model.example({feature.name: value}, base) for value in values])
        if any(not np.array_equal(said[index], array) for index, array in tables.items()):
            raise RefusedError(
                "The browser cannot run the model by itself: TensorFlow.js lacks "
                f"{', '.join(runner.graph.lacking)}, and what comes from there mixes {feature.name!r} "
                "with other features."
            )
    return {
        "name": feature.name,
        "kind": feature.kind,
        "values": feature.values,
        "hasMissing": feature.has_gaps,
        "tables": [
            {
                "input": index,
                "values": array.reshape(len(values), -1).tolist(),
                "line": _line(feature, array.reshape(len(values), -1)),
            }
            for index, array in sorted(tables.items())
        ],
    }


def _line(feature: _Feature, array: Any) -> list[list[float]] | None:
    """Return slope and intercept of each entry, where all are lines of the raw number."""
    import numpy as np

    count = len(feature.values)
    if feature.kind != "number" or count < MIN_VALUES or array.dtype.kind != "f":
        return None
    x = np.asarray(feature.values, np.float64)
    y = array[:count].astype(np.float64)
    slope = (y[-1] - y[0]) / (x[-1] - x[0])
    intercept = y[0] - slope * x[0]
    off = np.abs(y - (x[:, None] * slope + intercept)).max(axis=0)
    scale = np.maximum(1, np.abs(y).max(axis=0))
    return (
        [[float(a), float(b)] for a, b in zip(slope, intercept, strict=True)]
        if bool((off < _LINE * scale).all())
        else None
    )
