"""Makes ``fixtures/what-if``: models for the browser.

Run it with ``npm run fixtures:what-if``. The files are those that the kernel side keeps of an evaluation,
called without their keys, and without the paths of the machine.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import tensorflow as tf

from jupyterlab_tfx.kernel import example_batches, frozen_model, predictions
from jupyterlab_tfx.kernel.evaluated import find_evaluated

ROOT = Path(__file__).parents[1]
ARTIFACTS = ROOT / "fixtures" / "artifacts"
TARGET = ROOT / "fixtures" / "what-if"

ALERTS = ("fog", "rain", "wind")


def keep(case: str, evaluation: Path, model: Path, examples: Path) -> None:
    """Predict, freeze, and copy what was kept."""
    evaluated = find_evaluated({}, str(evaluation), str(model), str(examples))
    told = predictions.metadata_of

    def metadata_of(*given: Any) -> dict[str, object]:
        places = {"model": f"Model/{case}", "examples": f"Examples/{case}", "evaluation": case}
        return {**told(*given), **places}

    predictions.metadata_of = metadata_of
    predictions.make_predictions(evaluated, lambda _done, _total: None)
    predictions.metadata_of = told
    frozen_model.make_frozen(evaluated, lambda _done, _total: None)
    (TARGET / case).mkdir(parents=True, exist_ok=True)
    for file in sorted(Path(evaluated.folder).iterdir()):
        entry = file.name.partition("-")[0]
        if file.name != predictions.INDEX:
            shutil.copy(file, TARGET / case / f"{entry}{file.suffix}")


def alerts(folder: Path, several: bool) -> tuple[Path, Path, Path]:
    """Make flights with several alerts or none, and a model of one or several outputs that looks at them."""
    examples = folder / "examples" / "Split-eval"
    examples.mkdir(parents=True)
    with tf.io.TFRecordWriter(str(examples / "data.gz"), "GZIP") as writer:
        for row in range(48):
            example = tf.train.Example()
            features = example.features.feature
            words = [word.encode() for at, word in enumerate(ALERTS) if row >> at & 1]
            if words:
                features["alerts"].bytes_list.value.extend(words)
            features["hour"].float_list.value.append(5 + row % 17)
            features["late"].float_list.value.append(float(len(words) + row % 3 > 2))  # noqa: PLR2004
            if several:
                features["cause"].int64_list.value.append(len(words) % 3)
            writer.write(example.SerializeToString(deterministic=True))

    class Alerted(tf.Module):
        def __init__(self) -> None:
            super().__init__()
            self.weights = tf.Variable([[0.5], [1.25], [-0.75]])
            self.causes = tf.Variable([[1.0, 0.5, 0.0], [0.25, 1.5, 0.0], [0.0, 0.5, 2.0]])

        @tf.function(input_signature=[tf.TensorSpec([None], tf.string, "examples")])
        def serve(self, given: Any) -> Any:
            spec = {"alerts": tf.io.VarLenFeature(tf.string), "hour": tf.io.FixedLenFeature([1], tf.float32)}
            parsed = tf.io.parse_example(given, spec)
            words = tf.sparse.to_dense(parsed["alerts"], default_value="")
            has = tf.cast(tf.reduce_any(words[:, :, None] == tf.constant(ALERTS), axis=1), tf.float32)
            hour = (parsed["hour"] - 12) / 8
            late = {"late": tf.sigmoid(has @ self.weights + hour)}
            return {**late, "cause": tf.nn.softmax(has @ self.causes * hour)} if several else late

    module = Alerted()
    model = folder / "model"
    tf.saved_model.save(module, str(model / "Format-Serving"), signatures=module.serve)
    evaluation = folder / "evaluation"
    evaluation.mkdir()
    spec = {"labelKeys": {"late": "late", "cause": "cause"}} if several else {"labelKey": "late"}
    config = {"evalConfig": {"modelSpecs": [spec]}}
    (evaluation / "eval_config.json").write_text(json.dumps(config))
    return evaluation, model, folder / "examples"


def main() -> None:
    """Make all of them."""
    with tempfile.TemporaryDirectory() as folder:
        evaluation = Path(shutil.copytree(ARTIFACTS / "ModelEvaluation" / "penguins", f"{folder}/penguins"))
        keep("penguins", evaluation, *(ARTIFACTS / kind / "penguins" for kind in ("Model", "Examples")))
        # Batches that have other numbers of alerts at most.
        example_batches.BATCH = 4
        keep("alerts", *alerts(Path(folder) / "alerts", several=False))
        keep("causes", *alerts(Path(folder) / "causes", several=True))


if __name__ == "__main__":
    main()
