"""Runs StatisticsGen of the flights on an engine and in this process, and compares what they have written.

``python statistics.py TITLE --choice CHOICE --folder FOLDER``.

What runs are the notebook's own cells. The Beam arguments are those that ``context.run`` is given in a kernel
for the same choice in the panel, after the same checks.
"""

from __future__ import annotations

import argparse
import builtins
import contextlib
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jupyterlab_tfx.kernel.beam_runners import BeamRunners

NOTEBOOK = Path(__file__).parents[2] / "examples" / "flights.ipynb"
CELLS = ("imports", "constants", "context", "data", "csv-example-gen", "statistics-gen")
ROWS = "ROWS = 20_000"
#: Outside of IPython, Beam's default looks for Prism first.
IN_PROCESS = ["--runner=FnApiRunner"]
#: Sums of floats depend on how the workers have divided the rows.
TOLERANCE = 1e-9
#: What is exact whoever computes it. Medians and histograms are approximations: rows were divided otherwise.
NUMBERS = ("mean", "std_dev", "num_zeros", "min", "max")
STRINGS = ("unique", "avg_length")
COMMON = ("num_non_missing", "num_missing", "min_num_values", "max_num_values", "tot_num_values")

Figures = dict[str, float]


def main() -> None:
    """Print what ran and how long it took; end with 1 where the two differ."""
    parser = argparse.ArgumentParser()
    parser.add_argument("title", help="the engine's name")
    parser.add_argument("--choice", required=True, type=json.loads, help="a BeamChoice of the protocol")
    parser.add_argument("--folder", required=True, help="where the data and the artifacts go")
    parser.add_argument("--rows", help="of the flights; else as many as the notebook has; all: 336,776")
    given = parser.parse_args()
    os.makedirs(given.folder, exist_ok=True)
    os.chdir(given.folder)
    with step("Importing TFX"):
        names = declare(given.rows)
        names["context"].beam_pipeline_args = IN_PROCESS
    with step(f"CsvExampleGen in this process, {names['ROWS'] or 336_776:,} flights"):
        exec(compile(source("csv-example-gen"), "csv-example-gen", "exec"), names)  # noqa: S102 - as below
        exec(compile(declaration("statistics-gen"), "statistics-gen", "exec"), names)  # noqa: S102 - as below
    runners = BeamRunners()
    runners.answer({"kind": "use-beam", "choices": {"notebook": given.choice, "components": {}}})
    runners.ensure_usable(names["statistics_gen"], given.choice)
    chosen = runners.decide(names["statistics_gen"], names["context"], None)
    if chosen is None or not chosen.arguments:
        sys.exit("The choice has no Beam arguments.")
    engine = run(names, f"StatisticsGen on {given.title}", chosen.arguments)
    here = run(names, "StatisticsGen in this process", IN_PROCESS)
    different = differences(engine, here)
    for sentence in different[:20]:
        print(sentence)
    if different:
        sys.exit(f"{len(different)} of {len(here):,} figures differ.")
    splits = sorted({name.partition(",")[0] for name in here})
    print(f"\nThe same statistics: {len(here):,} figures of the splits {' and '.join(splits)} agree:")
    for split in splits:
        rows, features = here[f"{split}, examples"], here[f"{split}, features"]
        print(f"  {split}: {rows:,.0f} examples, {features:.0f} features")


@contextlib.contextmanager
def step(what: str) -> Iterator[None]:
    """Print what is done, and how long it took."""
    print(f"{what} …", end=" ", flush=True)
    start = time.monotonic()
    yield
    print(f"{time.monotonic() - start:.1f} s", flush=True)


def declare(rows: str | None) -> dict[str, Any]:
    """Run the notebook's cells before the first component; return its names."""
    # InteractiveContext does nothing outside of IPython.
    builtins.__IPYTHON__ = True  # type: ignore[attr-defined]
    names: dict[str, Any] = {"__name__": "flights"}
    for cell in CELLS[:-2]:
        code = source(cell)
        if cell == "constants" and rows:
            code = code.replace(ROWS, f"ROWS = {None if rows == 'all' else int(rows)}")
        exec(compile(code, cell, "exec"), names)  # noqa: S102 - the notebook's own cells
    return names


def source(cell: str) -> str:
    """Return the code of one of the notebook's cells."""
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    return "".join(next(each["source"] for each in cells if each["id"] == cell))


def declaration(cell: str) -> str:
    """Return a cell's code without its run."""
    return source(cell).partition("context.run")[0]


def run(names: dict[str, Any], what: str, arguments: list[str]) -> Figures:
    """Run StatisticsGen; return the figures of its statistics, by name."""
    component = names["statistics_gen"]
    with step(what):
        names["context"].run(component, enable_cache=False, beam_pipeline_args=arguments)
    for argument in arguments:
        print(f"  {argument}")
    (artifact,) = component.outputs["statistics"].get()
    return {
        name: value for split in ("train", "eval") for name, value in figures(artifact.uri, split).items()
    }


def figures(uri: str, split: str) -> Figures:
    """Return what is exact in the statistics of a split."""
    import tensorflow_data_validation as tfdv

    statistics = tfdv.load_stats_binary(os.path.join(uri, f"Split-{split}", "FeatureStats.pb"))
    (dataset,) = statistics.datasets
    found = {f"{split}, examples": dataset.num_examples, f"{split}, features": len(dataset.features)}
    for feature in dataset.features:
        of = f"{split}, {'.'.join(feature.path.step)}"
        is_text = feature.WhichOneof("stats") == "string_stats"
        stats = feature.string_stats if is_text else feature.num_stats
        found.update((f"{of}, {name}", getattr(stats.common_stats, name)) for name in COMMON)
        found.update((f"{of}, {name}", getattr(stats, name)) for name in (STRINGS if is_text else NUMBERS))
        if is_text:
            found.update((f"{of}, {top.value!r}", top.frequency) for top in stats.top_values)
    return found


def differences(engine: Figures, here: Figures) -> list[str]:
    """Return what differs, a sentence each."""
    found = []
    for name in sorted(engine.keys() | here.keys()):
        one, other = engine.get(name), here.get(name)
        if one is None or other is None or abs(one - other) > TOLERANCE * max(1, abs(one), abs(other)):
            found.append(f"{name}: {one} on the engine, {other} in this process.")
    return found


if __name__ == "__main__":
    main()
