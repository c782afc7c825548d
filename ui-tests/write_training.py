"""Writes a run with something for each of TensorBoard's plugins: ``python write_training.py <folder>``."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import tensorflow as tf
from tensorboard.plugins import projector
from tensorboard.plugins.hparams import api as hparams
from tensorboard.plugins.pr_curve import summary as pr_curve


def main(folder: str) -> None:
    """Write it as people do: with TensorFlow's summaries, and with the plugins' own."""
    random = np.random.default_rng(7)
    with tf.summary.create_file_writer(folder).as_default():
        for step in range(3):
            tf.summary.scalar("loss", 1 / (step + 1), step)
            tf.summary.histogram("weights", random.normal(size=100), step)
            tf.summary.image("picture", random.random((1, 8, 8, 3)), step)
            tf.summary.text("note", f"Step {step} of *three*", step)
            curve = pr_curve.pb(
                "curve", random.integers(2, size=50) == 1, random.random(50), num_thresholds=11
            )
            tf.summary.experimental.write_raw_pb(curve.SerializeToString(), step)
        hparams.hparams({"rate": 0.1, "layers": 2})

        @tf.function
        def double(value: tf.Tensor) -> tf.Tensor:
            return value * 2

        tf.summary.trace_on(graph=True)
        double(tf.constant(1.0))
        tf.summary.trace_export("double", 0)
    checkpoint = tf.train.Checkpoint(embedding=tf.Variable(random.random((20, 5)), name="embedding"))
    checkpoint.save(str(Path(folder) / "embedding.ckpt"))
    config = projector.ProjectorConfig()
    config.embeddings.add().tensor_name = "embedding/.ATTRIBUTES/VARIABLE_VALUE"
    projector.visualize_embeddings(folder, config)


if __name__ == "__main__":
    main(sys.argv[1])
