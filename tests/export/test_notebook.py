"""Reading a notebook's cells."""

from __future__ import annotations

import pytest

from jupyterlab_tfx.export.notebook import NotebookError, read_cell, read_cells


@pytest.mark.parametrize(
    ("source", "python"),
    [
        ("a = 1", "a = 1"),
        ("%matplotlib inline\na = 1", "\na = 1"),
        ("!pip install x\na = 1 % 2", "\na = 1 % 2"),
        ("!pip install \\\n  x\na = 1", "\n\na = 1"),
        ("if a:\n    !ls\n", "if a:\n    pass\n"),
        ("text = '''\n%not a magic\n'''", "text = '''\n%not a magic\n'''"),
        ("x = (1\n  % 2)", "x = (1\n  % 2)"),
        ("%time a = f()", "a = f()"),
        ("%timeit -n 10 f()", "f()"),
        ("a = %time f()", "a = f()"),
        ("tfx.dsl?", ""),
        ("%%time\na = 1", "\na = 1"),
        ("%%bash\nls", ""),
        ("%%skip_for_export\na = 1", ""),
    ],
)
def test_magics_are_passed_over(source: str, python: str) -> None:
    assert read_cell("c", 1, source).python == python


@pytest.mark.parametrize(
    ("source", "names"),
    [("files = !ls", ("files",)), ("a, b = %sql x", ("a", "b")), ("%load_ext tensorboard", ())],
)
def test_names_that_a_magic_makes(source: str, names: tuple[str, ...]) -> None:
    (magic,) = read_cell("c", 1, source).magics
    assert magic.names == names


def test_written_file() -> None:
    written = read_cell("c", 1, "%%writefile -a 'a folder/b.py'\nx = 1\n\n").written
    assert written is not None
    assert (written.path, written.text, written.append) == ("a folder/b.py", "x = 1\n", True)


@pytest.mark.parametrize("document", [None, [], {}, {"cells": 3}])
def test_no_notebook(document: object) -> None:
    with pytest.raises(NotebookError, match="no notebook"):
        read_cells(document)


def test_another_language() -> None:
    with pytest.raises(NotebookError, match="written in R"):
        read_cells({"cells": [], "metadata": {"kernelspec": {"language": "R"}}})
