"""Runtime parameters, and what may become one."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from .names import Names


@dataclass(frozen=True)
class Parameter:
    """A runtime parameter of the exported pipeline."""

    name: str
    #: ``str``, ``int`` or ``float``.
    kind: str
    #: ``component.argument``, the component by its variable.
    argument: str
    #: Python text of its default.
    default: str


@dataclass(frozen=True)
class Argument:
    """An argument of a component that is a runtime parameter, or may become one."""

    #: ``component.argument``, the component by its variable.
    argument: str
    #: Its Python text in the notebook.
    text: str
    chosen: bool


def kind_of(names: Names, value: ast.expr, position: int, is_path: bool = False) -> str | None:
    """Return the type of a runtime parameter for a value; ``None`` where there can be none.

    Args:
        names: What the notebook's names stand for.
        value: The value.
        position: Of the statement that it stands in.
        is_path: Whether a value that the source does not tell is a text.

    Returns:
        ``str``, ``int``, ``float``; or ``message`` for one of protobuf's, which is passed as JSON.
    """
    otherwise = "str" if is_path else None
    if isinstance(value, ast.Name):
        assigned = names.assigned_before(value.id, position)
        return otherwise if assigned is None else kind_of(names, assigned[1], assigned[0], is_path)
    if isinstance(value, ast.Constant):
        kinds = {str: "str", bool: "int", int: "int", float: "float"}
        return kinds.get(type(value.value))
    if isinstance(value, (ast.JoinedStr, ast.BinOp)):
        return "str"
    if not isinstance(value, ast.Call):
        return otherwise
    path = names.dotted(value.func)
    if path.endswith(".RuntimeParameter"):
        return None
    module, _, name = path.rpartition(".")
    if name[:1].isupper() and (".proto" in module or module.endswith("_pb2")):
        return "message"
    return "str" if path.startswith("os.") or path == "str" else otherwise


def many(tree: ast.AST, value: ast.expr, inside: bool = False) -> bool:
    """Tell whether an expression in a statement is evaluated more than once, or in a function."""
    if tree is value:
        return inside
    comprehensions = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
    inside = inside or isinstance(tree, (ast.For, ast.While, ast.FunctionDef, ast.Lambda, *comprehensions))
    return any(many(child, value, inside) for child in ast.iter_child_nodes(tree))
