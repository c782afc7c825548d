"""The example notebooks: stored clean, and with the module files that their cells write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
MAGIC = "%%writefile "


def code_cells(notebook: Path) -> list[dict[str, Any]]:
    """Return the code cells of a notebook."""
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))
MODULES = [
    pytest.param(text, id=text.split("\n", 1)[0].removeprefix(MAGIC))
    for notebook in NOTEBOOKS
    for cell in code_cells(notebook)
    if (text := "".join(cell["source"])).startswith(MAGIC)
]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_notebooks_are_stored_without_results(notebook: Path) -> None:
    for cell in code_cells(notebook):
        assert (cell["outputs"], cell["execution_count"]) == ([], None), cell["id"]


@pytest.mark.parametrize("text", MODULES)
def test_module_files_are_what_the_cells_write(text: str) -> None:
    """TFX packs all modules of a folder together: one that differs would cost the first run's cache."""
    magic, body = text.split("\n", 1)
    assert (EXAMPLES / magic.removeprefix(MAGIC).strip()).read_text("utf-8") == body.rstrip("\n") + "\n"


def test_every_module_file_is_written_by_a_cell() -> None:
    written = {parameter.id for parameter in MODULES}
    assert {path.name for path in EXAMPLES.glob("*.py")} == written
