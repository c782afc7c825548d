"""Evaluations of every kind of metric and plot, by TFMA itself, for scripts/fixture_runs.py.

TFX's Evaluator writes what `tfma.run_model_analysis` writes. Here it is called without a model: the
predictions are in the examples, made of the real penguins by formulas that are the same on every machine.
"""

# ruff: noqa: D103, D401
from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest import mock

import apache_beam as beam
import fixture_data
import numpy as np
import pandas as pd
import tensorflow as tf
import tensorflow_model_analysis as tfma
from google.protobuf import json_format
from tensorflow_model_analysis import constants
from tensorflow_model_analysis.api import model_eval_lib
from tfx.types import standard_artifacts

SPECIES = ("Adelie", "Chinstrap", "Gentoo")
NUMBERS = ("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g")

#: Grams.
HEAVY = 4200


def penguins(folder: Path) -> pd.DataFrame:
    """The penguins whose numbers are all there, with labels, weights and predictions."""
    path = Path(fixture_data.penguins(folder))
    rows = pd.concat([pd.read_csv(file) for file in sorted(path.rglob("*.csv"))], ignore_index=True)
    rows = rows.dropna(subset=list(NUMBERS)).reset_index(drop=True)
    numbers = rows[list(NUMBERS)].to_numpy(dtype=float)
    numbers = (numbers - numbers.mean(axis=0)) / numbers.std(axis=0)
    labels = rows["species"].map(SPECIES.index).to_numpy()
    centres = np.stack([numbers[labels == each].mean(axis=0) for each in range(len(SPECIES))])
    # Two of the four numbers alone, so that it errs as a model does.
    distances = ((numbers[:, None, 1:3] - centres[None, :, 1:3]) ** 2).sum(axis=2)
    exponents = np.exp(-distances)
    rows["label"] = labels
    rows["probabilities"] = list(exponents / exponents.sum(axis=1, keepdims=True))
    rows["heavy"] = (rows["body_mass_g"] > HEAVY).astype(float)
    rows["probability"] = 1 / (1 + np.exp(-1.5 * numbers[:, 2]))
    rows["other_probability"] = 1 / (1 + np.exp(-1.2 * numbers[:, 0] + 0.3))
    rows["mass"] = rows["body_mass_g"] / 1000
    rows["predicted_mass"] = 4.2 + 0.62 * numbers[:, 2] + 0.1 * numbers[:, 1]
    rows["weight"] = 0.5 + (np.arange(len(rows)) % 4) / 2
    rows["tags"] = [
        [float(s == SPECIES.index("Gentoo")), float(x == "male"), h]
        for s, x, h in zip(labels, rows["sex"], rows["heavy"], strict=True)
    ]
    rows["tag_scores"] = [
        [float(p[2]), float(1 / (1 + np.exp(-n[1]))), float(q)]
        for p, n, q in zip(rows["probabilities"], numbers, rows["probability"], strict=True)
    ]
    return rows


def feature(value: Any) -> tf.train.Feature | None:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        texts = [each.encode() for each in value]
        return tf.train.Feature(bytes_list=tf.train.BytesList(value=texts)) if texts else None
    if isinstance(value, (list, np.ndarray)):
        return tf.train.Feature(float_list=tf.train.FloatList(value=value))
    if isinstance(value, str):
        return tf.train.Feature(bytes_list=tf.train.BytesList(value=[value.encode()]))
    if isinstance(value, (int, np.integer)):
        return tf.train.Feature(int64_list=tf.train.Int64List(value=[int(value)]))
    return None if np.isnan(value) else tf.train.Feature(float_list=tf.train.FloatList(value=[value]))


def write_examples(rows: pd.DataFrame, file: Path) -> None:
    with tf.io.TFRecordWriter(str(file)) as writer:
        for row in rows.to_dict("records"):
            features = {key: each for key, value in row.items() if (each := feature(value)) is not None}
            example = tf.train.Example(features=tf.train.Features(feature=features))
            writer.write(example.SerializeToString())


def at_least(bound: float, *features: str, **values: str) -> dict[str, Any]:
    return {
        "slicing_specs": [{"feature_keys": list(features), "feature_values": values}],
        "threshold": {"value_threshold": {"lower_bound": bound}},
    }


