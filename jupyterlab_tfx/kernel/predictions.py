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
from .example_batches import ExampleBatches
from .inferred import read_inferred
from .prediction_facts import PredictionFacts, label_of, metadata_of, of_output, one_each
from .validate import RefusedError

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
    batches = ExampleBatches(evaluated)
    total = batches.count()
    progress(0, total)
    columns = Columns()
    try:
        outputs = [PredictionFacts(evaluated.spec, name) for name in evaluated.outputs or ("",)]
        for batch in _batches(evaluated, batches):
            predicted = _predict(batch, evaluated, outputs)
            columns.add(*predicted)
            progress(columns.rows, max(total, columns.rows))
        if columns.rows == 0:
            raise RefusedError(f"The split {', '.join(evaluated.splits)} has no examples to predict.")
        metadata = metadata_of(evaluated, outputs, columns.rows)
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


def _batches(evaluated: Evaluated, batches: ExampleBatches) -> Iterator[Any]:
    """Yield TFMA's extracts with features, and with what the model's signatures say of them."""
    import tensorflow as tf
    import tensorflow_model_analysis as tfma
    from tensorflow_model_analysis import constants
    from tensorflow_model_analysis.utils import model_util

    inferred = read_inferred(evaluated.inferred)
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
    for given in batches.extracts():
        said = inferred and inferred.outputs(given[constants.INPUT_KEY])
        try:
            (extracts,) = transform._batch_reducible_process(given)
            if said is None:
                (extracts,) = predict._batch_reducible_process(extracts)
        except (ValueError, TypeError, tf.errors.OpError) as error:
            raise RefusedError(
                f"The model's signature {spec.signature_name or 'serving_default'!r} cannot be asked: "
                f"{_short(error)}"
            ) from error
        yield extracts if said is None else {**extracts, constants.PREDICTIONS_KEY: said}


def _predict(
    extracts: Any, evaluated: Evaluated, outputs: list[PredictionFacts]
) -> tuple[int, dict[str, Any]]:
    """Return rows and columns of one batch."""
    import numpy as np
    import pyarrow as pa
    from tensorflow_model_analysis import constants
    from tensorflow_model_analysis.utils import model_util

    features = extracts[constants.ARROW_RECORD_BATCH_KEY]
    rows = features.num_rows
    specs = [evaluated.spec]
    labels = model_util.get_feature_values_for_model_spec_field(
        specs, "label_key", "label_keys", extracts, True
    )
    weights = model_util.get_feature_values_for_model_spec_field(
        specs, "example_weight_key", "example_weight_keys", extracts
    )
    columns: dict[str, Any] = {}
    for facts in outputs:
        predicted = facts.prediction(extracts[constants.PREDICTIONS_KEY], rows)
        label = label_of(of_output(labels, facts.output), rows, predicted.shape[1], facts.label_key)
        facts.label(label, features)
        columns[facts.column("label")] = (
            _vectors(label)
            if label.ndim > 1
            else pa.array(label, pa.float64() if label.dtype.kind == "f" else pa.binary())
        )
        if facts.weight_key:
            own = of_output(weights, facts.output)
            if own is None:
                raise RefusedError(f"The examples have no weight {facts.weight_key!r}.")
            columns[facts.column("weight")] = pa.array(one_each(own, rows).astype(np.float64))
        columns[facts.column("prediction")] = (
            pa.array(predicted[:, 0]) if predicted.shape[1] == 1 else _vectors(predicted)
        )
    for field in features.schema:
        columns[f"feature/{field.name}"] = features.column(features.schema.get_field_index(field.name))
    return rows, columns


def _vectors(values: Any) -> Any:
    """Return a column with a list of one size for each row."""
    import pyarrow as pa

    return pa.FixedSizeListArray.from_arrays(pa.array(values.reshape(-1)), values.shape[1])


def _short(error: BaseException) -> str:
    """Return what an error says, without the data that TFMA puts there and the places of TensorFlow."""
    said = str(error.__cause__ or error).splitlines()
    noise = ("Graph execution error", "Detected at node", "[[", "Defined at", "File ", "The above")
    lines = [line.strip() for line in said if line.strip() and not line.strip().startswith(noise)]
    return (lines or [type(error).__name__])[0][:300]
