"""How statements of the notebook change on their way: runs are taken out, paths and parameters put in."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from . import tfx_names
from .files import LocalFiles, local_path
from .marks import Marks
from .names import Names, Original
from .options import Options
from .parameters import Argument, Parameter, kind_of, many
from .problems import Problem
from .source_text import Edit, apply_edits

#: A call that would be wider is broken into lines.
_COLUMNS = 90
_STATEMENT_LISTS = ("body", "orelse", "finalbody")


@dataclass
class Editor:
    """Edits statements; what it finds on the way is in its fields."""

    names: Names
    marks: Marks
    files: LocalFiles
    options: Options
    #: Names of the exported module that edits refer to.
    base: str
    modules: str
    runtime_parameter: str
    message_to_json: str
    problems: dict[int, list[Problem]] = field(default_factory=dict)
    parameters: dict[int, list[Parameter]] = field(default_factory=dict)
    #: Arguments that are or may become runtime parameters.
    arguments: dict[int, list[Argument]] = field(default_factory=dict)
    #: Statements that stand before the one at a position.
    hoisted: dict[int, list[str]] = field(default_factory=dict)

    def edited(self, statement: Original) -> str:
        """Return a statement's text, edited; empty where nothing is left of it."""
        edits: list[Edit] = []
        if self._drops(statement.node, statement, top=True):
            run = self.names.run_of(statement.node)
            call = run and self.names.construction(run[1])
            if run is None or call is None:
                return ""
            # Declared where it is run: it gets a name.
            name = tfx_names.snake_case(self.names.dotted(call.func).rpartition(".")[2])
            self._edit_tree(statement, run[1], edits)
            return f"{name} = " + apply_edits(statement.text.text, edits, *statement.text.span(run[1]))
        if not self._edit_blocks(statement, statement.node, edits):
            return ""
        self._edit_tree(statement, statement.node, edits)
        start, end = statement.text.span(statement.node)
        return apply_edits(statement.text.text, edits, start, statement.text.trailing(end))

    def expression(self, statement: Original, value: ast.expr) -> str:
        """Return an expression's text, edited."""
        edits: list[Edit] = []
        self._edit_tree(statement, value, edits)
        return apply_edits(statement.text.text, edits, *statement.text.span(value))

    def report(self, statement: Original, node: ast.AST, code: str, message: str) -> None:
        """Note a warning at a place; it counts where the statement is exported."""
        line = getattr(node, "lineno", None)
        problem = Problem(code, "warning", message, statement.cell.id, statement.cell.number, line)
        self.problems.setdefault(statement.position, []).append(problem)

    # What is for the notebook only.

    def _drops(self, node: ast.stmt, statement: Original, top: bool = False) -> bool:
        if self.names.run_of(node) is not None:
            return True
        if not isinstance(node, ast.Expr):
            return False
        value = node.value
        if isinstance(value, (ast.Constant, ast.Name, ast.Attribute, ast.Subscript, ast.JoinedStr)):
            return True
        if not isinstance(value, ast.Call):
            return top
        owner = value.func.value if isinstance(value.func, ast.Attribute) else None
        if isinstance(owner, ast.Name) and owner.id in self.names.contexts:
            return True
        return tfx_names.SHOWS.match(self.names.dotted(value.func)) is not None

    def _edit_blocks(self, statement: Original, node: ast.stmt, edits: list[Edit]) -> bool:
        """Take runs out of the blocks of a statement; tell whether anything is left."""
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            return True
        text, left = statement.text, not getattr(node, "body", None)
        for key in _STATEMENT_LISTS:
            block: list[ast.stmt] = getattr(node, key, None) or []
            kept = [child for child in block if not self._drops(child, statement)]
            nested: list[Edit] = []
            kept = [child for child in kept if self._edit_blocks(statement, child, nested)]
            if not block:
                continue
            if all(isinstance(child, ast.Pass) for child in kept):
                start, end = text.span(block[0])[0], text.span(block[-1])[1]
                if key == "orelse" and isinstance(node, ast.If):
                    start = text.trailing(text.span(node.body[-1])[1])
                    edits.append(Edit(start, text.trailing(end), ""))
                else:
                    edits.append(Edit(start, end, "pass"))
                continue
            left = True
            edits += nested
            for child in block:
                if child not in kept:
                    start, end = text.span(child)
                    end = text.trailing(end)
                    start = text.comment_above(start)
                    edits.append(Edit(max(start - 1, 0), end, ""))
        return left or bool(getattr(node, "handlers", None))

    # What stays, changed.

    def _edit_tree(self, statement: Original, tree: ast.AST, edits: list[Edit]) -> None:
        for call in self.names.constructions(tree):
            self._edit_construction(statement, call, edits)
        text = statement.text
        for node in ast.walk(tree):
            if isinstance(node, (ast.Constant, ast.JoinedStr)) and self.marks.is_path(statement, node):
                edits.append(Edit(*text.span(node), f"os.path.join({self.base}, {text.of(node)})"))
            elif isinstance(node, ast.Call) and node.args:
                path = self.names.dotted(node.func)
                first = node.args[0]
                if not isinstance(first, (ast.Constant, ast.JoinedStr)) or not self.marks.is_path(
                    statement, first
                ):
                    continue
                if path == "os.path.join":
                    edits.append(Edit(*text.span(first), f"{self.base}, {text.of(first)}"))
                elif path == "os.path.abspath":
                    inside = f"os.path.join({self.base}, {text.of(first)})"
                    edits.append(Edit(*text.span(node), inside))

    def _edit_construction(self, statement: Original, call: ast.Call, edits: list[Edit]) -> None:
        variable = _variable(statement.node, call) or tfx_names.snake_case(
            self.names.dotted(call.func).rpartition(".")[2]
        )
        # A function that makes a component does with its arguments what it likes.
        is_own = tfx_names.makes_node(self.names.dotted(call.func)) or (
            isinstance(call.func, ast.Name) and call.func.id in self.names.definitions
        )
        for name, value in self.names.arguments(call):
            span = statement.text.span(value)
            replaced = self._argument(statement, name, value)
            lifted = self._lifted(statement, f"{variable}.{name}", value, replaced) if is_own else None
            if lifted is not None or replaced is not None:
                edits.append(Edit(*span, lifted or replaced or ""))

    def _argument(self, statement: Original, name: str, value: ast.expr) -> str | None:
        """Return what stands for an argument in the exported pipeline; ``None`` where it stays."""
        if name in tfx_names.MODULE_ARGUMENTS:
            return self._module(statement, value)
        if name == "schema_file":
            path = local_path(self.names.fold(value, statement.position) or "")
            return self._module(statement, value) if path in self.files.written else None
        if isinstance(value, ast.IfExp) and self.marks.is_result(value.test):
            branches = [value.body, value.orelse]
            channel = next((b for b in branches if ".outputs" in ast.unparse(b)), value.orelse)
            chosen = statement.text.of(channel)
            self.report(
                statement,
                value,
                "run-result",
                f"{statement.text.of(value.test)} asks what a run has made, which a pipeline cannot know "
                f"before it runs: the exported pipeline takes {chosen}.",
            )
            return chosen
        return None

    def _module(self, statement: Original, value: ast.expr) -> str | None:
        folded = self.names.fold(value, statement.position)
        path = None if folded is None else local_path(folded)
        place = None if path is None else self.files.place_module(path)
        if place is not None:
            return f"os.path.join({self.modules}, {place.rpartition('/')[2]!r})"
        if folded is not None and path is None:
            if "://" not in folded:
                self.report(
                    statement, value, "local-path", f"The module file {folded} is taken from where it is."
                )
        elif folded is not None:
            self.report(
                statement,
                value,
                "local-path",
                f"There is no file {folded} beside the notebook, and no cell writes it.",
            )
        return None

    def _lifted(
        self, statement: Original, argument: str, value: ast.expr, replaced: str | None
    ) -> str | None:
        """Return a runtime parameter that stands for an argument, where it is marked."""
        kind = kind_of(self.names, value, statement.position, argument.endswith(".input_base"))
        # A module is packed when the pipeline is compiled: no run can name another one.
        is_module = argument.rpartition(".")[2] in tfx_names.MODULE_ARGUMENTS
        if kind is None or is_module or many(statement.node, value):
            return None
        marked = self.options.parameters
        chosen = argument.endswith(".input_base") if marked is None else argument in marked
        offered = Argument(argument, statement.text.of(value), chosen)
        self.arguments.setdefault(statement.position, []).append(offered)
        if not chosen:
            return None
        default = replaced or self.expression(statement, value)
        if kind == "message":
            kind, default = "str", f"{self.message_to_json}({default})"
        parameter = Parameter(argument.replace(".", "_"), kind, argument, default)
        self.parameters.setdefault(statement.position, []).append(parameter)
        made = f"{self.runtime_parameter}({parameter.name!r}, {parameter.kind}, {default})"
        if not isinstance(statement.node, (ast.Assign, ast.Expr)):
            return made
        if len(made) + len(parameter.name) > _COLUMNS:
            arguments = ",\n    ".join([repr(parameter.name), parameter.kind, default])
            made = f"{self.runtime_parameter}(\n    {arguments},\n)"
        self.hoisted.setdefault(statement.position, []).append(f"{parameter.name} = {made}")
        return parameter.name


def _variable(statement: ast.stmt, call: ast.Call) -> str | None:
    """Return the name that a component gets in a statement."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Assign) and any(part is call for part in ast.walk(node.value)):
            target = node.targets[0]
            return target.id if isinstance(target, ast.Name) else None
    return None