def metric(class_name: str, config: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"class_name": class_name, **({"config": json.dumps(config)} if config else {}), **more}


#: By case: the configuration, and what the case has.
CONFIGS: dict[str, tuple[dict[str, Any], str]] = {
    "classes": (
        {
            "model_specs": [{"label_key": "label", "prediction_key": "probabilities"}],
            "slicing_specs": [
                {},
                {"feature_keys": ["island"]},
                {"feature_keys": ["sex"]},
                {"feature_keys": ["island", "sex"]},
                {"feature_keys": ["year"]},
            ],
            "cross_slicing_specs": [
                {"baseline_spec": {}, "slicing_specs": [{"feature_keys": ["sex"]}]},
                {
                    "baseline_spec": {"feature_values": {"sex": "male"}},
                    "slicing_specs": [{"feature_values": {"sex": "female"}}],
                },
            ],
            "metrics_specs": [
                {
                    "metrics": [
                        metric("ExampleCount"),
                        metric(
                            "SparseCategoricalAccuracy",
                            per_slice_thresholds=[
                                at_least(0.7),
                                at_least(0.8, "island"),
                                at_least(0.9, sex="none"),
                            ],
                            cross_slice_thresholds=[
                                {
                                    "cross_slicing_specs": [
                                        {"baseline_spec": {}, "slicing_specs": [{"feature_keys": ["sex"]}]}
                                    ],
                                    "threshold": {
                                        "value_threshold": {"lower_bound": -0.05, "upper_bound": 0.05}
                                    },
                                }
                            ],
                        ),
                        metric(
                            "MultiClassConfusionMatrixAtThresholds", {"thresholds": [0.2, 0.4, 0.5, 0.6, 0.8]}
                        ),
                        metric("MultiClassConfusionMatrixPlot", {"num_thresholds": 10}),
                    ]
                },
                {
                    "binarize": {"class_ids": {"values": [0, 2]}},
                    "metrics": [
                        metric("Precision"),
                        metric("Recall", threshold={"value_threshold": {"lower_bound": 0.6}}),
                        metric("AUC", {"num_thresholds": 50}),
                        metric("ConfusionMatrixPlot", {"num_thresholds": 20}),
                    ],
                },
                {
                    "binarize": {"top_k_list": {"values": [1, 2]}},
                    "metrics": [metric("Precision"), metric("Recall")],
                },
                {"binarize": {"k_list": {"values": [2]}}, "metrics": [metric("Precision")]},
                {
                    "aggregate": {"micro_average": True},
                    "metrics": [
                        metric("ConfusionMatrixPlot", {"num_thresholds": 20}),
                        metric("AUC", {"num_thresholds": 50}),
                    ],
                },
                {
                    "aggregate": {"macro_average": True, "class_weights": {"0": 1.0, "1": 1.0, "2": 1.0}},
                    "metrics": [metric("AUC", {"num_thresholds": 50}), metric("F1Score")],
                },
            ],
        },
        "several classes, slices crossed and compared",
    ),
    "two-classes": (
        {
            "model_specs": [
                {
                    "name": "candidate",
                    "label_key": "heavy",
                    "prediction_key": "probability",
                    "example_weight_key": "weight",
                },
                {
                    "name": "baseline",
                    "label_key": "heavy",
                    "prediction_key": "other_probability",
                    "example_weight_key": "weight",
                    "is_baseline": True,
                },
            ],
            "slicing_specs": [{}, {"feature_keys": ["island"]}, {"feature_keys": ["island", "sex"]}],
            "metrics_specs": [
                {
                    "model_names": ["candidate", "baseline"],
                    "example_weights": {"weighted": True, "unweighted": True},
                    "metrics": [
                        metric("ExampleCount"),
                        metric("WeightedExampleCount"),
                        metric(
                            "BinaryAccuracy",
                            threshold={
                                "value_threshold": {"lower_bound": 0.7},
                                "change_threshold": {"direction": "HIGHER_IS_BETTER", "absolute": 0.0},
                            },
                            per_slice_thresholds=[
                                {
                                    "slicing_specs": [{"feature_keys": ["island"]}],
                                    "threshold": {
                                        "value_threshold": {"lower_bound": 0.75},
                                        "change_threshold": {
                                            "direction": "HIGHER_IS_BETTER",
                                            "relative": 0.02,
                                        },
                                    },
                                }
                            ],
                        ),
                        metric("AUC", {"num_thresholds": 100}),
                        metric("ConfusionMatrixAtThresholds", {"thresholds": [0.25, 0.5, 0.75]}),
                        metric("CalibrationPlot", {"num_buckets": 10}),
                        metric("ConfusionMatrixPlot", {"num_thresholds": 50}),
                        metric("Calibration"),
                    ],
                }
            ],
        },
        "two classes against a baseline, with weights and without",
    ),
    "regression": (
        {
            "model_specs": [
                {"label_key": "mass", "prediction_key": "predicted_mass", "example_weight_key": "weight"}
            ],
            "slicing_specs": [{}, {"feature_keys": ["species"]}, {"feature_keys": ["year"]}],
            "metrics_specs": [
                {
                    "metrics": [
                        metric("ExampleCount"),
                        metric(
                            "MeanSquaredError",
                            per_slice_thresholds=[
                                {
                                    "slicing_specs": [{}, {"feature_keys": ["species"]}],
                                    "threshold": {"value_threshold": {"upper_bound": 0.2}},
                                }
                            ],
                        ),
                        metric("MeanAbsoluteError"),
                        metric("SquaredPearsonCorrelation"),
                        metric("MeanLabel"),
                        metric("MeanPrediction"),
                        metric("CalibrationPlot", {"num_buckets": 12, "left": 2.5, "right": 6.5}),
                        metric("TotalAttributions"),
                        metric("TotalAbsoluteAttributions"),
                    ]
                }
            ],
            "options": {
                "compute_confidence_intervals": True,
                "confidence_intervals": {"method": "JACKKNIFE"},
            },
        },
        "a number is predicted, intervals by jackknife, attributions",
    ),
    "labels": (
        {
            "model_specs": [{"label_key": "tags", "prediction_key": "tag_scores"}],
            "slicing_specs": [{}, {"feature_keys": ["island"]}],
            "metrics_specs": [
                {
                    "metrics": [
                        metric("ExampleCount"),
                        metric("MultiLabelConfusionMatrixPlot", {"num_thresholds": 10}),
                    ]
                },
                {
                    "binarize": {"class_ids": {"values": [0, 1, 2]}},
                    "metrics": [metric("BinaryAccuracy", {"threshold": 0.4})],
                },
            ],
            "options": {"compute_confidence_intervals": True},
        },
        "several labels at once, intervals by bootstrap",
    ),
    "outputs": (
        {
            "model_specs": [
                {
                    "label_keys": {"species": "label", "heavy": "heavy", "mass": "mass"},
                    "prediction_keys": {
                        "species": "probabilities",
                        "heavy": "probability",
                        "mass": "predicted_mass",
                    },
                    "example_weight_key": "weight",
                }
            ],
            "slicing_specs": [{}, {"feature_keys": ["island"]}, {"feature_keys": ["sex"]}],
            "cross_slicing_specs": [
                {
                    "baseline_spec": {"feature_values": {"island": "Biscoe"}},
                    "slicing_specs": [{"feature_keys": ["island"]}],
                }
            ],
            "metrics_specs": [
                {
                    "output_names": ["species"],
                    "metrics": [
                        metric("ExampleCount"),
                        metric(
                            "SparseCategoricalAccuracy", threshold={"value_threshold": {"lower_bound": 0.8}}
                        ),
                        metric("MultiClassConfusionMatrixPlot", {"thresholds": [0.25, 0.5, 0.75]}),
                    ],
                },
                {
                    "output_names": ["species"],
                    "aggregate": {
                        "weighted_macro_average": True,
                        "class_weights": {"0": 1.0, "1": 1.0, "2": 1.0},
                    },
                    "metrics": [metric("AUC", {"num_thresholds": 50})],
                },
                {
                    "output_names": ["species"],
                    "binarize": {"class_ids": {"values": [0, 1, 2]}},
                    "metrics": [metric("ConfusionMatrixPlot", {"num_thresholds": 20})],
                },
                {
                    "output_names": ["heavy"],
                    "metrics": [
                        metric("ExampleCount"),
                        metric("AUC", {"num_thresholds": 50}),
                        metric("AUCPrecisionRecall", {"num_thresholds": 50}),
                        metric("ConfusionMatrixPlot", {"num_thresholds": 20}),
                        metric("CalibrationPlot", {"num_buckets": 10}),
                    ],
                },
                {
                    "output_names": ["mass"],
                    "metrics": [
                        metric("ExampleCount"),
                        metric("MeanSquaredError"),
                        metric("MeanPrediction"),
                        metric("CalibrationPlot", {"num_buckets": 12, "left": 2.5, "right": 6.5}),
                    ],
                },
            ],
            "options": {"compute_confidence_intervals": True},
        },
        "three outputs, slices held against each other, weights, intervals by bootstrap",
    ),
    "fairness": (
        {
            "model_specs": [{"label_key": "heavy", "prediction_key": "probability"}],
            "slicing_specs": [
                {},
                {"feature_keys": ["sex"]},
                {"feature_keys": ["island"]},
                {"feature_keys": ["species", "sex", "year"]},
            ],
            "metrics_specs": [
                {
                    "metrics": [
                        metric("ExampleCount"),
                        metric(
                            "FairnessIndicators",
                            {"thresholds": [0.1, 0.3, 0.5, 0.7, 0.9]},
                            module="fairness_indicators.fairness_indicators_metrics",
                        ),
                    ]
                }
            ],
        },
        "Fairness Indicators, small slices too",
    ),
}

