"""What Google's own Python readers say of an artifact's files: the truth for our decoders."""

# ruff: noqa: D103, D401
from __future__ import annotations

import collections
import fnmatch
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet
import tensorflow as tf
import tensorflow_model_analysis as tfma
from google.protobuf import json_format, text_format
from google.protobuf.message import Message
from tensorflow.core.framework import types_pb2
from tensorflow.core.protobuf import fingerprint_pb2, saved_model_pb2
from tensorflow.core.util import event_pb2
from tensorflow_data_validation.skew.protos import feature_skew_results_pb2 as skew
from tensorflow_metadata.proto.v0 import anomalies_pb2, schema_pb2, statistics_pb2
from tensorflow_model_analysis.proto import metrics_for_slice_pb2, validation_result_pb2
from tensorflow_serving.apis import prediction_log_pb2
from tf_keras.protobuf import saved_metadata_pb2
from tfx.types import standard_artifacts

Truth = dict[str, Any]


def as_json(message: Message) -> Any:
    return json_format.MessageToDict(message, preserving_proto_field_name=True)


def truth(kind: str, value: Any, message: type[Message] | None = None) -> Truth:
    return {"kind": kind, **({"message": message.DESCRIPTOR.full_name} if message else {}), "value": value}


def binary(message: type[Message]) -> Callable[[Path], Truth]:
    return lambda path: truth("message", as_json(message.FromString(path.read_bytes())), message)


def text(message: type[Message]) -> Callable[[Path], Truth]:
    return lambda path: truth("text", as_json(text_format.Parse(path.read_text(), message())), message)


def records_in(path: Path) -> list[bytes]:
    kind = "GZIP" if path.read_bytes()[:2] == b"\x1f\x8b" else ""
    return list(tf.data.TFRecordDataset(str(path), compression_type=kind).as_numpy_iterator())


def records(message: type[Message]) -> Callable[[Path], Truth]:
    return lambda path: truth("records", [as_json(message.FromString(r)) for r in records_in(path)], message)


def examples(path: Path) -> Truth:
    """Of what an Examples artifact may hold; bytes where the message is the person's own."""
    if "proto" in path.parts:
        return truth("bytes", [record.hex() for record in records_in(path)])
    return records(tf.train.SequenceExample if "sequence" in path.parts else tf.train.Example)(path)


def parquet(path: Path) -> Truth:
    return truth("rows", pyarrow.parquet.read_table(path).to_pylist())


def saved_model(path: Path) -> Truth:
    """What a person asks about a model: all but the attributes of its operations."""
    model = saved_model_pb2.SavedModel.FromString(path.read_bytes())
    graphs = []
    for graph in model.meta_graphs:
        nodes = [*graph.graph_def.node]
        for function in graph.graph_def.library.function:
            nodes += function.node_def
        variables = [node.variable for node in graph.object_graph_def.nodes if node.HasField("variable")]
        graphs.append(
            {
                "tags": list(graph.meta_info_def.tags),
                "tensorflow_version": graph.meta_info_def.tensorflow_version,
                "signature_def": {key: as_json(value) for key, value in graph.signature_def.items()},
                "assets": [asset.filename for asset in graph.asset_file_def],
                "operations": collections.Counter(node.op for node in nodes),
                "functions": len(graph.graph_def.library.function),
                "variables": [
                    {
                        "name": variable.name,
                        "dtype": types_pb2.DataType.Name(variable.dtype),
                        "shape": [dim.size for dim in variable.shape.dim],
                        "trainable": variable.trainable,
                    }
                    for variable in variables
                ],
            }
        )
    return truth("saved-model", graphs, saved_model_pb2.SavedModel)


def checkpoint(path: Path) -> Truth:
    """The variables; not the objects that have them, which are in it too."""
    reader = tf.train.load_checkpoint(str(path.with_suffix("")))
    shapes, dtypes = reader.get_variable_to_shape_map(), reader.get_variable_to_dtype_map()
    names = sorted(set(shapes) - {"_CHECKPOINTABLE_OBJECT_GRAPH"})
    return truth("checkpoint", {name: {"shape": shapes[name], "dtype": dtypes[name].name} for name in names})


