"""What predictions are of: the task, the labels, which of the model's outputs, the names of classes."""

from __future__ import annotations

from typing import Any

from ..protocol import Record
from .evaluated import Evaluated
from .validate import RefusedError

#: Dimensions of a batch with a value for each class.
_BY_CLASS = 2


def one_each(values: Any, rows: int) -> Any:
    """Return the only value of each row, as an array of one dimension; NaN or None where a row has none.

    Raises:
        ValueError: rows have several.
    """
    import numpy as np

    if hasattr(values, "dense_shape"):
        given = np.asarray(values.values)
        gap = np.nan if given.dtype.kind in "iuf" else None
        dense = np.full(rows, gap, np.float64 if given.dtype.kind in "iuf" else object)
        places = np.asarray(values.indices)
        if places.shape[1] > 1 and bool((places[:, 1:] != 0).any()):
            raise ValueError("several values")
        dense[places[:, 0]] = given
        return dense
    array = np.asarray(values)
    if array.dtype == object and any(
        hasattr(item, "__len__") for item in array if not isinstance(item, (str, bytes))
    ):
        array = np.array([None if item is None or len(item) == 0 else item[0] for item in array], object)
    if array.size != rows:
        raise ValueError("several values")
    return array.reshape(rows)


def of_output(values: Any, output: str) -> Any:
    """Return what TFMA found for an output: where it has a dictionary, by the output's name."""
    return values.get(output) if isinstance(values, dict) else values


def label_of(values: Any, rows: int, width: int, key: str) -> Any:
    """Return an array with a number or a word for each row; or rows × width, a number for each class.

    Args:
        values: What TFMA found.
        rows: How many there are.
        width: Of a prediction.
        key: The label's name.
    """
    import numpy as np

    if values is None or isinstance(values, dict):
        raise RefusedError(f"The examples have no label {key!r}.")
    try:
        label = one_each(values, rows)
        return label.astype(np.float64 if label.dtype.kind in "biuf" else object)
    except ValueError:
        vectors = _dense(values, rows, width)
    if vectors is None or vectors.shape != (rows, width) or vectors.dtype.kind not in "biuf":
        raise RefusedError(
            f"An example has several labels {key!r}. Predictions can be made where each has one, "
            "or a number for each class."
        )
    return vectors.astype(np.float64)


def _dense(values: Any, rows: int, width: int) -> Any:
    """Return rows × width; of rows of different lengths, the rest is 0, as TFMA has it."""
    import numpy as np

    if not hasattr(values, "dense_shape"):
        return np.asarray(values)
    given, places = np.asarray(values.values), np.asarray(values.indices)
    if given.dtype.kind not in "biuf" or places.shape[1] != _BY_CLASS or int(places[:, 1].max()) >= width:
        return None
    vectors = np.zeros((rows, width), given.dtype)
    vectors[places[:, 0], places[:, 1]] = given
    return vectors


