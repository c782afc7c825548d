"""Which names a notebook's cells bind as they now read: what a kernel holds may be of cells that are gone."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import Any

from .names import read_names, read_statements
from .notebook import read_cells
from .tfx_names import is_tfx

#: Magics that bind names which no cell shows.
_ELSEWHERE = re.compile(r"%(run|load|store|load_ext)\b")


@dataclass(frozen=True)
class CellNames:
    """What the cells bind, and what they call."""

    bound: frozenset[str]
    #: The last part of each dotted path that is called, such as ``StatisticsGen``.
    called: frozenset[str]


def cell_names(notebook: Any) -> CellNames | None:
    """Return the names of a notebook's cells; None where they do not tell all of them.

    They do not where a cell is no Python, or takes names from a file.

    Args:
        notebook: The notebook document, nbformat 4.

    Raises:
        NotebookError: it is no notebook in Python.
    """
    cells = read_cells(notebook)
    statements, broken = read_statements(cells)
    names = read_names(statements)
    stars = [module for module in names.stars if not is_tfx(module)]
    elsewhere = any(_ELSEWHERE.match(magic.text) for cell in cells for magic in cell.magics)
    if broken or stars or elsewhere:
        return None
    bound, called = set[str](), set[str]()
    for statement in statements:
        for node in ast.walk(statement.node):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                bound.add(node.id)
            elif isinstance(node, ast.alias):
                bound.add(node.asname or node.name.partition(".")[0])
            elif isinstance(node, ast.Call):
                called.add(names.dotted(node.func).rpartition(".")[2])
    return CellNames(frozenset(bound), frozenset(called))
