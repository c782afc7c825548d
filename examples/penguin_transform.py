"""Features of the penguins."""

import tensorflow as tf
import tensorflow_transform as tft

NUMBERS = ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g']
WORDS = ['island', 'sex']
LABEL = 'species'


def preprocessing_fn(inputs):
    """Scales the numbers, and numbers the words and the species."""
    outputs = {}
    for key in NUMBERS:
        # 0 is the mean: what is missing counts as average.
        outputs[transformed(key)] = _dense(tft.scale_to_z_score(inputs[key]), default=0.0)
    for key in WORDS:
        # What is missing counts as a word that is not in the vocabulary.
        outputs[transformed(key)] = tft.compute_and_apply_vocabulary(
            _dense(inputs[key], default=''), num_oov_buckets=1, vocab_filename=key
        )
    outputs[transformed(LABEL)] = tft.compute_and_apply_vocabulary(
        _dense(inputs[LABEL], default=''), vocab_filename=LABEL
    )
    return outputs


def transformed(key):
    """Name of a transformed feature. It is another one, so that Evaluator slices by the raw feature."""
    return f'{key}_xf'


def _dense(values, default):
    """A feature that may be missing is sparse: puts a default in its gaps."""
    if not isinstance(values, tf.SparseTensor):
        return values
    return tft.sparse_tensor_to_dense_with_shape(values, [None, 1], default_value=default)
