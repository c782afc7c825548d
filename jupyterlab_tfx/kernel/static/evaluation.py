"""Evaluations and blessings: metrics by slice, and verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...artifacts import Cell, Table
from .content import Content, loaded, records

#: Slices that are looked at; overall may stand behind many.
_SLICES = 1000
_ROWS = 100
_COLUMNS = 20
_LOWER_IS_BETTER = 1  # tensorflow_model_analysis.MetricDirection
_VERDICTS = {
    "BLESSED": "blessed",
    "NOT_BLESSED": "not blessed",
    "INFRA_BLESSED": "can be served",
    "INFRA_NOT_BLESSED": "cannot be served",
}


def blessing(content: Content) -> Iterator[Table]:
    """Yield the verdict that a file's name is."""
    for path in content.paths("|".join(_VERDICTS)):
        yield Table("", (), [("Verdict", _VERDICTS[path])])


def evaluation(content: Content) -> Iterator[Table]:
    """Yield the validation's verdict, what failed, and the metrics of each slice, overall first."""
    for path in content.paths(r"validations[^/]*\.tfrecord")[:1]:
        kind = loaded("tensorflow_model_analysis.proto.validation_result_pb2").ValidationResult
        for record in records(content.most(path)):
            yield from _validation(kind.FromString(record))
    yield from _metrics(content)


def _validation(result: Any) -> Iterator[Table]:
    rows: list[tuple[Cell, ...]] = [("Verdict", "passed" if result.validation_ok else "failed")]
    missing = len(result.missing_slices) + len(result.missing_cross_slices)
    if missing:
        rows.append(("Slices that the data do not have", missing))
    if result.missing_thresholds:
        rows.append(("Thresholds", "none: nothing was demanded of the model"))
    yield Table("Validation", (), rows)
    failures: list[tuple[Cell, ...]] = [
        (
            _slice_of(each),
            failure.metric_key.name,
            _value(failure.metric_value),
            _threshold(failure.metric_threshold),
            failure.message,
        )
        for each in result.metric_validations_per_slice
        for failure in each.failures
    ]
    if failures:
        head = ("Slice", "Metric", "Value", "Threshold", "Message")
        yield Table("Failures", head, failures[:_ROWS], max(0, len(failures) - _ROWS))


def _threshold(threshold: Any) -> str:
    if threshold.HasField("value_threshold"):
        bounds = threshold.value_threshold
        words = [("lower_bound", "at least"), ("upper_bound", "at most")]
    else:
        bounds = threshold.change_threshold
        word = "change at most" if bounds.direction == _LOWER_IS_BETTER else "change at least"
        words = [("absolute", word), ("relative", f"relative {word}")]
    parts = (f"{word} {getattr(bounds, field).value:.6g}" for field, word in words if bounds.HasField(field))
    return ", ".join(parts)


def _metrics(content: Content) -> Iterator[Table]:
    kind = loaded("tensorflow_model_analysis.proto.metrics_for_slice_pb2").MetricsForSlice
    slices: list[tuple[bool, str, dict[str, float]]] = []
    left_out = 0
    for path in content.paths(r"metrics[^/]*\.tfrecord"):
        for record in records(content.most(path)):
            if len(slices) == _SLICES:
                left_out += 1
                continue
            message = kind.FromString(record)
            name = _slice_of(message)
            numbers = ((each.key, _value(each.value)) for each in message.metric_keys_and_values)
            figures = {_metric(key): number for key, number in numbers if number is not None}
            slices.append((name != _OVERALL, name, figures))
    slices.sort(key=lambda each: each[:2])
    names = list(dict.fromkeys(name for *_, figures in slices for name in figures))
    shown = names[:_COLUMNS]
    title = f"Metrics, {len(shown)} of {len(names)} columns" if len(names) > len(shown) else "Metrics"
    rows: list[tuple[Cell, ...]] = [
        (name, *(figures.get(metric) for metric in shown)) for _, name, figures in slices[:_ROWS]
    ]
    if rows:
        yield Table(title, ("Slice", *shown), rows, len(slices) - len(rows) + left_out)


_OVERALL = "All examples"


def _slice_of(message: Any) -> str:
    if message.HasField("cross_slice_key"):
        key = message.cross_slice_key
        return f"{_slice(key.comparison_slice_key)} against {_slice(key.baseline_slice_key)}"
    return _slice(message.slice_key)


def _slice(key: Any) -> str:
    parts = []
    for single in key.single_slice_keys:
        kind = single.WhichOneof("kind")
        value = getattr(single, kind) if kind else ""
        if isinstance(value, bytes):
            value = value.decode("utf-8", "replace")
        parts.append(
            f"{single.column} = {value:.6g}" if isinstance(value, float) else f"{single.column} = {value}"
        )
    return ", ".join(parts) or _OVERALL


def _metric(key: Any) -> str:
    """Return a metric's name, with what tells it from others of the same name."""
    parts = [key.name]
    if key.output_name:
        parts.append(f"output {key.output_name}")
    for field, word in (("class_id", "class"), ("k", "rank"), ("top_k", "top")):
        if key.sub_key.HasField(field):
            parts.append(f"{word} {getattr(key.sub_key, field).value}")
    average = key.aggregation_type.WhichOneof("type")
    if average:
        parts.append(average.replace("_", " "))
    if key.example_weighted.value:
        parts.append("weighted")
    text = ", ".join(parts)
    if key.model_name:
        text += f" ({key.model_name})"
    return f"change of {text}" if key.is_diff else text


def _value(value: Any) -> float | None:
    """Return a metric's number; None where it is a matrix, a list, or nothing."""
    kind = value.WhichOneof("type")
    return float(getattr(value, kind).value) if kind in ("double_value", "bounded_value") else None