#: Its other dependencies, such as widgets for older notebooks, are not needed for the metric.
FAIRNESS = "fairness-indicators==0.47.0"


def use_fairness_indicators(folder: Path) -> None:
    """Makes the metric importable, for this process alone."""
    command = ["-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), FAIRNESS]
    subprocess.run([sys.executable, *command], check=True)  # noqa: S603
    sys.path.append(str(folder))


@beam.ptransform_fn
def attributed(extracts: Any) -> Any:
    """What an explainer would give: how far each number is from its mean."""

    def add(batch: dict[str, Any]) -> dict[str, Any]:
        features = batch[constants.FEATURES_KEY]
        names = ("bill_depth_mm", "flipper_length_mm")
        values = {name: np.asarray(features[name]).astype(float).reshape(-1) for name in names}
        return {
            **batch,
            constants.ATTRIBUTIONS_KEY: {
                name: (each - {"bill_depth_mm": 17.2, "flipper_length_mm": 200.9}[name]) / 10
                for name, each in values.items()
            },
        }

    return extracts | beam.Map(add)


def run_evaluations(kept: Any, root: Path) -> None:
    """Every case, as an artifact that the list of fixtures takes."""
    folder = root / "evaluations"
    folder.mkdir(parents=True, exist_ok=True)
    examples = folder / "examples.tfrecord"
    write_examples(penguins(folder / "data"), examples)
    use_fairness_indicators(folder / "packages")
    for case, (config, note) in CONFIGS.items():
        eval_config = json_format.ParseDict(config, tfma.EvalConfig())
        output = folder / case
        shutil.rmtree(output, ignore_errors=True)
        extractors = None
        if case == "regression":
            extractors = tfma.default_extractors(eval_config=eval_config)
            place = next(i for i, each in enumerate(extractors) if "Slice" in each.stage_name)
            extractors.insert(place, tfma.extractors.Extractor("Attributed", attributed()))
        # Without models TFMA takes it that there is no baseline, and refuses thresholds against one.
        with mock.patch.object(model_eval_lib, "_update_eval_config_with_defaults", lambda given, *_: given):
            tfma.run_model_analysis(
                eval_config=eval_config,
                data_location=str(examples),
                output_path=str(output),
                extractors=extractors,
                random_seed_for_testing=1,
            )
        artifact = standard_artifacts.ModelEvaluation()
        artifact.uri = str(output)
        kept.add(case, artifact, f"`tfma.run_model_analysis`: {note}")
