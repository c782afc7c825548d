"""The committed artifacts: one of every type of TFX, with documents as they are made today."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

from jupyterlab_tfx.artifacts import LocalFiles, make_document
from jupyterlab_tfx.protocol import Record

FOLDER = Path(__file__).parents[2] / "fixtures" / "artifacts"
DOCUMENTS = sorted(FOLDER.glob("*/*.document.json"))


def standard_types() -> set[str]:
    """TFX's types, from the source of the module: to import it takes seconds."""
    spec = importlib.util.find_spec("tfx")
    assert spec
    assert spec.origin
    source = (Path(spec.origin).parent / "types" / "standard_artifacts.py").read_text()
    return set(re.findall(r'^    TYPE_NAME = "(\w+)"', source, re.MULTILINE))


def uri_of(path: Path) -> Path:
    """Where the artifact's files are: a value's URI is its file."""
    folder = path.with_name(path.name.removesuffix(".document.json"))
    return folder / "value" if (folder / "value").is_file() else folder


def test_every_type_has_one() -> None:
    types = {path.parent.name for path in DOCUMENTS}
    assert len(standard_types()) > 20
    assert standard_types() - types == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.name.split('.')[0]}")
def test_document_is_up_to_date(path: Path, tmp_path: Path) -> None:
    document: Record = json.loads(path.read_text())
    fields = ("id", "type", "uri", "name", "state", "splits", "properties", "customProperties")
    uri = uri_of(path)
    # Git keeps no empty folder.
    files = LocalFiles(uri if uri.exists() else tmp_path)
    assert make_document({name: document[name] for name in fields}, files) == document


def test_nothing_tells_where_it_was_made() -> None:
    for path in FOLDER.glob("*/**/*"):
        if path.is_file():
            data = path.read_bytes()
            assert not re.search(rb"site-packages|/home/|/Users/|\.venv", data), path
            assert data.count(b"/tmp/") == data.count(b"/tmp/pipeline"), path
