"""Fingerprints of module files and data, and what is told when they change."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from jupyterlab_tfx.kernel.files import (
    MAX_FILES,
    Watch,
    data_fingerprint,
    file_record,
    is_imported_itself,
    left_copy,
    module_fingerprint,
)


def test_module_is_told_by_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    assert module_fingerprint(str(file)) is None
    file.write_text("x = 1")
    first = module_fingerprint(str(file))
    os.utime(file, (1, 1))
    assert module_fingerprint(str(file)) == first
    file.write_text("x = 2")
    assert module_fingerprint(str(file)) not in (first, None)
    assert module_fingerprint(str(tmp_path)) is None


def test_data_is_told_by_names_sizes_and_times(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert data_fingerprint(str(folder)) is None
    folder.mkdir()
    assert data_fingerprint(str(folder)) is None
    (folder / "part").mkdir()
    file = folder / "part" / "a.csv"
    file.write_text("1")
    seen = [data_fingerprint(str(folder))]
    os.utime(file, (1, 1))
    seen.append(data_fingerprint(str(folder)))
    file.rename(folder / "part" / "b.csv")
    seen.append(data_fingerprint(str(folder)))
    (folder / "c.csv").write_text("1")
    seen.append(data_fingerprint(str(folder)))
    seen.append(data_fingerprint(str(folder / "c.csv")))
    assert len({*seen, None}) == 6
    assert data_fingerprint(str(folder)) == seen[3]
    (folder / "gone").symlink_to("nowhere")
    assert data_fingerprint(str(folder)) not in {*seen, None}
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.csv")).touch()
    assert data_fingerprint(str(folder)) not in {*seen, None}


def test_large_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only so many files are looked at, and always the same ones."""
    assert MAX_FILES >= 1000
    monkeypatch.setattr("jupyterlab_tfx.kernel.files.MAX_FILES", 3)
    for number in range(6):
        (tmp_path / f"{number}.csv").write_text("1")
    first = data_fingerprint(str(tmp_path))
    (tmp_path / "5.csv").write_text("12")
    assert data_fingerprint(str(tmp_path)) == first
    (tmp_path / "0.csv").write_text("12")
    assert data_fingerprint(str(tmp_path)) != first


def test_watch_tells_each_change_once(tmp_path: Path) -> None:
    module, data = tmp_path / "a.py", tmp_path / "data"
    module.write_text("x = 1")
    data.mkdir()
    watch = Watch()
    watch.add(file_record(str(module), "module"))
    watch.add(file_record(str(data), "data"))
    assert watch.check() == []
    module.write_text("x = 2")
    assert [record["path"] for record in watch.check()] == [str(module)]
    assert watch.check() == []
    (data / "a.csv").write_text("1")
    assert [record["path"] for record in watch.check()] == [str(data)]
    module.unlink()
    assert watch.check() == [{"path": str(module), "role": "module", "fingerprint": None}]
    assert watch.check() == []
    module.write_text("x = 2")
    (back,) = watch.check()
    assert back["fingerprint"] == module_fingerprint(str(module))
    assert watch.check() == []
    assert sorted(record["path"] for record in watch.records()) == sorted([str(module), str(data)])


def test_touched_module_is_no_change(tmp_path: Path) -> None:
    module = tmp_path / "a.py"
    module.write_text("x = 1")
    watch = Watch()
    watch.add(file_record(str(module), "module"))
    watch.check()
    os.utime(module, (1, 1))
    assert watch.check() == []


def test_watch_looks_at_what_is_there_now(tmp_path: Path) -> None:
    """A run may tell of the file as it was when its code was packaged."""
    module = tmp_path / "a.py"
    module.write_text("x = 1")
    old = file_record(str(module), "module")
    module.write_text("x = 2")
    watch = Watch()
    watch.add(old)
    assert watch.records()[0]["fingerprint"] == module_fingerprint(str(module))


def test_copy_that_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module, temporary, mine = tmp_path / "work" / "a.py", tmp_path / "tmp", tmp_path / "mine"
    for folder in (module.parent, temporary / "x", mine):
        folder.mkdir(parents=True)
    module.write_text("new")
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    monkeypatch.setattr(sys, "path", [str(mine), str(temporary / "x")])
    assert left_copy(str(module)) is None
    (temporary / "x" / "a.py").write_text("old")
    assert left_copy(str(module)) == str(temporary / "x" / "a.py")
    # A module that the person has on the path comes first, and is none of TFX's.
    (mine / "a.py").write_text("mine")
    assert left_copy(str(module)) is None


def test_module_in_a_folder_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The notebook's own folder is on the path as an empty string; being temporary makes it no copy."""
    module = tmp_path / "a.py"
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(sys, "path", ["", str(tmp_path / "x")])
    monkeypatch.chdir(tmp_path)
    assert not is_imported_itself(str(module))
    module.write_text("new")
    assert is_imported_itself(str(module))
    assert left_copy(str(module)) is None
    monkeypatch.setattr(sys, "path", [str(tmp_path / "x"), ""])
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "a.py").write_text("old")
    assert not is_imported_itself(str(module))
    assert left_copy(str(module)) == str(tmp_path / "x" / "a.py")
