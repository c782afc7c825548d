"""What a BulkInferrer wrote of the evaluated model and examples: then the model need not be asked again."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator, Sequence
from typing import Any

from ..protocol import Record
from .describe import context_class, named_objects
from .earlier import INPUT, OUTPUT, artifacts_of

#: What Evaluator and BulkInferrer take where none is named.
_DEFAULT = "serving_default"


class Inferred:
    """Outputs by example: InferenceResults have no splits, and an order of their own."""

    def __init__(self) -> None:
        self._rows: dict[bytes, int] = {}
        self._outputs: dict[str, list[Any]] = {}

    def read(self, logs: Iterator[Any]) -> None:
        """Take PredictionLogs; those that are no predictions say nothing of outputs."""
        import numpy as np
        import tensorflow as tf

        for log in logs:
            predicted = log.predict_log
            examples = [text for tensor in predicted.request.inputs.values() for text in tensor.string_val]
            said = {name: tf.make_ndarray(each) for name, each in predicted.response.outputs.items()}
            if not said or (self._outputs and set(said) != set(self._outputs)):
                continue
            if any(each.shape[:1] != (len(examples),) for each in said.values()):
                continue
            for row, example in enumerate(examples):
                self._rows[_digest(example)] = len(self._rows)
                for name, each in said.items():
                    self._outputs.setdefault(name, []).append(np.asarray(each[row]))

    def outputs(self, examples: Any) -> dict[str, Any] | None:
        """Return the outputs of serialized examples, a row for each; None where one of them is not there."""
        import numpy as np

        rows = [self._rows.get(_digest(example), -1) for example in examples]
        if not self._outputs or min(rows, default=-1) < 0:
            return None
        return {name: np.stack([values[row] for row in rows]) for name, values in self._outputs.items()}


def _digest(example: bytes) -> bytes:
    return hashlib.blake2b(example, digest_size=16).digest()


def read_inferred(uris: Sequence[str]) -> Inferred | None:
    """Read InferenceResults; None where there are none."""
    import tensorflow as tf
    from tensorflow_serving.apis import prediction_log_pb2  # type: ignore[import-untyped]

    inferred = Inferred()
    for uri in uris:
        for file in sorted(tf.io.gfile.glob(os.path.join(uri, "prediction_logs*"))):
            kind = "GZIP" if file.endswith(".gz") else ""
            with contextlib.suppress(tf.errors.OpError):  # the model is asked about what is gone
                inferred.read(
                    prediction_log_pb2.PredictionLog.FromString(record)
                    for record in tf.data.TFRecordDataset(file, compression_type=kind).as_numpy_iterator()
                )
    return inferred if uris else None


def find_inferred(namespace: Record, model: str, examples: list[str], signature: str) -> tuple[str, ...]:
    """Find InferenceResults of a model and examples in the metadata stores of the contexts there are.

    Args:
        namespace: The person's variables.
        model: URI of the model.
        examples: URIs of the examples.
        signature: Name of the model's signature; empty for the default.
    """
    kind = context_class()
    found: dict[str, None] = {}
    for _, context in named_objects(namespace, kind) if kind else []:
        with contextlib.suppress(Exception):  # its store may be gone; there may be others
            found.update(dict.fromkeys(_found_in(context, model, examples, signature)))
    return tuple(found)


def _found_in(context: Any, model: str, examples: list[str], signature: str) -> Iterator[str]:
    from tfx.orchestration import metadata
    from tfx.proto import bulk_inferrer_pb2
    from tfx.utils import proto_utils

    with metadata.Metadata(context.metadata_connection_config) as handle:
        store = handle.store
        artifacts = {
            each.id: each.uri
            for each in store.get_artifacts_by_type("InferenceResult")
            if each.state == type(each).LIVE
        }
        events = [each for each in store.get_events_by_artifact_ids(list(artifacts)) if each.type == OUTPUT]
        executions = {each.id: each for each in store.get_executions_by_id([e.execution_id for e in events])}
    # The newest first.
    for event in sorted(events, key=lambda each: -each.execution_id):
        inputs = artifacts_of(context, event.execution_id, INPUT)
        models = [_path(artifact.uri) for artifact in inputs.get("model", [])]
        given = {_path(artifact.uri) for artifact in inputs.get("examples", [])}
        spec = bulk_inferrer_pb2.ModelSpec()
        written = executions[event.execution_id].custom_properties["model_spec"].string_value
        proto_utils.json_to_proto(written or "{}", spec)
        named = list(spec.model_signature_name) or [_DEFAULT]
        is_same = models == [_path(model)] and {_path(uri) for uri in examples} <= given
        if is_same and named == [signature or _DEFAULT]:
            yield artifacts[event.artifact_id]


def _path(uri: str) -> str:
    """Return a URI as it is told apart: a context with a relative root has relative ones."""
    return uri.rstrip("/") if "://" in uri else os.path.abspath(uri)
