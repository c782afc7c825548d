"""Runs StatisticsGen of the flights on a Flink and in this process, and compares.

``python statistics.py HOST:PORT --folder FOLDER``.

What runs are the notebook's own cells; the Beam arguments are those that the panel makes of the same choice.
"""

from __future__ import annotations

import argparse
import builtins
import json
import os
import time
from pathlib import Path
from typing import Any

from jupyterlab_tfx.beam import arguments_of

NOTEBOOK = Path(__file__).parents[2] / "examples" / "flights.ipynb"
CELLS = ("imports", "constants", "context", "data", "csv-example-gen", "statistics-gen")


def main() -> None:
    """Print what ran and how long it took; fail where the two differ."""
    parser = argparse.ArgumentParser()
    parser.add_argument("endpoint", help="the job server, as host:port")
    parser.add_argument("--folder", required=True, help="where the data and the artifacts go")
    parser.add_argument("--rows", help="of the flights; else as many as the notebook has; all: 336,776")
    given = parser.parse_args()
    os.makedirs(given.folder, exist_ok=True)
    os.chdir(given.folder)
    # InteractiveContext does nothing outside of IPython.
    builtins.__IPYTHON__ = True  # type: ignore[attr-defined]
    names: dict[str, Any] = {"__name__": "flights"}
    for cell in CELLS[:-1]:
        code = source(cell)
        if cell == "constants" and given.rows:
            code = code.replace("ROWS = 20_000", f"ROWS = {None if given.rows == 'all' else int(given.rows)}")
        exec(compile(code, cell, "exec"), names)  # noqa: S102 - the notebook's own cells
    declared = source("statistics-gen").partition("context.run")[0]
    exec(compile(declared, "statistics-gen", "exec"), names)  # noqa: S102 - without its run

    flink = {"runner": "flink", "options": {"endpoint": given.endpoint, "environment": "LOOPBACK"}}
    on_flink = run(names, "Flink", [*arguments_of(flink), "--parallelism=1"])
    here = run(names, "this process", ["--runner=FnApiRunner", "--sdk_container_image=none"])
    if on_flink != here:
        raise SystemExit(f"The statistics differ: {on_flink} and {here}.")
    print(f"The same statistics: {json.dumps(here)}")


def source(cell: str) -> str:
    """Return the code of one of the notebook's cells."""
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    return "".join(next(each["source"] for each in cells if each["id"] == cell))


def run(names: dict[str, Any], where: str, arguments: list[str]) -> dict[str, Any]:
    """Run StatisticsGen; return what is in its statistics, by split."""
    component = names["statistics_gen"]
    start = time.monotonic()
    names["context"].run(component, enable_cache=False, beam_pipeline_args=arguments)
    print(f"StatisticsGen on {where}: {time.monotonic() - start:.1f} s ({' '.join(arguments)})", flush=True)
    (artifact,) = component.outputs["statistics"].get()
    return {split: figures(artifact.uri, split) for split in ("train", "eval")}


def figures(uri: str, split: str) -> dict[str, Any]:
    """Return examples, features, and the sum of the means of those that are numbers."""
    import tensorflow_data_validation as tfdv

    statistics = tfdv.load_stats_binary(os.path.join(uri, f"Split-{split}", "FeatureStats.pb"))
    (dataset,) = statistics.datasets
    means = sum(feature.num_stats.mean for feature in dataset.features)
    return {
        "examples": int(dataset.num_examples),
        "features": len(dataset.features),
        "means": float(f"{means:.8g}"),
    }


if __name__ == "__main__":
    main()
