"""The components of one pipeline, among all that a namespace holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..export.cell_names import CellNames
from .describe import context_class, named_objects, node_class


def pipeline_components(
    namespace: dict[str, Any], runs: Iterable[tuple[Any, Any]], context: Any = None
) -> list[Any]:
    """Return components, each once: those with a name, and those that were run without one.

    Args:
        namespace: Where the components are.
        runs: Components that were run, each with its context.
        context: Of several contexts, the one whose components are wanted.
    """
    kind, contexts = node_class(), context_class()
    if kind is None:
        return []
    ran = list(runs)
    several = contexts is not None and len({id(c) for _, c in named_objects(namespace, contexts)}) > 1
    ran_in = {id(component): its for component, its in ran}
    named = {id(component): component for _, component in named_objects(namespace, kind)}
    ids = {component.id for component in named.values()}
    for component, _ in ran:
        if id(component) not in named and component.id not in ids:
            named[id(component)] = component
    if context is None or not several:
        return list(named.values())
    return [component for key, component in named.items() if ran_in.get(key) is context]


def in_cells(components: Iterable[Any], namespace: dict[str, Any], cells: CellNames | None) -> list[Any]:
    """Leave out the components of cells that are gone: the kernel has them still, the notebook does not.

    Args:
        components: Those of the kernel.
        namespace: Where they have their names.
        cells: What the notebook's cells bind and call; None where that is not known.
    """
    kind = node_class()
    if cells is None or kind is None:
        return list(components)
    named: dict[int, set[str]] = {}
    for name, component in named_objects(namespace, kind):
        named.setdefault(id(component), set()).add(name.partition("[")[0])
    return [
        component
        for component in components
        if (
            not named[id(component)].isdisjoint(cells.bound)
            if id(component) in named
            else type(component).__name__.removesuffix("_Component") in cells.called
        )
    ]


def results_of(namespace: dict[str, Any]) -> list[tuple[Any, Any]]:
    """Return the components in IPython's outputs, which ``context.run`` has given back; contexts are lost."""
    outputs = namespace.get("Out")
    kind = node_class()
    if not isinstance(outputs, dict) or kind is None:
        return []
    components = [getattr(value, "component", None) for value in outputs.values() if _is_result(value)]
    return [(component, None) for component in components if isinstance(component, kind)]


def _is_result(value: Any) -> bool:
    return type(value).__name__ == "ExecutionResult" and type(value).__module__.startswith("tfx.")
