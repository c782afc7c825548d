"""The evaluated examples as Arrow, batch by batch and with no Beam, by the readers of TFX."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .evaluated import Evaluated
from .validate import RefusedError

#: Examples that the model is asked about at a time.
BATCH = 2048
#: Column that tfx_bsl puts sequences in.
_SEQUENCE = "##SEQUENCE##"


class ExampleBatches:
    """Reads tf.Examples, tf.SequenceExamples, and records of which a DataView tells how to read them.

    Args:
        evaluated: The evaluation.

    Raises:
        RefusedError: the examples have another payload.
    """

    def __init__(self, evaluated: Evaluated) -> None:
        from tfx.components.util import tfxio_utils
        from tfx.proto import example_gen_pb2

        self._evaluated = evaluated
        self._schema = _schema(evaluated)
        examples = list(evaluated.examples)
        try:
            self._payload, self._view = tfxio_utils.resolve_payload_format_and_data_view_uri(examples)
        except ValueError as error:
            raise RefusedError(f"Nothing tells how to read the examples: {error}") from error
        known = example_gen_pb2.PayloadFormat
        is_read = self._payload in (known.FORMAT_TF_EXAMPLE, known.FORMAT_TF_SEQUENCE_EXAMPLE)
        if not is_read and (self._payload != known.FORMAT_PROTO or self._view is None):
            name = known.Name(self._payload)
            raise RefusedError(
                f"The examples are {name}. Predictions can be made of tf.Examples, of tf.SequenceExamples, "
                "and of records with a DataView."
            )

    def patterns(self) -> Iterator[str]:
        """Yield the patterns of the files."""
        from tfx.types import artifact_utils
        from tfx.utils import io_utils

        for split in self._evaluated.splits:
            for uri in artifact_utils.get_split_uris(list(self._evaluated.examples), split):
                yield io_utils.all_files_pattern(uri)

    def count(self) -> int:
        """Return how many examples there are: reading them is fast beside predicting."""
        import tensorflow as tf

        count = 0
        try:
            for pattern in self.patterns():
                for file in tf.io.gfile.glob(pattern):
                    compression = "GZIP" if file.endswith(".gz") else ""
                    data = tf.data.TFRecordDataset(file, compression_type=compression).batch(10_000)
                    count += sum(int(records.shape[0]) for records in data)
        except tf.errors.OpError as error:
            raise RefusedError(f"The examples cannot be read: {error.message}") from error
        return count

    def records(self) -> Iterator[list[bytes]]:
        """Yield the examples, serialized, in batches."""
        from tfx_bsl.tfxio import dataset_util

        for pattern in self.patterns():
            # As tfx_bsl's RecordBatches reads them.
            data = dataset_util.make_tf_record_dataset(pattern, BATCH, False, 1, False, 1, None)
            for batch in data.as_numpy_iterator():
                yield batch.tolist()

    def extracts(self) -> Iterator[dict[str, Any]]:
        """Yield TFMA's extracts: the features, and the serialized examples."""
        import numpy as np
        from tensorflow_model_analysis import constants
        from tensorflow_model_analysis.utils import util

        decode, representations = self._decoder()
        for records in self.records():
            features = _columns(decode(records))
            known = {
                name: each
                for name, each in representations.items()
                if each.WhichOneof("kind") == "sparse_tensor" or name in features.schema.names
            }
            yield {
                constants.ARROW_RECORD_BATCH_KEY: features,
                constants.INPUT_KEY: np.array(records, object),
                constants.FEATURES_KEY: util.record_batch_to_tensor_values(features, known),
            }

    def _decoder(self) -> tuple[Any, Any]:
        """Return what makes a RecordBatch of records, and how columns become tensors."""
        import tensorflow as tf
        from tfx.components.util import tfxio_utils
        from tfx.proto import example_gen_pb2
        from tfx_bsl.coders import example_coder, sequence_example_coder, tf_graph_record_decoder
        from tfx_bsl.tfxio import tensor_to_arrow

        examples = list(self._evaluated.examples)
        if self._payload == example_gen_pb2.PayloadFormat.FORMAT_PROTO:
            view = tf_graph_record_decoder.load_decoder(self._view)
            converter = tensor_to_arrow.TensorsToRecordBatchConverter(view.output_type_specs())
            return lambda records: converter.convert(
                view.decode_record(tf.constant(records, tf.string))
            ), converter.tensor_representations()
        written = None if self._schema is None else self._schema.SerializeToString()
        factory = tfxio_utils.get_tfxio_factory_from_artifact(examples, ["jupyterlab-tfx"], self._schema)
        pattern = next(self.patterns(), "")
        representations = {} if written is None else factory(pattern).TensorRepresentations()
        if self._payload == example_gen_pb2.PayloadFormat.FORMAT_TF_EXAMPLE:
            decoder = example_coder.ExamplesToRecordBatchDecoder(written)
        else:
            known = () if written is None else (written,)
            decoder = sequence_example_coder.SequenceExamplesToRecordBatchDecoder(_SEQUENCE, *known)
        return decoder.DecodeBatch, representations


def _schema(evaluated: Evaluated) -> Any:
    if evaluated.schema is None:
        return None
    from tfx.utils import io_utils

    return io_utils.SchemaReader().read(io_utils.get_only_uri_in_dir(evaluated.schema))


def _columns(batch: Any) -> Any:
    """Return the columns that TFMA takes for features: lists of numbers or words."""
    import pyarrow as pa

    kept = [
        field.name
        for field in batch.schema
        if (pa.types.is_list(field.type) or pa.types.is_large_list(field.type))
        and not (pa.types.is_null(field.type.value_type) or pa.types.is_nested(field.type.value_type))
    ]
    return pa.RecordBatch.from_arrays([batch.column(batch.schema.get_field_index(n)) for n in kept], kept)
