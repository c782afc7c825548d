"""Statements as the text of a module: imports first, a blank line where a person would leave one."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable

from .statements import Statement

_INDENT = "    "


def import_lines(statements: Iterable[Statement], more: Iterable[str] = (), local: Iterable[str] = ()) -> str:
    """Return imports in three groups: the standard library's, others', and local ones; each sorted.

    Args:
        statements: Import statements of one name each.
        more: Further import lines.
        local: Modules that are beside the exported one.
    """
    plain: dict[int, set[str]] = {0: set(), 1: set(), 2: set()}
    named: dict[int, dict[str, set[str]]] = {0: {}, 1: {}, 2: {}}
    beside = set(local)
    for text in [*(statement.text for statement in statements), *more]:
        (node,) = ast.parse(text).body
        if isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            group = _group(module, beside)
            named[group].setdefault(module, set()).update(ast.unparse(alias) for alias in node.names)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                plain[_group(alias.name, beside)].add(f"import {ast.unparse(alias)}")
    groups = []
    for group in range(3):
        lines = sorted(plain[group], key=lambda line: line.split()[1].lower())
        for module in sorted(named[group], key=str.lower):
            lines.append(_from_line(module, sorted(named[group][module])))
        if lines:
            groups.append("\n".join(lines))
    return "\n\n".join(groups)


def _from_line(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= 100:  # noqa: PLR2004 - columns
        return line
    return f"from {module} import (\n" + "".join(f"{_INDENT}{name},\n" for name in names) + ")"


def _group(module: str, local: set[str]) -> int:
    top = module.partition(".")[0]
    if top in local or not top:
        return 2
    return 0 if top in sys.stdlib_module_names else 1


def statement_text(statement: Statement) -> str:
    """Return a statement with the comment above it."""
    return f"{statement.comment}\n{statement.text}" if statement.comment else statement.text


def module_text(statements: Iterable[Statement]) -> str:
    """Return statements as they stand in a module."""
    return _joined(list(statements), blank=2)


def body_text(statements: Iterable[Statement]) -> str:
    """Return statements as they stand in a function's body, indented."""
    return indented(_joined(list(statements), blank=1))


def _joined(statements: list[Statement], blank: int) -> str:
    parts: list[str] = []
    before: Statement | None = None
    for statement in statements:
        if before is not None:
            lines = 0
            if statement.spaced or statement.cell is not before.cell:
                lines = 1
            if statement.is_definition or before.is_definition:
                lines = blank
            parts.append("\n" * (lines + 1))
        parts.append(statement_text(statement))
        before = statement
    return "".join(parts)


def indented(text: str) -> str:
    """Indent a text, except for the lines inside of its strings."""
    inside: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.Constant, ast.JoinedStr)) and node.end_lineno is not None:
            is_text = isinstance(node, ast.JoinedStr) or isinstance(node.value, (str, bytes))
            if is_text and _is_one_literal(node, text):
                inside.update(range(node.lineno + 1, node.end_lineno + 1))
    lines = text.split("\n")
    return "\n".join(
        line if number in inside or not line else _INDENT + line for number, line in enumerate(lines, 1)
    )


def _is_one_literal(node: ast.expr, text: str) -> bool:
    """Tell a string in three quotes from several that stand below each other."""
    segment = ast.get_source_segment(text, node) or ""
    return re.match(r"[A-Za-z]{0,2}(\"\"\"|''')", segment) is not None


def wrapped_call(head: str, arguments: list[str], indent: str = "") -> str:
    """Return a call with an argument a line."""
    inside = "".join(f"{indent}{_INDENT}{argument},\n" for argument in arguments)
    return f"{indent}{head}(\n{inside}{indent})"
