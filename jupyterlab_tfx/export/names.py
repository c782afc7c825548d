"""What the names of a notebook stand for, as far as its source tells."""

from __future__ import annotations

import ast
import posixpath
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

from . import tfx_names
from .notebook import CodeCell
from .source_text import SourceText

#: Methods that give the node back that they are called on.
_RETURNS_ITSELF = "with_"


@dataclass(frozen=True)
class Original:
    """A statement at the notebook's top level, as it stands there."""

    position: int
    cell: CodeCell
    node: ast.stmt
    text: SourceText


@dataclass
class Names:
    """The notebook's imports, assignments, functions, contexts, and makers of components."""

    imports: dict[str, str] = field(default_factory=dict)
    stars: list[str] = field(default_factory=list)
    assigned: dict[str, list[tuple[int, ast.expr]]] = field(default_factory=dict)
    #: Functions and classes whose call makes a node.
    makers: set[str] = field(default_factory=set)
    #: Functions and classes that TFX imports where a node runs: components, executors, artifact types.
    definitions: set[str] = field(default_factory=set)
    contexts: dict[str, ast.Call] = field(default_factory=dict)

    def dotted(self, node: ast.expr) -> str:
        """Return the full dotted path of a name or attribute; empty where it is neither."""
        if isinstance(node, ast.Name):
            if node.id in self.imports:
                return self.imports[node.id]
            known = node.id in self.assigned or node.id in self.makers
            star = next((module for module in self.stars if tfx_names.is_tfx(module)), None)
            return node.id if known or star is None else f"{star}.{node.id}"
        if isinstance(node, ast.Attribute):
            base = self.dotted(node.value)
            return f"{base}.{node.attr}" if base else ""
        return ""

    def construction(self, node: ast.expr) -> ast.Call | None:
        """Return the call that makes a node, under ``.with_id(…)`` and the like."""
        while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if not node.func.attr.startswith(_RETURNS_ITSELF):
                break
            node = node.func.value
        if not isinstance(node, ast.Call):
            return None
        made = tfx_names.makes_node(self.dotted(node.func))
        named = isinstance(node.func, ast.Name) and node.func.id in self.makers
        return node if made or named else None

    def constructions(self, tree: ast.AST) -> Iterator[ast.Call]:
        """Yield the calls in a tree that make nodes."""
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and self.construction(node) is node:
                yield node

    def arguments(self, call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
        """Yield the arguments of a call that have a name, as have an ExampleGen's first and a context's."""
        path = self.dotted(call.func)
        positional: tuple[str, ...] = ("input_base",) if path.endswith("ExampleGen") else ()
        if tfx_names.is_context_class(path):
            positional = tfx_names.CONTEXT_ARGUMENTS
        yield from zip(positional, call.args, strict=False)
        for keyword in call.keywords:
            if keyword.arg is not None:
                yield keyword.arg, keyword.value

    def run_of(self, node: ast.AST) -> tuple[str, ast.expr] | None:
        """Return the context and the component of ``context.run(component)``, alone or assigned."""
        value = node.value if isinstance(node, (ast.Expr, ast.Assign)) else None
        if not isinstance(value, ast.Call) or not isinstance(value.func, ast.Attribute):
            return None
        owner = value.func.value
        if value.func.attr != "run" or not isinstance(owner, ast.Name) or owner.id not in self.contexts:
            return None
        named = [keyword.value for keyword in value.keywords if keyword.arg == "component"]
        component = value.args[0] if value.args else (named[0] if named else None)
        return None if component is None else (owner.id, component)

    def assigned_before(self, name: str, position: int) -> tuple[int, ast.expr] | None:
        """Return what was last assigned to a name before a statement, and the place of that statement."""
        before = [found for found in self.assigned.get(name, []) if found[0] < position]
        return before[-1] if before else None

    def fold(self, node: ast.expr | None, position: int) -> str | None:
        """Return the text that an expression makes, where the source tells; ``abspath`` changes nothing."""
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else None
        if isinstance(node, ast.Name):
            assigned = self.assigned_before(node.id, position)
            return None if assigned is None else self.fold(assigned[1], assigned[0])
        if isinstance(node, ast.JoinedStr):
            return self._joined(node, position)
        if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Div)):
            left, right = self.fold(node.left, position), self.fold(node.right, position)
            if left is None or right is None:
                return None
            return left + right if isinstance(node.op, ast.Add) else posixpath.join(left, right)
        if isinstance(node, ast.Call) and not node.keywords:
            return self._called(node, position)
        return None

    def _joined(self, node: ast.JoinedStr, position: int) -> str | None:
        parts = []
        for part in node.values:
            plain = (
                isinstance(part, ast.FormattedValue) and part.format_spec is None and part.conversion == -1
            )
            value = part.value if isinstance(part, ast.FormattedValue) and plain else part
            text = self.fold(value, position)
            if text is None:
                return None
            parts.append(text)
        return "".join(parts)

    def _called(self, node: ast.Call, position: int) -> str | None:
        path = self.dotted(node.func)
        values = [self.fold(argument, position) for argument in node.args]
        texts = [value for value in values if value is not None]
        if len(texts) != len(values) or not texts:
            return None
        if path in ("os.path.abspath", "os.path.realpath", "pathlib.Path", "str"):
            return texts[0]
        return posixpath.join(*texts) if path == "os.path.join" else None


