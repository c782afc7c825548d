"""Places of a notebook that an export must change: relative paths, and what a run has made."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from . import tfx_names
from .files import local_path
from .names import Names, Original


@dataclass
class Marks:
    """What was found in the statements of a notebook, before any is edited."""

    names: Names
    statements: list[Original]
    #: Names whose value comes of what a run has made.
    results: set[str] = field(default_factory=set)
    #: Texts that are paths beside the notebook, with the statement that each stands in.
    paths: list[tuple[Original, ast.expr]] = field(default_factory=list)
    _places: set[tuple[str, int]] = field(default_factory=set)

    def is_path(self, statement: Original, node: ast.expr) -> bool:
        """Tell whether a text is the head of a path beside the notebook."""
        return _place(statement, node) in self._places

    def is_result(self, tree: ast.AST) -> bool:
        """Tell whether an expression asks for what a run has made."""
        return any(self._asks(node) for node in ast.walk(tree))

    def _asks(self, node: ast.AST) -> bool:
        if isinstance(node, ast.Name):
            return node.id in self.results
        if not isinstance(node, ast.Call) or node.args or not isinstance(node.func, ast.Attribute):
            return False
        channel = node.func.value
        owner = channel.value if isinstance(channel, ast.Subscript) else None
        is_channel = isinstance(owner, ast.Attribute) and owner.attr in ("outputs", "inputs")
        return node.func.attr == "get" and is_channel

    def mark_results(self, statement: Original) -> None:
        """Note the names that a statement gives what a run has made."""
        node = statement.node
        if not isinstance(node, ast.Assign):
            return
        made = any(True for _ in self.names.constructions(node.value))
        if self.names.run_of(node) is not None or (not made and self.is_result(node.value)):
            for target in node.targets:
                self.results |= {n.id for n in ast.walk(target) if isinstance(n, ast.Name)}

    def mark_paths(self, statement: Original) -> None:
        """Note the relative paths that a statement gives to a component, a context or ``os.path.abspath``."""
        for node in ast.walk(statement.node):
            if not isinstance(node, ast.Call):
                continue
            path = self.names.dotted(node.func)
            wanted = {"pipeline_root"} if tfx_names.is_context_class(path) else tfx_names.PATH_ARGUMENTS
            for name, value in self.names.arguments(node):
                if name in wanted:
                    self._mark_path(statement, value)
            if path == "os.path.abspath" and node.args:
                self._mark_path(statement, node.args[0])

    def _mark_path(self, statement: Original, value: ast.expr) -> None:
        """Mark the text at the head of a path, where it is relative."""
        head = value.values[0] if isinstance(value, ast.JoinedStr) and value.values else value
        if isinstance(head, ast.Constant) and isinstance(head.value, str):
            if local_path(head.value) is not None:
                self._places.add(_place(statement, value))
                self.paths.append((statement, value))
        elif isinstance(value, ast.Name):
            assigned = self.names.assigned_before(value.id, statement.position)
            if assigned is not None:
                self._mark_path(self.statements[assigned[0]], assigned[1])
        elif isinstance(value, ast.Call) and value.args:
            called = self.names.dotted(value.func)
            if called in ("os.path.join", "pathlib.Path", "str"):
                self._mark_path(statement, value.args[0])


def _place(statement: Original, node: ast.expr) -> tuple[str, int]:
    return statement.cell.id, statement.text.span(node)[0]


def mark(names: Names, statements: list[Original]) -> Marks:
    """Look at all statements."""
    marks = Marks(names, statements)
    for statement in statements:
        marks.mark_paths(statement)
        marks.mark_results(statement)
    return marks
