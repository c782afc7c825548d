"""What a person does without the extension: Google's library reads the file, a data frame shows it as HTML.

``frames.py <kind> <path> <html>`` writes the HTML, and prints the seconds that it took, imports apart.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import tensorflow_data_validation as tfdv
import tensorflow_model_analysis as tfma
from tensorflow_data_validation.utils import display_util


def schema(path: str) -> list[pd.DataFrame]:
    """Make TFDV's own frames: of the features, and of the domains."""
    return list(display_util.get_schema_dataframe(tfdv.load_schema_text(path)))


def statistics(path: str) -> list[pd.DataFrame]:
    """Make a frame of each split's figures: TFDV has none of its own. Charts are left out."""
    frames = []
    for file in sorted(Path(path).glob("*/FeatureStats.pb")):
        (dataset,) = tfdv.load_stats_binary(str(file)).datasets
        frames.append(pd.DataFrame([figures(feature) for feature in dataset.features]))
    return frames


def figures(feature: Any) -> dict[str, object]:
    """Return the figures of a FeatureNameStatistics."""
    stats = getattr(feature, feature.WhichOneof("stats"))
    common = stats.common_stats
    row: dict[str, object] = {
        "name": feature.name or ".".join(feature.path.step),
        "count": common.num_non_missing,
        "missing": common.num_missing,
    }
    names = ("mean", "std_dev", "num_zeros", "min", "median", "max", "unique", "avg_length")
    return row | {name: getattr(stats, name) for name in names if hasattr(stats, name)}


def evaluation(path: str) -> list[pd.DataFrame]:
    """Make a frame of the metrics by slice, filtered by a word and sorted by a metric, as in a cell."""
    result = tfma.load_eval_result(path)
    rows = []
    for key, outputs in result.slicing_metrics:
        metrics = outputs[""][""]
        plain = {name: value.get("doubleValue") for name, value in metrics.items()}
        rows.append({"slice": ", ".join(f"{column} = {value}" for column, value in key), **plain})
    frame = pd.DataFrame(rows)
    return [frame[frame["slice"].str.contains("hour = 3")].sort_values("auc", ascending=False)]


KINDS: dict[str, Callable[[str], list[pd.DataFrame]]] = {
    "schema": schema,
    "statistics": statistics,
    "evaluation": evaluation,
}

if __name__ == "__main__":
    _, kind, source, target = sys.argv
    start = time.perf_counter()
    html = "".join(frame.to_html(max_rows=None) for frame in KINDS[kind](source))
    seconds = time.perf_counter() - start
    Path(target).write_text(html, encoding="utf-8")
    print(seconds)
