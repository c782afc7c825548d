"""Predicts what an evaluation is about once more, example by example, and keeps that as an Arrow file."""

from __future__ import annotations

import contextlib
import json
import os
import posixpath
import tempfile
from collections.abc import Callable, Iterator
from typing import Any

from ..protocol import Record
from .columns import Columns
from .evaluated import Evaluated
from .prediction_facts import PredictionFacts, label_of, one_each
from .validate import RefusedError

#: Examples that the model is asked about at a time.
BATCH = 2048
#: Name of the file that tells which other files are up to date.
INDEX = "predictions.json"

#: Told how many rows are done, and of how many (None: not known yet). It raises what ends the work.
Progress = Callable[[int, "int | None"], None]


def kept_file(evaluated: Evaluated, entry: str) -> str | None:
    """Return the path of what is there already: ``predictions`` or ``model``, as the index names it."""
    import tensorflow as tf

    index = _index(evaluated)
    found = index.get(entry)
    if index.get("key") != evaluated.key or not isinstance(found, dict):
        return None
    path = posixpath.join(evaluated.folder, str(found.get("file")))
    return path if tf.io.gfile.exists(path) else None


def make_predictions(evaluated: Evaluated, progress: Progress) -> str:
    """Predict, and return the path of the file: nobody sees it before it is whole.

    Raises:
        RefusedError: the model or the examples do not allow it.
    """
    total = _count(evaluated)
    progress(0, total)
    columns = Columns()
    try:
        facts = PredictionFacts(evaluated)
        for batch in _batches(evaluated):
            predicted = _predict(batch, evaluated, facts)
            columns.add(*predicted)
            progress(columns.rows, max(total, columns.rows))
        if columns.rows == 0:
            raise RefusedError(f"The split {', '.join(evaluated.splits)} has no examples to predict.")
        metadata = facts.metadata(columns.rows)
        with tempfile.TemporaryDirectory() as folder:
            local = os.path.join(folder, "predictions.arrow")
            columns.write(local, {"jupyterlab-tfx": json.dumps(metadata)})
            name = f"predictions-{evaluated.key}.arrow"
            size = os.path.getsize(local)
            path = keep(evaluated, local, name)
        update_index(evaluated, {"predictions": {"file": name, "size": size}})
        return path
    finally:
        columns.close()


def keep(evaluated: Evaluated, local: str, name: str) -> str:
    """Put a file of this machine into the evaluation's folder, whole or not at all; return its path."""
    import tensorflow as tf

    path = posixpath.join(evaluated.folder, name)
    part = f"{path}.{os.getpid()}.part"
    try:
        tf.io.gfile.makedirs(evaluated.folder)
        tf.io.gfile.copy(local, part, overwrite=True)
        tf.io.gfile.rename(part, path, overwrite=True)
    except tf.errors.OpError as error:
        with contextlib.suppress(tf.errors.OpError):
            tf.io.gfile.remove(part)
        raise RefusedError(
            f"Predictions are kept in {evaluated.folder}, which cannot be written: {error.message}"
        ) from error
    return path


def update_index(evaluated: Evaluated, entries: Record) -> None:
    """Tell what is kept, to who reads it with no kernel."""
    index = _index(evaluated)
    if index.get("key") != evaluated.key:
        index = {"version": 1, "key": evaluated.key}
    with tempfile.TemporaryDirectory() as folder:
        local = os.path.join(folder, INDEX)
        with open(local, "w", encoding="utf-8") as file:
            json.dump({**index, **entries}, file)
        keep(evaluated, local, INDEX)


def _index(evaluated: Evaluated) -> Record:
    """Return what the index says; nothing where there is none that can be read."""
    import tensorflow as tf

    index: object = None
    path = posixpath.join(evaluated.folder, INDEX)
    with contextlib.suppress(tf.errors.OpError, ValueError), tf.io.gfile.GFile(path) as file:
        index = json.loads(file.read())
    return index if isinstance(index, dict) else {}


def patterns(evaluated: Evaluated) -> Iterator[str]:
    """Yield the patterns of the files with the evaluated examples."""
    from tfx.types import artifact_utils
    from tfx.utils import io_utils

    for split in evaluated.splits:
        for uri in artifact_utils.get_split_uris(list(evaluated.examples), split):
            yield io_utils.all_files_pattern(uri)


def _count(evaluated: Evaluated) -> int:
    """Return how many examples there are: reading them is fast beside predicting."""
    import tensorflow as tf
    from tfx.components.util import tfxio_utils
    from tfx.proto import example_gen_pb2

    kind, _ = tfxio_utils.resolve_payload_format_and_data_view_uri(list(evaluated.examples))
    if kind != example_gen_pb2.PayloadFormat.FORMAT_TF_EXAMPLE:
        name = example_gen_pb2.PayloadFormat.Name(kind)
        raise RefusedError(f"The examples are {name}. Predictions can be made of tf.Examples.")
    count = 0
    try:
        for pattern in patterns(evaluated):
            for file in tf.io.gfile.glob(pattern):
                compression = "GZIP" if file.endswith(".gz") else ""
                data = tf.data.TFRecordDataset(file, compression_type=compression).batch(10_000)
                count += sum(int(records.shape[0]) for records in data)
    except tf.errors.OpError as error:
        raise RefusedError(f"The examples cannot be read: {error.message}") from error
    return count


