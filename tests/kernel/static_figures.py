"""What the static HTML of an artifact must say, from what Google's readers wrote down of its files."""

from __future__ import annotations

import base64
import json
import math
import struct
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

Truth = dict[str, Any]


class Rows(HTMLParser):
    """The cells of each row of all tables, and all tags and attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self._in_cell = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self._in_cell = True

    def handle_endtag(self, tag: str) -> None:
        self._in_cell = self._in_cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self.rows[-1][-1] += data

    def says(self, cells: list[str]) -> bool:
        """Tell whether one row has all of these cells, in this order."""
        return any(_in_order(cells, row) for row in self.rows)


def _in_order(cells: list[str], row: list[str]) -> bool:
    left = iter(row)
    return all(any(_same(cell, other) for other in left) for cell in cells)


def _same(one: str, other: str) -> bool:
    """Tell whether cells are equal; the sixth digit of numbers that have 32 bits in a file may differ."""
    if one == other:
        return True
    numbers = [text.strip("[]").split(", ") for text in (one, other)]
    try:
        pairs = [(float(a), float(b)) for a, b in zip(*numbers, strict=True)]
    except ValueError:
        return False
    return all(math.isclose(a, b, rel_tol=1e-5) for a, b in pairs)


def figures(kind: str, case: str, truths: dict[str, Truth]) -> Iterator[list[str]]:
    """Yield cells that one row must have, for each thing that is to be said."""
    if kind in ("ModelBlessing", "InfraBlessing"):
        good = "can be served" if kind == "InfraBlessing" else "blessed"
        bad = "cannot be served" if kind == "InfraBlessing" else "not blessed"
        yield ["Verdict", bad if case == "not-blessed" else good]
        return
    if kind == "PushedModel":
        yield ["Pushed", "no" if case == "not-blessed" else "yes"]
    if kind == "ModelRun":
        yield from _run(truths)
    for path, truth in truths.items():
        # What has a reader in Python only, or is in more than one form.
        if kind == "Examples":
            yield from _examples(truth)
        elif kind in _BY_TYPE:
            yield from _BY_TYPE[kind](path, truth)


def number(value: Any) -> str:
    """Return a number of protobuf's JSON as it must stand there."""
    if isinstance(value, str) and value.lstrip("-").isdigit():
        return value  # an integer of 64 bits
    return f"{float(value):.6g}" if isinstance(value, float) else str(value)


def text(value: str) -> str:
    """Return bytes of protobuf's JSON as text."""
    return base64.b64decode(value).decode()


def _float(value: Any) -> str:
    return "NaN" if value == "NaN" else f"{float(value):.6g}"


_STATISTICS = ("num_stats", "string_stats", "bytes_stats", "struct_stats")


def _statistics(_: str, truth: Truth) -> Iterator[list[str]]:
    messages = truth["value"] if truth["kind"] == "records" else [truth["value"]]
    if len(messages) > 1:
        return  # parts: the whole stands beside them
    for feature in (each for message in messages for each in message["datasets"][0]["features"]):
        name = ".".join(feature["path"]["step"])
        (figures,) = (feature[key] for key in _STATISTICS if key in feature)
        common = figures["common_stats"]
        row = [name, feature.get("type", "INT")]
        row += [common.get("num_non_missing", "0"), common.get("num_missing", "0")]
        if "num_stats" in feature:
            numbers = [figures.get("mean", 0), figures.get("std_dev", 0)]
            row += [*map(_float, numbers), figures.get("num_zeros", "0")]
            row += [_float(figures.get(key, 0)) for key in ("min", "median", "max")]
        if "string_stats" in feature:
            row.append(figures.get("unique", "0"))
            if figures.get("top_values"):
                top = figures["top_values"][0]
                row.append(f"{top['value']} ({_float(top['frequency'])})")
        yield row


def _schema(path: str, truth: Truth) -> Iterator[list[str]]:
    if truth["kind"] != "text":
        return
    domains = {domain["name"]: domain for domain in truth["value"].get("string_domain", [])}
    for feature in truth["value"]["feature"]:
        row = [feature["name"], feature.get("type", "TYPE_UNKNOWN")]
        if feature.get("presence", {}).get("min_fraction") == 1:
            row.append("all examples")
        if "domain" in feature:
            values = domains[feature["domain"]]["value"]
            more = f" and {len(values) - 10} more" if len(values) > 10 else ""
            row.append(f"{feature['domain']}: {', '.join(values[:10])}{more}")
        bounds = feature.get("int_domain", feature.get("float_domain", {}))
        if "min" in bounds and "max" in bounds:
            categorical = ", categorical" if bounds.get("is_categorical") else ""
            row.append(f"{number(bounds['min'])} to {number(bounds['max'])}{categorical}")
        yield row


def _anomalies(_: str, truth: Truth) -> Iterator[list[str]]:
    infos = truth["value"].get("anomaly_info", {})
    if not infos and "dataset_anomaly_info" not in truth["value"]:
        yield ["Verdict", "No anomalies were found."]
    for info in infos.values():
        for reason in info["reason"]:
            name = ".".join(info["path"]["step"])
            yield [name, info["severity"], reason["short_description"], reason["description"]]
    for info in truth["value"].get("drift_skew_info", []):
        for each in info.get("drift_measurements", []):
            figures = [_float(each.get("value", 0)), _float(each["threshold"])]
            yield [".".join(info["path"]["step"]), "drift", each["type"], *figures]