def eval_config(path: Path) -> Truth:
    run = json.loads(path.read_text())
    config = json_format.ParseDict(run["evalConfig"], tfma.EvalConfig(), ignore_unknown_fields=True)
    return truth("eval-run", as_json(config), tfma.EvalConfig)


def any_json(path: Path) -> Truth:
    return truth("json", json.loads(path.read_text()))


def lines(path: Path) -> Truth:
    return truth("lines", path.read_text().split("\n")[:-1])


#: By type (`*` for any) and path below the URI: the first that matches is taken.
READERS: tuple[tuple[str, str, Callable[[Path], Truth]], ...] = (
    ("Examples", "*.parquet", parquet),
    ("Examples", "*", examples),
    ("ExampleStatistics", "*.pb", binary(statistics_pb2.DatasetFeatureStatisticsList)),
    ("ExampleStatistics", "*", records(statistics_pb2.DatasetFeatureStatisticsList)),
    ("ExampleAnomalies", "*.pb", binary(anomalies_pb2.Anomalies)),
    ("ExampleAnomalies", "*.pbtxt", text(anomalies_pb2.Anomalies)),
    ("ExamplesDiff", "*/skew_stats*", records(skew.FeatureSkew)),
    ("ExamplesDiff", "*/sample_pairs*", records(skew.SkewPair)),
    ("ExamplesDiff", "*/match_stats*", records(skew.MatchStats)),
    ("ExamplesDiff", "*/confusion*", records(skew.ConfusionCount)),
    ("InferenceResult", "*", records(prediction_log_pb2.PredictionLog)),
    ("ModelRun", "*tfevents*", records(event_pb2.Event)),
    ("ModelEvaluation", "metrics*", records(metrics_for_slice_pb2.MetricsForSlice)),
    ("ModelEvaluation", "plots*", records(metrics_for_slice_pb2.PlotsForSlice)),
    ("ModelEvaluation", "attributions*", records(metrics_for_slice_pb2.AttributionsForSlice)),
    ("ModelEvaluation", "validations*", records(validation_result_pb2.ValidationResult)),
    ("ModelEvaluation", "eval_config.json", eval_config),
    ("*", "*schema.pbtxt", text(schema_pb2.Schema)),
    ("*", "*saved_model.pb", saved_model),
    ("*", "*fingerprint.pb", binary(fingerprint_pb2.FingerprintDef)),
    ("*", "*keras_metadata.pb", binary(saved_metadata_pb2.SavedMetadata)),
    ("*", "*variables.index", checkpoint),
    ("*", "*asset_map", any_json),
    ("*", "*.json", any_json),
    ("HyperParameters", "*", any_json),
    ("*", "*/assets/*", lines),
)


def value_of(kind: str, path: Path) -> Truth:
    """A value artifact's value, as TFX gives it to a component; bytes in hexadecimal digits."""
    value = getattr(standard_artifacts, kind)().decode(
        path.read_bytes() if kind != "JsonValue" else path.read_text()
    )
    if kind == "Bytes":
        return truth("value", value.hex())
    return truth("value", str(value) if kind in ("Integer", "Float") else value)


def read_artifact(kind: str, folder: Path, files: list[str]) -> dict[str, Truth]:
    """The truth about an artifact's files, by path; of files that no view reads there is none."""
    found: dict[str, Truth] = {}
    if kind in ("String", "Integer", "Float", "Boolean", "Bytes", "JsonValue"):
        return {file: value_of(kind, folder / file) for file in files}
    for file in files:
        for wanted, pattern, read in READERS:
            if wanted in ("*", kind) and fnmatch.fnmatch(file, pattern):
                found[file] = read(folder / file)
                break
    return found
