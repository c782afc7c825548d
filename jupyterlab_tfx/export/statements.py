"""What a statement reads, binds and changes."""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Callable
from dataclasses import dataclass, field

from . import tfx_names
from .names import Names
from .notebook import CodeCell

#: Methods that change what they are called on, though their result is used.
_ADDERS = frozenset({"add", "setdefault", "pop", "append"})
BUILTINS = frozenset(dir(builtins)) | {"__file__", "__name__"}


@dataclass
class Statement:
    """A statement of the exported pipeline, or one that may become one."""

    position: int
    #: ``None`` for what the export adds of itself.
    cell: CodeCell | None
    line: int
    text: str
    node: ast.stmt
    #: Comment lines above it.
    comment: str = ""
    #: Whether a blank line is above it in its cell.
    spaced: bool = False
    reads: set[str] = field(default_factory=set)
    #: Names that the bodies of its functions read, when they are called.
    later: set[str] = field(default_factory=set)
    #: Names that have their value from here on.
    binds: set[str] = field(default_factory=set)
    #: Names that it binds in some cases only, or whose value it changes.
    changes: set[str] = field(default_factory=set)
    #: Names that it assigns to, in any case or in some.
    assigns: set[str] = field(default_factory=set)
    #: Names that are parts of others: a change of the key is a change of the value.
    aliases: dict[str, str] = field(default_factory=dict)

    @property
    def is_import(self) -> bool:
        """Whether it is an import statement."""
        return isinstance(self.node, (ast.Import, ast.ImportFrom))

    @property
    def is_definition(self) -> bool:
        """Whether it defines a function or a class."""
        return isinstance(self.node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))

    @property
    def all_names(self) -> set[str]:
        """All names that it binds, changes or reads."""
        return self.reads | self.later | self.binds | self.changes


def make_statement(
    text: str, names: Names, components: set[str], position: int, cell: CodeCell | None = None, line: int = 1
) -> Statement:
    """Read a statement.

    Args:
        text: The statement's Python text, and nothing else.
        names: What the notebook's names stand for.
        components: Names of components: to hand one to a function does not change it.
        position: Where it stands in the notebook's order.
        cell: Its cell.
        line: Its line in the cell.
    """
    (node,) = ast.parse(text).body
    statement = Statement(position, cell, line, text, node)
    table = symtable.symtable(text, "<cell>", "exec")
    bound = {s.get_name() for s in table.get_symbols() if s.is_assigned() or s.is_imported()}
    bound.discard("*")
    statement.assigns = bound
    statement.reads = {s.get_name() for s in table.get_symbols() if s.is_referenced()} - BUILTINS
    for child in table.get_children():
        # A comprehension and the body of a class run at once.
        now = child.get_type() == "class" or child.get_name() in (
            "listcomp",
            "setcomp",
            "dictcomp",
            "genexpr",
        )
        _free(child, statement, now)
    certain = (
        isinstance(node, (ast.Assign, ast.AnnAssign, ast.Import, ast.ImportFrom, ast.With))
        or statement.is_definition
    )
    if isinstance(node, ast.Import) and any("." in a.name and a.asname is None for a in node.names):
        statement.changes = set(bound)  # ``import urllib.parse`` adds to ``urllib``
    elif certain and not isinstance(node, ast.With):
        statement.binds = bound
    elif isinstance(node, ast.With):
        statement.binds, statement.changes = _bound_in_block(node, bound)
    else:
        statement.changes = set(bound)
    if not statement.is_definition:
        _changes(statement, names, components)
    return statement


def _bound_in_block(node: ast.With, bound: set[str]) -> tuple[set[str], set[str]]:
    """Return what a block binds in any case, and what in some cases."""
    certain = {
        target.id
        for child in node.body
        if isinstance(child, ast.Assign)
        for target in child.targets
        if isinstance(target, ast.Name)
    }
    return certain & bound, bound - certain


def _free(table: symtable.SymbolTable, statement: Statement, now: bool) -> None:
    """Add the names that a scope takes from the notebook."""
    found = statement.reads if now else statement.later
    for symbol in table.get_symbols():
        if symbol.is_global() and symbol.get_name() not in BUILTINS:
            found.add(symbol.get_name())
    for child in table.get_children():
        inner = now and (child.get_type() == "class" or child.get_name().endswith(("comp", "genexpr")))
        _free(child, statement, inner)


def _root(node: ast.expr) -> str | None:
    """Return the name at the beginning of ``a.b[c].d(e)``."""
    while True:
        if isinstance(node, ast.Name):
            return node.id
        if isinstance(node, (ast.Attribute, ast.Subscript, ast.Starred)):
            node = node.value
        elif isinstance(node, ast.Call):
            node = node.func
        else:
            return None


def _changes(statement: Statement, names: Names, components: set[str]) -> None:
    """Find the names whose values a statement changes."""

    def changed(node: ast.expr) -> None:
        name = _root(node)
        if name is not None and name not in names.imports:
            statement.changes.add(name)
            statement.reads.add(name)

    for node in ast.walk(statement.node):
        if isinstance(node, (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Delete)):
            targets = node.targets if isinstance(node, (ast.Assign, ast.Delete)) else [node.target]
            for target in targets:
                if isinstance(target, (ast.Attribute, ast.Subscript)):
                    changed(target)
                elif isinstance(node, ast.AugAssign) and isinstance(target, ast.Name):
                    statement.reads.add(target.id)
                    statement.binds.discard(target.id)
                    statement.changes.add(target.id)
        if isinstance(node, ast.Assign) and isinstance(node.value, (ast.Call, ast.Attribute, ast.Subscript)):
            _assigned_part(statement, node, names, components)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            _called(node.value, names, components, changed)


def _assigned_part(statement: Statement, node: ast.Assign, names: Names, components: set[str]) -> None:
    """``spec = config.specs.add()``: what changes ``spec`` changes ``config``."""
    owner = _root(node.value)
    target = node.targets[0]
    if owner is None or owner in names.imports or owner in components or not isinstance(target, ast.Name):
        return
    if isinstance(node.value, ast.Call):
        method = node.value.func.attr if isinstance(node.value.func, ast.Attribute) else ""
        if method not in _ADDERS:
            return
        statement.changes.add(owner)
    statement.aliases[target.id] = owner


def _called(call: ast.Call, names: Names, components: set[str], changed: Callable[[ast.expr], None]) -> None:
    """Find what an expression changes that stands alone: it is there for nothing else."""
    path = names.dotted(call.func)
    if tfx_names.SHOWS.match(path):
        return
    if isinstance(call.func, ast.Attribute):
        changed(call.func.value)
    fills = path.rpartition(".")[2] in tfx_names.FILLS_ARGUMENT
    own = isinstance(call.func, ast.Name) and call.func.id not in names.imports
    if fills or own:
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
            if isinstance(argument, ast.Name) and argument.id not in components:
                changed(argument)
