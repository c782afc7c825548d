"""Which components the exported pipeline has, and which context is theirs."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from .names import Names, Original
from .options import Options
from .problems import ExportError
from .tfx_names import snake_case


@dataclass(frozen=True)
class Declared:
    """A name of one component, or of a list or dictionary of them."""

    name: str
    statement: Original
    #: ``one``, ``list`` or ``dict``.
    kind: str
    #: Whether it has its component in any case, not under an ``if`` or in a loop.
    certain: bool = True
    #: In a loop: the name has the last of many.
    looped: bool = False


@dataclass
class Selection:
    """The chosen context and its components, in the order of the notebook."""

    context: str | None
    declared: list[Declared] = field(default_factory=list)
    #: All declarations of the notebook, of every context.
    everything: list[Declared] = field(default_factory=list)


def select(originals: list[Original], names: Names, options: Options) -> Selection:
    """Choose the context, and find its components.

    Raises:
        ExportError: the notebook has several contexts and none is chosen, or not the one that is.
    """
    context = _context(names, options)
    declared: list[Declared] = []
    runs: dict[str, str] = {}
    for original in originals:
        _declarations(original, original.node, names, declared, certain=True, looped=False)
        for node in ast.walk(original.node):
            run = names.run_of(node) if isinstance(node, ast.stmt) else None
            if run is None:
                continue
            if isinstance(run[1], ast.Name):
                runs[run[1].id] = run[0]
            call = names.construction(run[1])
            if call is not None:
                name = snake_case(names.dotted(call.func).rpartition(".")[2])
                runs[name] = run[0]
                declared.append(Declared(name, original, "one", certain=node is original.node))
    known = {item.name for item in declared}
    for original in originals:  # what a function made that is not known to make components
        node = original.node
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name in runs and name not in known and isinstance(node.value, ast.Call):
                declared.append(Declared(name, original, "one"))
    declared.sort(key=lambda item: item.statement.position)
    last: dict[str, Declared] = {item.name: item for item in declared if not item.looped}
    mine = [
        item for item in last.values() if len(names.contexts) <= 1 or runs.get(item.name, context) == context
    ]
    if len(names.contexts) > 1:
        ran = {item.name for item in mine if item.name in runs}
        mine = [item for item in mine if item.name in ran or item.kind != "one"]
    mine.sort(key=lambda item: item.statement.position)
    return Selection(context, mine, declared)


def _context(names: Names, options: Options) -> str | None:
    found = list(names.contexts)
    if options.context is not None:
        if options.context not in found:
            raise ExportError(
                f"No cell makes a context named {options.context}. There are: {', '.join(found)}."
            )
        return options.context
    if len(found) > 1:
        raise ExportError(
            f"The notebook has {len(found)} pipelines, with the contexts {', '.join(found)}: "
            "say which one to export."
        )
    return found[0] if found else None


def _declarations(
    original: Original, node: ast.stmt, names: Names, found: list[Declared], certain: bool, looped: bool
) -> None:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return
    if isinstance(node, ast.Assign):
        for target in node.targets:
            _assigned(original, target, node.value, names, found, certain, looped)
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        _appended(original, node.value, names, found)
    for key in ("body", "orelse", "finalbody"):
        inside = isinstance(node, (ast.For, ast.While))
        sure = certain and isinstance(node, ast.With)
        for child in getattr(node, key, None) or []:
            _declarations(original, child, names, found, sure, looped or inside)


def _appended(original: Original, call: ast.Call, names: Names, found: list[Declared]) -> None:
    """``gens.append(gen)``: a list of components."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    adds = isinstance(call.func, ast.Attribute) and call.func.attr in ("append", "extend", "insert")
    if adds and isinstance(owner, ast.Name) and any(_holds_component(a, names, found) for a in call.args):
        found.append(Declared(owner.id, original, "list"))


def _assigned(
    original: Original,
    target: ast.expr,
    value: ast.expr,
    names: Names,
    found: list[Declared],
    certain: bool,
    looped: bool,
) -> None:
    if isinstance(target, (ast.Tuple, ast.List)) and isinstance(value, (ast.Tuple, ast.List)):
        for part, item in zip(target.elts, value.elts, strict=False):
            _assigned(original, part, item, names, found, certain, looped)
    elif isinstance(target, ast.Name):
        if isinstance(value, ast.IfExp):
            makes = [names.construction(branch) is not None for branch in (value.body, value.orelse)]
            if any(makes):
                found.append(Declared(target.id, original, "one", certain and all(makes), looped))
        elif names.construction(value) is not None:
            found.append(Declared(target.id, original, "one", certain, looped))
        elif isinstance(value, (ast.List, ast.ListComp, ast.Tuple)) and any(names.constructions(value)):
            found.append(Declared(target.id, original, "list", certain))
        elif isinstance(value, (ast.Dict, ast.DictComp)) and any(names.constructions(value)):
            found.append(Declared(target.id, original, "dict", certain))
    elif isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name):
        is_component = _holds_component(value, names, found)
        found += [Declared(target.value.id, original, "dict")] if is_component else []


def _holds_component(value: ast.expr, names: Names, found: list[Declared]) -> bool:
    known = {item.name for item in found}
    return any(names.constructions(value)) or (isinstance(value, ast.Name) and value.id in known)
