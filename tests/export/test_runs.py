"""The exported penguins run to the pushed model, each runner as a person starts it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from jupyterlab_tfx.export.writing import write_files

from .cells import ROOT, export_file

NODES = {
    *("CsvExampleGen", "StatisticsGen", "SchemaGen", "ExampleValidator"),
    *("Transform", "Trainer", "Evaluator", "Pusher"),
}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exported example, and its data, in a folder without the notebook's module files."""
    from palmerpenguins import load_penguins

    folder = tmp_path_factory.mktemp("penguins")
    shutil.copy(ROOT / "examples/penguins.ipynb", folder)
    (folder / "data/penguins").mkdir(parents=True)
    load_penguins().to_csv(folder / "data/penguins/penguins.csv", index=False)
    out = folder / "exported"
    write_files(out, export_file(folder / "penguins.ipynb", out, None, targets=("local", "beam")).files)
    return out


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("runner", ["local_runner.py", "beam_runner.py"])
def test_the_penguins_run_to_the_pushed_model(exported: Path, runner: str, tmp_path: Path) -> None:
    runs = exported.parent / "runs"
    shutil.rmtree(runs, ignore_errors=True)
    done = subprocess.run(
        [sys.executable, str(exported / runner)],
        cwd=tmp_path,  # wherever it is started: paths begin at the notebook
        env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    (pushed,) = (runs / "penguins-serving").iterdir()
    assert (pushed / "saved_model.pb").is_file()
    agreed = subprocess.run(
        [sys.executable, "-m", "tests.penguins_agree", str(runs / "penguins")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert agreed.returncode == 0, agreed.stdout + agreed.stderr
    with sqlite3.connect(runs / "penguins/metadata.sqlite") as store:
        rows = store.execute(
            "SELECT c.name, e.last_known_state FROM Execution e JOIN Association a ON a.execution_id = e.id "
            "JOIN Context c ON c.id = a.context_id JOIN Type t ON t.id = c.type_id WHERE t.name = 'node'"
        ).fetchall()
    assert {name.removeprefix("penguins.") for name, _ in rows} == NODES
    assert {state for _, state in rows} == {3}  # ml_metadata.Execution.COMPLETE
