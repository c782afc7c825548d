"""The runtime parameters of an exported pipeline, read from its source: TFX is not here to ask."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

Record = dict[str, Any]

#: The module by which the exported runner files take values.
_TAKES = "runtime_parameters.py"
#: Modules that may declare some.
_SOURCES = ("pipeline.py", "components.py")
_KINDS = {"str": "string", "int": "integer", "float": "number"}
#: Arguments of ``tfx.dsl.experimental.RuntimeParameter``, in their order.
_ARGUMENTS = ("name", "ptype", "default")


def runtime_parameters(folder: Path) -> list[Record]:
    """Return the RunsParameters of an exported pipeline; none where its runner files take no values."""
    if not (folder / _TAKES).is_file():
        return []
    found: dict[str, Record] = {}
    for name in _SOURCES:
        try:
            tree = ast.parse((folder / name).read_text("utf-8"))
        except (OSError, ValueError, SyntaxError):
            continue
        for node in ast.walk(tree):
            parameter = _parameter(node)
            if parameter is not None:
                found.setdefault(parameter["name"], parameter)
    return list(found.values())


def _parameter(node: ast.AST) -> Record | None:
    if not isinstance(node, ast.Call) or ast.unparse(node.func).rpartition(".")[2] != "RuntimeParameter":
        return None
    given = dict(zip(_ARGUMENTS, node.args, strict=False))
    given.update({each.arg: each.value for each in node.keywords if each.arg})
    name, ptype = given.get("name"), given.get("ptype")
    if not (isinstance(name, ast.Constant) and isinstance(name.value, str)):
        return None
    kind = _KINDS.get(ptype.id) if isinstance(ptype, ast.Name) else None
    default = given.get("default")
    value = default.value if isinstance(default, ast.Constant) else None
    return {
        "name": name.value,
        "kind": kind or "string",
        "value": None if value is None else str(value),
    }
