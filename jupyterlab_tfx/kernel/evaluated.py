"""What an evaluation was made of: model, examples and configuration, as the metadata store tells it."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
import posixpath
from typing import Any

from ..protocol import Record
from .describe import context_class, named_objects
from .earlier import INPUT, OUTPUT, artifacts_of
from .inferred import find_inferred
from .validate import RefusedError

#: Below an evaluation's URI: what is made from it here. TFX and TFMA have no files of such a name.
CACHE = "jupyterlab-tfx"
#: Of what is made: files of another one are made again.
_FORMAT = 2


@dataclasses.dataclass(frozen=True)
class Evaluated:
    """One evaluation, and what the model said in it is to be found out from."""

    #: URIs.
    evaluation: str
    model: str
    #: Where the SavedModel is.
    model_path: str
    #: TFX's Examples artifacts.
    examples: tuple[Any, ...]
    splits: tuple[str, ...]
    #: TFMA's EvalConfig, with the model's specification alone, which has no name.
    config: Any
    #: URI of the Schema artifact that Evaluator took; None where it took none.
    schema: str | None
    #: Outputs that were evaluated, of a model with several; empty where there is one.
    outputs: tuple[str, ...] = ()
    #: URIs of InferenceResults of the same model and examples.
    inferred: tuple[str, ...] = ()

    @property
    def spec(self) -> Any:
        """The model's specification."""
        return self.config.model_specs[0]

    @property
    def examples_uri(self) -> str:
        """URIs of the examples, joined with commas."""
        return ",".join(str(artifact.uri) for artifact in self.examples)

    @property
    def folder(self) -> str:
        """Where what is made from it is kept."""
        return posixpath.join(self.evaluation.rstrip("/"), CACHE)

    @property
    def key(self) -> str:
        """Tells what is made from it from what is made with another model, other examples or another spec."""
        told = [_FORMAT, self.model, self.examples_uri, self.splits, self.schema, *self.outputs]
        spec = self.spec.SerializeToString(deterministic=True).hex()
        return hashlib.sha256(json.dumps([*told, spec]).encode()).hexdigest()[:16]


def find_evaluated(namespace: Record, evaluation: str, model: str | None, examples: str | None) -> Evaluated:
    """Find what an evaluation was made of.

    Args:
        namespace: The person's variables: the stores of the contexts there are asked.
        evaluation: URI of a ModelEvaluation artifact.
        model: URI of the model, for where no store knows.
        examples: The same of the examples.

    Raises:
        RefusedError: something is not known, or is gone.
    """
    try:
        import tensorflow as tf
        import tensorflow_model_analysis as tfma
        from tfx.types import artifact_utils, standard_artifacts
        from tfx.utils import path_utils
    except ImportError as error:
        raise RefusedError(
            "This kernel has no TFX to predict with. Start the notebook with a kernel that has it."
        ) from error
    inputs, properties = _execution(namespace, evaluation)
    config = _config(evaluation, properties.get("eval_config"))
    specs = [spec for spec in config.model_specs if not spec.is_baseline] or [tfma.ModelSpec()]
    spec = tfma.ModelSpec()
    spec.CopyFrom(specs[0])
    spec.name = ""
    models = inputs.get("model", [])
    model_uri = str(models[0].uri) if models else model
    if model_uri is None:
        raise RefusedError(
            "Nothing tells which model was evaluated. "
            "Run the cell that makes the InteractiveContext, and try again."
        )
    is_old = bool(models) and path_utils.is_old_model_artifact(models[0])
    model_path = path_utils.serving_model_path(model_uri, is_old)
    if not tf.io.gfile.exists(posixpath.join(model_path, "saved_model.pb")):
        raise RefusedError(
            f"There is no SavedModel in {model_path} any more. Run Trainer again, and Evaluator after it."
        )
    artifacts = inputs.get("examples", [])
    if not artifacts:
        if examples is None:
            raise RefusedError(
                "Nothing tells on which examples the model was evaluated. "
                "Run the cell that makes the InteractiveContext, and try again."
            )
        artifact = standard_artifacts.Examples()
        artifact.uri = examples
        names = sorted(
            name.rstrip("/").removeprefix("Split-")
            for name in (tf.io.gfile.listdir(examples) if tf.io.gfile.isdir(examples) else [])
            if name.startswith("Split-")
        )
        artifact.split_names = artifact_utils.encode_split_names(names)
        artifacts = [artifact]
    schemas = inputs.get("schema", [])
    uris = [str(artifact.uri) for artifact in artifacts]
    return Evaluated(
        evaluation=evaluation,
        model=model_uri,
        model_path=model_path,
        examples=tuple(artifacts),
        splits=_splits(artifacts, properties.get("example_splits")),
        config=tfma.EvalConfig(model_specs=[spec]),
        schema=str(schemas[0].uri) if schemas else None,
        outputs=_outputs(config),
        inferred=find_inferred(namespace, model_uri, uris, spec.signature_name),
    )


