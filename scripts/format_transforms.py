"""Transform graphs whose features are made in ways that the examples do not have."""

# ruff: noqa: D103, PLR2004
from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import tensorflow as tf
import tensorflow_transform as tft
import tensorflow_transform.beam as tft_beam
from tensorflow_transform.tf_metadata import dataset_metadata, schema_utils

RAW = {
    "a": tf.io.FixedLenFeature([], tf.float32),
    "b": tf.io.VarLenFeature(tf.string),
    "c": tf.io.FixedLenFeature([], tf.int64),
    "unused": tf.io.FixedLenFeature([], tf.int64),
}
ROWS = [{"a": float(i), "b": ["x", "y"][: i % 3], "c": i, "unused": 1} for i in range(9)]


def preprocessing_fn(inputs: dict[str, Any]) -> dict[str, Any]:
    a, b, c = inputs["a"], inputs["b"], inputs["c"]
    return {
        "scaled": tft.scale_to_z_score(a),
        "words": tft.compute_and_apply_vocabulary(b, vocab_filename="b_words"),
        "sum": a + tf.cast(c, tf.float32),
        "same": c,
        "same_sparse": b,
        "zeros": tf.zeros_like(a),
        "ones": tf.fill([tf.shape(c)[0], 1], 1.0),
        "mapped": tf.map_fn(lambda x: x * 2.0, a),
        "branched": tf.cond(tf.reduce_any(c > 3), lambda: a, lambda: -a),
    }


def make_transforms(folder: Path) -> None:
    metadata = dataset_metadata.DatasetMetadata(schema_utils.schema_from_feature_spec(RAW))
    for name, v1 in (("transform-1", True), ("transform-2", False)):
        with tempfile.TemporaryDirectory() as temporary:
            written = Path(temporary, "out")
            with tft_beam.Context(temp_dir=temporary, force_tf_compat_v1=v1):
                analyzed = (ROWS, metadata) | tft_beam.AnalyzeDataset(preprocessing_fn)
                _ = analyzed | tft_beam.WriteTransformFn(str(written))
            shutil.rmtree(folder / name, ignore_errors=True)
            shutil.copytree(written, folder / name)