class PredictionFacts:
    """What is found out about the task of an output while it is predicted.

    Args:
        spec: TFMA's specification of the model.
        output: The output; empty where the model has one, or TFMA chooses it.
    """

    def __init__(self, spec: Any, output: str) -> None:
        self.output = output
        self.label_key = str(spec.label_keys.get(output, "") or spec.label_key)
        self.weight_key = str(spec.example_weight_keys.get(output, "") or spec.example_weight_key)
        self._chosen = output or str(spec.prediction_key)
        self._width = 0
        self._classes: list[str] | None = None
        self._is_binary = True
        self._is_multilabel = False
        # Words of the raw label by the number that stands for each; None where there is none.
        self._names: dict[float, set[Any]] | None = {}

    def column(self, name: str) -> str:
        """Return what a column of this output is called."""
        return f"{name}/{self.output}" if self.output else name

    def prediction(self, outputs: Any, rows: int) -> Any:
        """Return float32 predictions, rows × classes (1 for a number), by TFMA's own choice of the output."""
        import numpy as np

        outputs = {name: np.asarray(value) for name, value in outputs.items()}
        for classes in ("all_classes", "classes"):
            names = outputs.get(classes)
            if self._classes is None and names is not None and names.ndim == _BY_CLASS and names.shape[1] > 1:
                self._classes = [_text(name) for name in names[0].tolist()]
        is_only = len(outputs) == 1 and not self.output
        values = next(iter(outputs.values())) if is_only else outputs.get(self._choose(outputs))
        if values is None and self.output:
            raise RefusedError(f"The model has no output {self.output!r}, but {', '.join(sorted(outputs))}.")
        if values is None:
            raise RefusedError(
                f"The model's outputs are {', '.join(sorted(outputs))}. "
                "Name the one to evaluate as the ModelSpec's prediction_key."
            )
        if values.dtype.kind not in "biuf" or values.size == 0 or values.size % rows != 0:
            raise RefusedError("The model's output is no number for each example, nor one for each class.")
        values = values.reshape(rows, -1).astype(np.float32)
        if self._width not in (0, values.shape[1]):
            raise RefusedError("The model's output has another shape for some examples than for others.")
        self._width = values.shape[1]
        self._is_binary = self._is_binary and bool(((values >= 0) & (values <= 1)).all())
        return values

    def _choose(self, outputs: Any) -> str:
        """Return the output that TFMA takes where there are several.

        As in ``prepare_labels_and_predictions`` of TFMA's ``metric_util``.
        """
        if not self._chosen:
            usual = ("scores", "outputs", "predictions", "logistic", "probabilities", "logits")
            self._chosen = next((name for name in usual if name in outputs), "")
        return self._chosen

    def label(self, label: Any, features: Any) -> None:
        """Look at the labels of a batch, and at the raw label beside them, which may name the classes."""
        if label.ndim > 1:
            is_one = (label.sum(axis=1) == 1) & ((label == 0) | (label == 1)).all(axis=1)
            self._is_multilabel = self._is_multilabel or not bool(is_one.all())
        if label.ndim > 1 or label.dtype.kind != "f":
            self._names = None
            return
        self._is_binary = self._is_binary and bool(((label == 0) | (label == 1)).all())
        raw = _raw_label(self.label_key, features)
        if raw is None or self._names is None:
            self._names = None
            return
        for number, word in set(zip(label.tolist(), raw, strict=True)):
            self._names.setdefault(number, set()).add(word)

    def _class_names(self) -> list[str] | None:
        if self._classes or self._names is None:
            return self._classes
        words = [self._names.get(float(number), set()) for number in range(self._width)]
        named = [next(iter(each)) for each in words if len(each) == 1]
        is_each = len(named) == self._width == len(set(named)) == len(self._names)
        return [_text(word) for word in named] if is_each else None

    def metadata(self) -> Record:
        """Return the IPredictedOutput."""
        several = "multilabel" if self._is_multilabel else "multiclass"
        task = several if self._width > 1 else "binary" if self._is_binary else "regression"
        classes = self._class_names() if self._width > 1 else None
        return {
            **({"name": self.output} if self.output else {}),
            "task": task,
            **({"classes": classes} if classes else {}),
            "labelKey": self.label_key,
            **({"weightKey": self.weight_key} if self.weight_key else {}),
            "predictionKey": self._chosen,
        }


def metadata_of(evaluated: Evaluated, outputs: list[PredictionFacts], rows: int) -> Record:
    """Return an IPredictionsMetadata."""
    return {
        "version": 1,
        **(
            {"outputs": [each.metadata() for each in outputs]} if outputs[0].output else outputs[0].metadata()
        ),
        "model": evaluated.model,
        "examples": evaluated.examples_uri,
        "split": ",".join(evaluated.splits),
        "evaluation": evaluated.evaluation,
        "rows": rows,
    }


def _raw_label(label_key: str, features: Any) -> list[Any] | None:
    """Return the words of the feature that a transformed label is named after, one for each row."""
    import pyarrow as pa

    for field in features.schema:
        is_words = pa.types.is_binary(field.type.value_type) or pa.types.is_large_binary(
            field.type.value_type
        )
        if is_words and label_key.startswith(f"{field.name}_"):
            column = features.column(features.schema.get_field_index(field.name))
            values: list[Any] = column.flatten().to_pylist()
            return values if len(values) == features.num_rows else None
    return None


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