def _outputs(config: Any) -> tuple[str, ...]:
    """Return the names of the outputs that an EvalConfig is about."""
    names = {name for spec in config.model_specs if not spec.is_baseline for name in spec.label_keys}
    names |= {name for spec in config.metrics_specs for name in spec.output_names}
    return tuple(sorted(names))


def _splits(examples: list[Any], wanted: Any) -> tuple[str, ...]:
    """Return the splits that Evaluator evaluated; ``eval``, unless it was told others."""
    from tfx.types import artifact_utils

    named = json.loads(wanted) if isinstance(wanted, str) and wanted else None
    splits = tuple(str(split) for split in named) if isinstance(named, list) and named else ("eval",)
    for artifact in examples:
        has = artifact_utils.decode_split_names(artifact.split_names)
        for split in splits:
            if split not in has:
                raise RefusedError(
                    f"{artifact.uri} has no split {split!r}, but {', '.join(has) or 'none'}. "
                    "Predictions are made of what was evaluated."
                )
    return splits


def _config(evaluation: str, written: Any) -> Any:
    """Return the EvalConfig: the one beside the metrics, where it is there, has the defaults of TFMA."""
    import tensorflow as tf
    import tensorflow_model_analysis as tfma
    from google.protobuf import json_format

    path = posixpath.join(evaluation.rstrip("/"), "eval_config.json")
    try:
        text: Any = None
        if tf.io.gfile.exists(path):
            with tf.io.gfile.GFile(path) as file:
                text = json.dumps(json.loads(file.read())["evalConfig"])
        text = text or written
        if not text:
            raise RefusedError(f"{evaluation} has no eval_config.json. Run Evaluator again.")
        return json_format.Parse(text, tfma.EvalConfig(), ignore_unknown_fields=True)
    except (tf.errors.OpError, ValueError, KeyError, json_format.ParseError) as error:
        if isinstance(error, RefusedError):
            raise
        raise RefusedError(f"{path} cannot be read: {error}") from error


def _execution(namespace: Record, evaluation: str) -> tuple[dict[str, list[Any]], Record]:
    """Return inputs and execution properties of what made an artifact; nothing where no store knows."""
    kind = context_class()
    seen = set()
    for _, context in named_objects(namespace, kind) if kind else []:
        if id(context) not in seen:
            seen.add(id(context))
            with contextlib.suppress(Exception):  # its store may be gone; there may be others
                found = _execution_in(context, evaluation)
                if found is not None:
                    return found
    return {}, {}


def _execution_in(context: Any, evaluation: str) -> tuple[dict[str, list[Any]], Record] | None:
    from tfx.orchestration import metadata

    # A context with a relative root has relative URIs.
    uris = {evaluation.rstrip("/"), os.path.relpath(evaluation) if os.path.isabs(evaluation) else evaluation}
    with metadata.Metadata(context.metadata_connection_config) as handle:
        store = handle.store
        made = [artifact.id for uri in sorted(uris) for artifact in store.get_artifacts_by_uri(uri)]
        events = store.get_events_by_artifact_ids(made) if made else []
        ids = [event.execution_id for event in events if event.type == OUTPUT]
        if not ids:
            return None
        execution = store.get_executions_by_id([max(ids)])[0]
    properties = {
        name: value.string_value
        for values in (execution.properties, execution.custom_properties)
        for name, value in values.items()
    }
    return artifacts_of(context, execution.id, INPUT), properties
