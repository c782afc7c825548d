"""The model of an evaluation, asked about examples that nobody has seen: rows with changed features."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .evaluated import Evaluated
from .example_batches import ExampleBatches
from .validate import RefusedError

#: A feature of a row as the browser has it: None where it is missing.
Value = str | float | Sequence[str | float] | None

#: Examples that are looked at for the types of their features.
_LOOKED_AT = 1000


class AskedModel:
    """A model whose signature takes serialized examples.

    Args:
        evaluated: The evaluation.

    Raises:
        RefusedError: it cannot be loaded, or takes something else.
    """

    def __init__(self, evaluated: Evaluated) -> None:
        import tensorflow as tf
        from tensorflow_model_analysis.utils import model_util

        self.evaluated = evaluated
        try:
            # The signature lives as long as its model.
            self._model = tf.saved_model.load(evaluated.model_path)
            name = evaluated.spec.signature_name
            name = name or model_util.get_default_signature_name_from_model(self._model)
            self.signature = self._model.signatures[name]
        except (OSError, ValueError, KeyError, tf.errors.OpError) as error:
            raise RefusedError(f"The model in {evaluated.model_path} cannot be asked: {error}") from error
        inputs = list(self.signature.structured_input_signature[1].values())
        if [spec.dtype for spec in inputs] != [tf.string]:
            raise RefusedError(
                f"The model's signature {name!r} takes no serialized examples. "
                "What-if is there for signatures that take them."
            )
        self._input = next(iter(self.signature.structured_input_signature[1]))
        self._kinds: dict[str, str] | None = None

    def output(self, key: str) -> str:
        """Return the key of an output: of the evaluated one, else of the only one, where none is given.

        Raises:
            RefusedError: there is no such output.
        """
        outputs = self.signature.structured_outputs
        key = key or str(self.evaluated.spec.prediction_key)
        if key and key not in outputs:
            raise RefusedError(f"The model has no output {key!r}, but {', '.join(sorted(outputs))}.")
        return key or str(next(iter(outputs)))

    def predict(self, examples: Sequence[bytes], output: str) -> Any:
        """Return float32 predictions of an output, rows × classes (1 for a number)."""
        import numpy as np
        import tensorflow as tf

        key = self.output(output)
        try:
            said = self.signature(**{self._input: tf.constant(list(examples), tf.string)})
        except (ValueError, TypeError, tf.errors.OpError) as error:
            raise RefusedError(f"The model cannot be asked about these features: {error}") from error
        return np.asarray(said[key]).reshape(len(examples), -1).astype(np.float32)

    def records(self) -> Iterator[list[bytes]]:
        """Yield the evaluated examples, serialized, in batches: in the order of the predictions."""
        return ExampleBatches(self.evaluated).records()

    @property
    def kinds(self) -> Mapping[str, str]:
        """The fields of tf.Feature that features have: ``bytes_list``, ``float_list`` or ``int64_list``."""
        import tensorflow as tf

        if self._kinds is None:
            self._kinds = {}
            for record in next(self.records(), [])[:_LOOKED_AT]:
                for name, feature in tf.train.Example.FromString(record).features.feature.items():
                    kind = feature.WhichOneof("kind")
                    if kind is not None:
                        self._kinds.setdefault(name, kind)
        return self._kinds

    def example(self, features: Mapping[str, Value], base: bytes | None = None) -> bytes:
        """Return an example with such features, serialized; the others are those of ``base``."""
        import tensorflow as tf

        example = tf.train.Example() if base is None else tf.train.Example.FromString(base)
        for name, value in features.items():
            example.features.feature.pop(name, None)
            values = [] if value is None else [value] if isinstance(value, (str, int, float)) else list(value)
            kind = self.kinds.get(name)
            if not values or kind is None:
                continue
            made = example.features.feature[name]
            if kind == "bytes_list":
                made.bytes_list.value.extend(str(each).encode() for each in values)
            elif kind == "int64_list":
                made.int64_list.value.extend(round(float(each)) for each in values)
            else:
                made.float_list.value.extend(float(each) for each in values)
        return bytes(example.SerializeToString())