def _examples(truth: Truth) -> Iterator[list[str]]:
    if truth["kind"] == "rows":
        for row in truth["value"][:5]:
            yield [number(row[name]) for name in ("island", "bill_length_mm", "body_mass_g") if row[name]]
    if truth["kind"] == "records":
        for record in truth["value"][:5]:
            features = record.get("features", record.get("context"))["feature"]
            yield [cell for name in sorted(features) for cell in _feature(features[name])]


def _feature(feature: Truth) -> list[str]:
    for kind, values in feature.items():
        if len(values.get("value", [])) == 1:
            return [text(values["value"][0]) if kind == "bytes_list" else number(values["value"][0])]
    return []


def _diff(path: str, truth: Truth) -> Iterator[list[str]]:
    if "/skew_stats" in path:
        for each in truth["value"]:
            names = ("base_count", "test_count", "base_only", "test_only")
            figures = [
                each.get(name, "0") for name in (*names, "match_count", "mismatch_count", "diff_count")
            ]
            yield [each["feature_name"], *figures]


def _model(_: str, truth: Truth) -> Iterator[list[str]]:
    if truth["kind"] == "saved-model":
        for graph in truth["value"]:
            for name, signature in graph["signature_def"].items():
                for of in ("input", "output"):
                    for key, tensor in signature.get(f"{of}s", {}).items():
                        if not name.startswith("__"):
                            yield [name, of, key, tensor["dtype"].removeprefix("DT_").lower()]


def _evaluation(path: str, truth: Truth) -> Iterator[list[str]]:
    if path.startswith("validations"):
        (result,) = truth["value"]
        yield ["Verdict", "passed" if result.get("validation_ok") else "failed"]
        for each in result.get("metric_validations_per_slice", []):
            for failure in each["failures"]:
                yield [
                    _slice(each),
                    failure["metric_key"]["name"],
                    _float(failure["metric_value"]["double_value"]),
                ]
    if path.startswith("metrics"):
        for each in truth["value"]:
            values = [metric["value"] for metric in each["metric_keys_and_values"]]
            numbers = [_float(value["double_value"]) for value in values if "double_value" in value]
            yield [_slice(each), *numbers[:20]]  # so many columns are shown


def _slice(message: Truth) -> str:
    if "cross_slice_key" in message:
        key = message["cross_slice_key"]
        return f"{_one(key['comparison_slice_key'])} against {_one(key.get('baseline_slice_key', {}))}"
    return _one(message["slice_key"])


def _one(key: Truth) -> str:
    parts = []
    for single in key.get("single_slice_keys", []):
        value = text(single["bytes_value"]) if "bytes_value" in single else None
        value = value or single.get("int64_value") or _float(single["float_value"])
        parts.append(f"{single['column']} = {value}")
    return ", ".join(parts) or "All examples"


def _inference(_: str, truth: Truth) -> Iterator[list[str]]:
    for record in truth["value"][:5]:
        if "regress_log" in record:
            (result,) = record["regress_log"]["response"]["result"]["regressions"]
            yield [_float(result["value"])]
        if "classify_log" in record:
            (result,) = record["classify_log"]["response"]["result"]["classifications"]
            yield [f"[{', '.join(_float(each['score']) for each in result['classes'])}]"]
        if "predict_log" in record:
            for tensor in record["predict_log"]["response"]["outputs"].values():
                yield [_float(_floats(tensor)[0])]


def _floats(tensor: Truth) -> list[float]:
    if "tensor_content" in tensor:
        content = base64.b64decode(tensor["tensor_content"])
        return list(struct.unpack(f"<{len(content) // 4}f", content))
    return list(tensor["float_val"])


def _run(truths: dict[str, Truth]) -> Iterator[list[str]]:
    last: dict[tuple[str, str], list[str]] = {}
    for path, truth in truths.items():
        for event in truth["value"]:
            for value in event.get("summary", {}).get("value", []):
                plugin = value.get("metadata", {}).get("plugin_data", {}).get("plugin_name")
                if plugin == "scalars" and value["tensor"]["dtype"] == "DT_FLOAT":
                    run = path.rpartition("/")[0]
                    figure = _float(_floats(value["tensor"])[0])
                    last[run, value["tag"]] = [run, value["tag"], event.get("step", "0"), figure]
    yield from last.values()


def _value(_: str, truth: Truth) -> Iterator[list[str]]:
    value = truth["value"]
    if isinstance(value, dict):
        value = json.dumps(value)
    yield ["Value", str(value)]


_BY_TYPE = {
    "ExampleStatistics": _statistics,
    "Schema": _schema,
    "TransformGraph": _schema,
    "ExampleAnomalies": _anomalies,
    "ExamplesDiff": _diff,
    "Model": _model,
    "PushedModel": _model,
    "DataView": _model,
    "ModelEvaluation": _evaluation,
    "InferenceResult": _inference,
    "HyperParameters": lambda _, truth: (
        [name, number(value)] for name, value in truth["value"]["values"].items()
    ),
    "TunerResults": lambda _, truth: (
        [trial["trial_id"], number(trial["score"])] for trial in truth["value"]
    ),
    "Integer": _value,
    "Boolean": _value,
    "DelayReport": lambda path, truth: iter([[path, json.dumps(truth["value"])]]),
}