def read_statements(cells: list[CodeCell]) -> tuple[list[Original], list[tuple[CodeCell, SyntaxError]]]:
    """Return the statements of all cells in the order of the notebook, and the cells that are no Python."""
    found: list[Original] = []
    broken = []
    for cell in cells:
        try:
            tree = ast.parse(cell.python)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of what it says is the person's own to hear in the notebook
                compile(tree, "<cell>", "exec", dont_inherit=True)
        except SyntaxError as error:
            broken.append((cell, error))
            continue
        text = SourceText(cell.python)
        for node in tree.body:
            found.append(Original(len(found), cell, node, text))
    return found, broken


def read_names(statements: list[Original]) -> Names:
    """Read what the names stand for."""
    names = Names()
    for statement in statements:
        for node in _outside_functions(statement.node):
            _read_node(names, node, statement.position)
    for statement in statements:
        _read_maker(names, statement.node)
    return names


def _outside_functions(tree: ast.AST) -> Iterator[ast.AST]:
    yield tree
    if isinstance(tree, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
        return
    for child in ast.iter_child_nodes(tree):
        yield from _outside_functions(child)


def _read_node(names: Names, node: ast.AST, position: int) -> None:
    if isinstance(node, ast.Import):
        for alias in node.names:
            top = alias.name.partition(".")[0]
            names.imports[alias.asname or top] = alias.name if alias.asname else top
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            if alias.name == "*":
                names.stars.append(node.module or "")
            else:
                names.imports[alias.asname or alias.name] = f"{node.module or ''}.{alias.name}"
    elif isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets:
            if isinstance(target, ast.Name):
                names.assigned.setdefault(target.id, []).append((position, node.value))
                if isinstance(node.value, ast.Call):
                    path = names.dotted(node.value.func)
                    if tfx_names.is_context_class(path):
                        names.contexts[target.id] = node.value
                    elif tfx_names.is_container_factory(path):
                        names.makers.add(target.id)


def _read_maker(names: Names, node: ast.stmt) -> None:
    """Find functions and classes whose call makes a node."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        decorators = [d.func if isinstance(d, ast.Call) else d for d in node.decorator_list]
        paths = [names.dotted(decorator) for decorator in decorators]
        if any(tfx_names.is_tfx(path) for path in paths):
            names.definitions.add(node.name)
        if any(tfx_names.is_component_decorator(path) for path in paths):
            names.makers.add(node.name)
            return
        returned = [part.value for part in ast.walk(node) if isinstance(part, ast.Return) and part.value]
        local = {
            target.id
            for part in ast.walk(node)
            if isinstance(part, ast.Assign) and names.construction(part.value) is not None
            for target in part.targets
            if isinstance(target, ast.Name)
        }
        for value in returned:
            if names.construction(value) is not None or (isinstance(value, ast.Name) and value.id in local):
                names.makers.add(node.name)
    elif isinstance(node, ast.ClassDef):
        bases = [names.dotted(base) for base in node.bases]
        if any(tfx_names.is_component_base(base) or base in names.makers for base in bases):
            names.makers.add(node.name)
        if any(tfx_names.is_tfx(base) or base in names.definitions for base in bases):
            names.definitions.add(node.name)
