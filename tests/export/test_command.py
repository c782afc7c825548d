"""``jupyter tfx export``, as a person types it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from jupyterlab_tfx.export.command import DIFFERENT, DONE, REFUSED, main

from .cells import ROOT, START, notebook


@pytest.fixture
def penguins(tmp_path: Path) -> Path:
    """A copy of the example."""
    shutil.copy(ROOT / "examples/penguins.ipynb", tmp_path)
    return tmp_path / "penguins.ipynb"


def test_export_and_export_again(penguins: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(penguins), "--to", "local,beam"]) == DONE
    out = penguins.parent / "penguins-pipeline"
    files = sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    assert files == [
        "README.md",
        "beam_runner.py",
        "local_runner.py",
        "modules/penguin_trainer.py",
        "modules/penguin_transform.py",
        "pipeline.py",
        "runtime_parameters.py",
    ]
    assert f"wrote {out / 'pipeline.py'}" in capsys.readouterr().out
    assert main(["export", str(penguins), "--to", "local,beam"]) == DONE
    assert capsys.readouterr().out == "7 of 7 files were as they should be.\n"


def test_check_says_which_file_is_stale(penguins: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(penguins)]) == DONE
    (penguins.parent / "penguins-pipeline/pipeline.py").write_text("", "utf-8")
    (penguins.parent / "penguins-pipeline/local_runner.py").unlink()
    assert main(["export", str(penguins), "--check"]) == DIFFERENT
    said = capsys.readouterr().err
    assert "pipeline.py is not what the notebook gives" in said
    assert "local_runner.py is missing" in said


def test_check_proves_the_pipeline_the_same(penguins: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(penguins)]) == DONE
    assert main(["export", str(penguins), "--check"]) == DONE
    assert "same: 8 nodes, their channels and properties.\n" in capsys.readouterr().out


def test_check_without_tfx_says_so(penguins: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(penguins)]) == DONE
    python = shutil.which("false")
    assert python is not None
    assert main(["export", str(penguins), "--check", "--python", python]) == DIFFERENT
    assert "does not compile: it ended with code 1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["missing.ipynb"], "There is no notebook missing.ipynb."),
        (["text.ipynb"], "text.ipynb cannot be read as a notebook"),
        (["bad.ipynb"], "cell 2, line 1: nowhere is used, but no cell defines it."),
        (["bad.ipynb", "--to", "luigi"], "There is no orchestrator luigi."),
        (["bad.ipynb", "--constant", "nowhere"], "write NAME=VALUE"),
    ],
)
def test_refusals(
    arguments: list[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.ipynb").write_text("no JSON", "utf-8")
    bad = notebook(START, "gen = tfx.components.CsvExampleGen(input_base=nowhere)")
    (tmp_path / "bad.ipynb").write_text(json.dumps(bad), "utf-8")
    assert main(["export", *arguments]) == REFUSED
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "bad-pipeline").exists()


def test_a_constant_mends_an_undefined_name(tmp_path: Path) -> None:
    bad = notebook(START, "gen = tfx.components.CsvExampleGen(input_base=nowhere)")
    path = tmp_path / "bad.ipynb"
    path.write_text(json.dumps(bad), "utf-8")
    assert (
        main(["export", str(path), "--constant", "nowhere='/data'", "--out", str(tmp_path / "out")]) == DONE
    )
    assert "nowhere = '/data'" in (tmp_path / "out/pipeline.py").read_text("utf-8")
