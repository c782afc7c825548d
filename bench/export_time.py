"""Prints the seconds of an export of the examples: by our exporter, and by nbconvert's "script"."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import nbformat
from nbconvert import PythonExporter

from jupyterlab_tfx.export import Options, export_notebook
from jupyterlab_tfx.export.writing import reader

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.ipynb"))
ROUNDS = 15
TARGETS = ("local", "beam", "airflow", "kubeflow")


def ours(path: Path) -> None:
    """Make all files of a pipeline."""
    notebook = json.loads(path.read_text("utf-8"))
    made = export_notebook(
        notebook, Options(notebook=path.name, targets=TARGETS, read_file=reader(path.parent))
    )
    assert made.writable, made.problems  # noqa: S101 - a figure of nothing is none


def theirs(path: Path) -> None:
    """Make the text of a script, with all that the notebook has."""
    exporter = PythonExporter()
    exporter.from_notebook_node(nbformat.reads(path.read_text("utf-8"), as_version=4))


def seconds(export: Callable[[Path], None]) -> float:
    """Return the seconds of a round over the examples, per example."""
    start = time.perf_counter()
    for path in EXAMPLES:
        export(path)
    return (time.perf_counter() - start) / len(EXAMPLES)


if __name__ == "__main__":
    # In turn, as other work of the machine comes and goes; the first round loads what is needed.
    rounds = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS + 1)][1:]
    found = [median(each) for each in zip(*rounds, strict=True)]
    print(json.dumps({"ours": found[0], "theirs": found[1]}))