def _batches(evaluated: Evaluated) -> Iterator[Any]:
    """Yield TFMA's extracts with features, and with what the model's signatures say of them."""
    import tensorflow as tf
    import tensorflow_model_analysis as tfma
    from tensorflow_model_analysis import constants
    from tensorflow_model_analysis.utils import model_util, util
    from tfx.components.util import tfxio_utils
    from tfx_bsl.public.tfxio import RecordBatchesOptions

    schema = _schema(evaluated)
    factory = tfxio_utils.get_tfxio_factory_from_artifact(
        examples=list(evaluated.examples),
        telemetry_descriptors=["jupyterlab-tfx"],
        schema=schema,
        raw_record_column_name=constants.ARROW_INPUT_COLUMN,
    )
    try:
        shared = {
            "": tfma.default_eval_shared_model(
                eval_saved_model_path=evaluated.model_path, eval_config=evaluated.config
            )
        }
        spec = evaluated.spec
        transform, predict = (
            model_util.ModelSignaturesDoFn(
                model_specs=[spec],
                eval_shared_models=shared,
                output_keypath=[keypath],
                signature_names={"": names},
                default_signature_names=defaults,
                prefer_dict_outputs=True,
            )
            for keypath, names, defaults in (
                (
                    constants.TRANSFORMED_FEATURES_KEY,
                    list(spec.preprocessing_function_names),
                    ["transformed_features", "transformed_labels"],
                ),
                (constants.PREDICTIONS_KEY, [spec.signature_name], None),
            )
        )
        transform.setup()
        predict.setup()
    except Exception as error:
        raise RefusedError(
            f"The model in {evaluated.model_path} cannot be loaded: {_short(error)}"
        ) from error
    options = RecordBatchesOptions(batch_size=BATCH, num_epochs=1, shuffle=False)
    for pattern in patterns(evaluated):
        tfxio = factory(pattern)
        representations = tfxio.TensorRepresentations() if schema is not None else {}
        for batch in tfxio.RecordBatches(options):
            place = batch.schema.get_field_index(constants.ARROW_INPUT_COLUMN)
            features = _features(batch, place)
            extracts = {
                constants.ARROW_RECORD_BATCH_KEY: features,
                constants.INPUT_KEY: _raw(batch.column(place)),
                constants.FEATURES_KEY: util.record_batch_to_tensor_values(features, representations),
            }
            try:
                (extracts,) = transform._batch_reducible_process(extracts)
                (extracts,) = predict._batch_reducible_process(extracts)
            except (ValueError, TypeError, tf.errors.OpError) as error:
                raise RefusedError(
                    f"The model's signature {spec.signature_name or 'serving_default'!r} cannot be asked: "
                    f"{_short(error)}"
                ) from error
            yield extracts


def _schema(evaluated: Evaluated) -> Any:
    if evaluated.schema is None:
        return None
    from tfx.utils import io_utils

    return io_utils.SchemaReader().read(io_utils.get_only_uri_in_dir(evaluated.schema))


def _features(batch: Any, raw: int) -> Any:
    """Return the columns that TFMA takes for features: lists of numbers or words."""
    import pyarrow as pa

    kept = [
        field.name
        for index, field in enumerate(batch.schema)
        if index != raw
        and (pa.types.is_list(field.type) or pa.types.is_large_list(field.type))
        and not (pa.types.is_null(field.type.value_type) or pa.types.is_nested(field.type.value_type))
    ]
    return pa.RecordBatch.from_arrays([batch.column(batch.schema.get_field_index(n)) for n in kept], kept)


def _raw(column: Any) -> Any:
    import numpy as np

    return np.asarray(column.flatten())


def _predict(extracts: Any, evaluated: Evaluated, facts: PredictionFacts) -> tuple[int, dict[str, Any]]:
    """Return rows and columns of one batch."""
    import numpy as np
    import pyarrow as pa
    from tensorflow_model_analysis import constants
    from tensorflow_model_analysis.utils import model_util

    features = extracts[constants.ARROW_RECORD_BATCH_KEY]
    rows = features.num_rows
    predicted = facts.prediction(extracts[constants.PREDICTIONS_KEY], rows)
    specs = [evaluated.spec]
    labels = model_util.get_feature_values_for_model_spec_field(
        specs, "label_key", "label_keys", extracts, True
    )
    label = label_of(labels, rows, evaluated.spec.label_key)
    facts.label(label, features)
    columns = {"label": pa.array(label, pa.float64() if label.dtype.kind == "f" else pa.binary())}
    if evaluated.spec.example_weight_key:
        weights = model_util.get_feature_values_for_model_spec_field(
            specs, "example_weight_key", "example_weight_keys", extracts
        )
        if weights is None:
            raise RefusedError(f"The examples have no weight {evaluated.spec.example_weight_key!r}.")
        columns["weight"] = pa.array(one_each(weights, rows).astype(np.float64))
    columns["prediction"] = (
        pa.array(predicted[:, 0])
        if predicted.shape[1] == 1
        else pa.FixedSizeListArray.from_arrays(pa.array(predicted.reshape(-1)), predicted.shape[1])
    )
    for field in features.schema:
        columns[f"feature/{field.name}"] = features.column(features.schema.get_field_index(field.name))
    return rows, columns


def _short(error: BaseException) -> str:
    """Return what an error says, without the data that TFMA puts there and the places of TensorFlow."""
    said = str(error.__cause__ or error).splitlines()
    noise = ("Graph execution error", "Detected at node", "[[", "Defined at", "File ", "The above")
    lines = [line.strip() for line in said if line.strip() and not line.strip().startswith(noise)]
    return (lines or [type(error).__name__])[0][:300]
