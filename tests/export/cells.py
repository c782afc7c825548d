"""Small notebooks for the tests, from the text of their cells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jupyterlab_tfx.export import Export, Options, export_notebook
from jupyterlab_tfx.export.writing import reader, seen_from

ROOT = Path(__file__).parents[2]
#: The notebooks whose exports are proven, with the context where there are several.
NOTEBOOKS = [
    *((ROOT / "examples" / name, None) for name in ("penguins.ipynb", "flights.ipynb")),
    *(
        (path, context)
        for path in sorted((ROOT / "fixtures/notebooks").glob("*.ipynb"))
        for context in (("schema_context", "train_context") if path.stem == "two_contexts" else (None,))
    ),
]

START = """
import os
from tfx import v1 as tfx
from tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext
context = InteractiveContext('name', '/root')
"""


def notebook(*cells: str) -> dict[str, Any]:
    """Return a notebook with these code cells."""
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {},
        "cells": [
            {"id": f"c{number}", "cell_type": "code", "source": source}
            for number, source in enumerate(cells, 1)
        ],
    }


def export(*cells: str, **options: Any) -> Export:
    """Export a notebook that begins with the usual imports, and then has these cells."""
    return export_notebook(notebook(START, *cells), Options(**options))


def export_file(path: Path, out: Path, context: str | None, **options: Any) -> Export:
    """Export a notebook file, as for a folder."""
    given = Options(
        notebook=path.name,
        folder=seen_from(out, path.parent),
        context=context,
        read_file=reader(path.parent),
        **options,
    )
    return export_notebook(json.loads(path.read_text("utf-8")), given)


def body(export: Export) -> str:
    """Return the statements of ``create_pipeline`` up to its list of components, not indented."""
    text = export.files["pipeline.py"].split('    """\n', 1)[1].split("    components = [", 1)[0]
    return "\n".join(line.removeprefix("    ") for line in text.strip().split("\n"))


def constants(export: Export) -> str:
    """Return what is above ``create_pipeline``."""
    return export.files["pipeline.py"].split("\n\n\ndef create_pipeline", 1)[0]


def codes(export: Export) -> list[tuple[str, str, int | None]]:
    """Return code, severity and cell of each problem."""
    return [(problem.code, problem.severity, problem.cell) for problem in export.problems]
