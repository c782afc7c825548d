"""Holds a run of the penguins, on any orchestrator, against the notebook's, which the fixtures are from.

``python -m tests.penguins_agree <folder of artifacts>`` prints what differs, and fails where something does.
The same are statistics and schema, but for the schema's shapes, which the fixtures were made without; metrics
are of the same examples, and differ as trainings do.
"""

from __future__ import annotations

import importlib.util
import json
import math
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from google.protobuf import json_format, text_format
from tensorflow_metadata.proto.v0 import schema_pb2, statistics_pb2

FIXTURES = Path(__file__).parents[1] / "fixtures" / "artifacts"
#: Of accuracies: what two trainings of these few penguins differ by at most.
NOISE = 0.1


def main(folder: Path) -> int:
    """Print a line for each difference."""
    statistics, schema, evaluation = (
        newest(folder, *names)
        for names in (("StatisticsGen", "statistics"), ("SchemaGen", "schema"), ("Evaluator", "evaluation"))
    )
    found = [
        *differences(
            read_statistics(FIXTURES / "ExampleStatistics/penguins"),
            read_statistics(statistics),
            "statistics",
        ),
        *differences(read_schema(FIXTURES / "Schema/penguins"), read_schema(schema), "schema"),
        *metric_differences(read_metrics(FIXTURES / "ModelEvaluation/penguins"), read_metrics(evaluation)),
    ]
    print("\n".join(found) or "The same statistics and schema, and metrics up to training noise.")
    return 1 if found else 0


def newest(folder: Path, component: str, key: str) -> Path:
    """Return the newest output: TFX calls its folder by the execution."""
    return max((folder / component / key).iterdir(), key=lambda path: int(path.name))


def read_statistics(folder: Path) -> Any:
    """Return the statistics by split, and by feature."""
    found = {}
    for path in sorted(folder.glob("Split-*/FeatureStats.pb")):
        message = statistics_pb2.DatasetFeatureStatisticsList.FromString(path.read_bytes())
        (dataset,) = json_format.MessageToDict(message)["datasets"]
        features = {"/".join(each["path"]["step"]): each for each in dataset.pop("features")}
        found[path.parent.name] = {**dataset, "features": features}
    assert set(found) == {"Split-train", "Split-eval"}
    return found


def read_schema(folder: Path) -> Any:
    """Return the features of a schema by name, without their shapes."""
    schema = text_format.Parse((folder / "schema.pbtxt").read_text("utf-8"), schema_pb2.Schema())
    for feature in schema.feature:
        feature.ClearField("shape")
        feature.ClearField("value_count")
    found = json_format.MessageToDict(schema)
    return {each["name"]: each for each in found.get("feature", [])} | {
        f"domain {each['name']}": each for each in found.get("stringDomain", [])
    }


def read_metrics(folder: Path) -> dict[str, dict[str, float]]:
    """Return examples and accuracy of all and of each species."""
    from tensorflow_model_analysis.proto import metrics_for_slice_pb2

    (path,) = folder.glob("metrics-*")
    found = {}
    for record in records(path.read_bytes()):
        message = metrics_for_slice_pb2.MetricsForSlice.FromString(record)
        keys = [(key.column, key.bytes_value.decode()) for key in message.slice_key.single_slice_keys]
        if [column for column, _ in keys] in ([], ["species"]):
            values = {each.key.name: each.value.double_value.value for each in message.metric_keys_and_values}
            found[keys[0][1] if keys else "all"] = {
                name: values[name] for name in ("example_count", "sparse_categorical_accuracy")
            }
    assert set(found) == {"all", "Adelie", "Chinstrap", "Gentoo"}
    return found


def records(data: bytes) -> Iterator[bytes]:
    """Yield the records of a TFRecord file: length, checksum, data, checksum."""
    at = 0
    while at < len(data):
        length = int.from_bytes(data[at : at + 8], "little")
        yield data[at + 12 : at + 12 + length]
        at += 16 + length


def differences(one: Any, other: Any, where: str) -> Iterator[str]:
    """Yield what differs; floats are the same to the sixth figure, as sums of them have an order."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted(one.keys() | other.keys()):
            if key in one and key in other:
                yield from differences(one[key], other[key], f"{where} › {key}")
            else:
                yield f"{where} › {key} is in one of them only."
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (first, second) in enumerate(zip(one, other, strict=True)):
            yield from differences(first, second, f"{where} › {index}")
    elif isinstance(one, float) and isinstance(other, float):
        if not math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-9):
            yield f"{where} is {one} and {other}."
    elif one != other:
        yield f"{where} is {json.dumps(one)} and {json.dumps(other)}."


def metric_differences(one: dict[str, Any], other: dict[str, Any]) -> Iterator[str]:
    """Yield what differs by more than trainings do."""
    for name, values in one.items():
        counts = [each["example_count"] for each in (values, other[name])]
        accuracies = [each["sparse_categorical_accuracy"] for each in (values, other[name])]
        if counts[0] != counts[1] or abs(accuracies[0] - accuracies[1]) > NOISE:
            yield f"metrics › {name}: {values} and {other[name]}."


def without_tensorflow() -> None:
    """Let TFMA's messages be imported without the package itself, which imports TensorFlow."""
    spec = importlib.util.find_spec("tensorflow_model_analysis")
    assert spec is not None
    package = types.ModuleType(spec.name)
    package.__path__ = spec.submodule_search_locations or []
    sys.modules[spec.name] = package


if __name__ == "__main__":
    without_tensorflow()
    sys.exit(main(Path(sys.argv[1])))
