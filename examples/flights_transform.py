"""Features of the flights."""

import tensorflow as tf
import tensorflow_transform as tft

NUMBERS = [
    *['distance', 'temp', 'humid', 'wind_speed', 'precip', 'pressure', 'visib'],
    *['plane_year', 'seats'],
]
WORDS = ['carrier', 'origin', 'dest', 'weekday', 'manufacturer']
HOUR = 'hour'
HOURS = 8
LABEL = 'late'


def preprocessing_fn(inputs):
    """Scales the numbers, puts the hour into buckets, numbers the words."""
    outputs = {}
    for key in NUMBERS:
        values = tft.scale_to_z_score(tf.cast(inputs[key], tf.float32))
        # 0 is the mean: what is missing counts as average.
        outputs[transformed(key)] = _dense(values, default=0.0)
    for key in WORDS:
        # What is missing counts as a word that is not in the vocabulary.
        outputs[transformed(key)] = tft.compute_and_apply_vocabulary(
            _dense(inputs[key], default=''), num_oov_buckets=1, vocab_filename=key
        )
    outputs[transformed(HOUR)] = tft.bucketize(inputs[HOUR], num_buckets=HOURS)
    outputs[transformed(LABEL)] = inputs[LABEL]
    return outputs


def transformed(key):
    """Name of a transformed feature. It is another one, so that Evaluator slices by the raw feature."""
    return f'{key}_xf'


def _dense(values, default):
    """A feature that may be missing is sparse: puts a default in its gaps."""
    if not isinstance(values, tf.SparseTensor):
        return values
    return tft.sparse_tensor_to_dense_with_shape(values, [None, 1], default_value=default)
