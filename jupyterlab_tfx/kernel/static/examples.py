"""Examples, predictions, and how examples differ: the first rows."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator
from typing import Any

from ...artifacts import Cell, Table
from .content import Content, loaded, records

_ROWS = 5
_COLUMNS = 20
#: Values of one feature that are shown.
_VALUES = 10
#: Features in which examples differ, and pairs of values.
_MOST = 100
_PROTO = ("FORMAT_PROTO", "11")

_Fields = dict[str, Cell]


def examples(content: Content) -> Iterator[Table]:
    """Yield the first rows of each split."""
    document = content.document
    properties = {**document["properties"], **document["customProperties"]}
    is_proto = str(properties.get("payload_format", "")) in _PROTO
    for split, paths in content.by_split(".+").items():
        if paths[0].endswith(".parquet"):
            rows = _parquet(content, paths[0])
        else:
            first = itertools.islice(records(content.start(paths[0])), _ROWS)
            rows = [{"record": _bytes(record)} if is_proto else _example(record) for record in first]
        if rows:
            yield _rows_table(f"{split}: the first rows" if split else "The first rows", rows)


def inference_results(content: Content) -> Iterator[Table]:
    """Yield the first predictions: what came out, then what was asked."""
    kind = loaded("tensorflow_serving.apis.prediction_log_pb2").PredictionLog
    for path in content.paths("prediction_logs.*")[:1]:
        first = itertools.islice(records(content.start(path)), _ROWS)
        yield _rows_table("The first predictions", [_prediction(kind.FromString(each)) for each in first])


def examples_diff(content: Content) -> Iterator[Table]:
    """Yield the features that differ most, for each pair of splits.

    TFX 1.16 gives the examples that are tested to what writes ``base``, and the others to what writes
    ``test`` (``tfx/components/example_diff/executor.py``), so they change places here, as in the view.
    """
    skew = loaded("tensorflow_data_validation.skew.protos.feature_skew_results_pb2").FeatureSkew
    for split, paths in content.by_split("skew_stats.*").items():
        found = [skew.FromString(record) for path in paths for record in records(content.start(path))]
        found.sort(key=lambda each: (-each.diff_count, each.feature_name))
        rows: list[tuple[Cell, ...]] = [
            (
                each.feature_name,
                *(each.base_count, each.test_count, each.base_only, each.test_only),
                *(each.match_count, each.mismatch_count, each.diff_count),
            )
            for each in found
        ]
        head = (
            *("Feature", "In tested", "In base", "Only in tested", "Only in base"),
            *("Same", "Different", "Differing pairs"),
        )
        yield Table(f"{split}: features", head, rows[:_MOST], max(0, len(rows) - _MOST))


def _rows_table(title: str, rows: list[_Fields]) -> Table:
    """Return rows as a table: a column for each field of any of them, as many as are shown."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    shown = names[:_COLUMNS]
    if len(names) > len(shown):
        title = f"{title}, {len(shown)} of {len(names)} columns"
    table = [(str(number + 1), *(row.get(name) for name in shown)) for number, row in enumerate(rows)]
    return Table(title, ("Row", *shown), table)


def _parquet(content: Content, path: str) -> list[_Fields]:
    whole = content.whole(path)
    if whole is None:
        return []
    file = loaded("pyarrow.parquet").ParquetFile(loaded("pyarrow").BufferReader(whole))
    for batch in file.iter_batches(_ROWS):
        return [{name: _python(value) for name, value in row.items()} for row in batch.to_pylist()]
    return []


def _example(record: bytes) -> _Fields:
    """Return the features of a tf.Example, or of a SequenceExample: its context has the same place."""
    message = loaded("tensorflow.core.example.example_pb2").SequenceExample.FromString(record)
    fields = {name: _feature(value) for name, value in sorted(message.context.feature.items())}
    for name, steps in sorted(message.feature_lists.feature_list.items()):
        texts = [str(_feature(step)) for step in steps.feature[:_VALUES]]
        fields[name] = _list(texts, len(steps.feature))
    return fields


def _feature(feature: Any) -> Cell:
    kind = feature.WhichOneof("kind")
    values = getattr(feature, kind).value if kind else []
    if len(values) == 1:
        return _python(values[0])
    return _list([_text(value) for value in values[:_VALUES]], len(values)) if len(values) else None


def _list(texts: list[str], count: int) -> str:
    return f"[{', '.join(texts)}{', …' if count > len(texts) else ''}]"


def _python(value: Any) -> Cell:
    """Return a value of the data as it stands in a cell."""
    if value is None or isinstance(value, (str, float)) or (isinstance(value, int) and value is not True):
        return None if value is None else value
    if isinstance(value, bytes):
        return _bytes(value)
    if isinstance(value, list):
        return _list([_text(each) for each in value[:_VALUES]], len(value))
    return str(value)


def _text(value: Any) -> str:
    cell = _python(value)
    return f"{cell:.6g}" if isinstance(cell, float) else "" if cell is None else str(cell)


def _bytes(value: bytes) -> str:
    """Return bytes as text where they are that, else as hexadecimal digits."""
    start = value[:1000]
    with contextlib.suppress(UnicodeDecodeError):
        return start.decode("utf-8")
    return f"0x{start[:32].hex()}"


def _prediction(log: Any) -> _Fields:
    kind = log.WhichOneof("log_type")
    one = getattr(log, kind)
    if kind == "predict_log":
        fields = _tensors(one.response.outputs)
        for name, tensor in sorted(one.request.inputs.items()):
            examples = list(tensor.string_val[:2])
            # Of one example its features, as a batch of one is what BulkInferrer logs.
            fields.update(_example(examples[0]) if len(examples) == 1 else _tensors({name: tensor}))
        return fields
    fields = {}
    if kind == "classify_log":
        fields.update(_classes(one.response.result, ""))
    elif kind == "regress_log":
        fields.update(_regressions(one.response.result, ""))
    elif kind == "multi_inference_log":
        for result in one.response.results:
            name = f"{result.model_spec.signature_name} "
            fields.update(_classes(result.classification_result, name))
            fields.update(_regressions(result.regression_result, name))
    if kind != "predict_streamed_log":
        for example in one.request.input.example_list.examples[:1]:
            fields.update({name: _feature(value) for name, value in sorted(example.features.feature.items())})
    return fields


def _classes(result: Any, signature: str) -> _Fields:
    for one in result.classifications[:1]:
        labels = [each.label for each in one.classes[:_VALUES]]
        scores = [f"{each.score:.6g}" for each in one.classes[:_VALUES]]
        fields: _Fields = {f"{signature}classes": _list(labels, len(one.classes))} if any(labels) else {}
        return {**fields, f"{signature}scores": _list(scores, len(one.classes))}
    return {}


def _regressions(result: Any, signature: str) -> _Fields:
    return {f"{signature}value": one.value for one in result.regressions[:1]}


def _tensors(tensors: Any) -> _Fields:
    fields: _Fields = {}
    for name, tensor in sorted(tensors.items()):
        values = loaded("tensorflow").make_ndarray(tensor).reshape(-1)
        shown = [_text(value) for value in values[:_VALUES].tolist()]
        fields[name] = shown[0] if len(values) == 1 else _list(shown, len(values))
    return fields
