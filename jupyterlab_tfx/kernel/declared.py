"""The pipeline that a notebook declares, with no kernel and no run: its cells run, its components do not."""

from __future__ import annotations

import builtins
import contextlib
import io
import itertools
import os
import sys
import tempfile
import types
from collections.abc import Iterator
from typing import Any
from unittest import mock

from ..export.files import read_written
from ..export.names import read_names, read_statements
from ..export.notebook import CodeCell, read_cells
from ..export.options import Options
from ..protocol import Record
from .components import pipeline_components
from .pipeline_ir import compile_components, describe_pipeline, read_text


def declared_pipeline(notebook: Record, folder: str, context: str | None) -> tuple[Record, list[str]]:
    """Run a notebook's Python in this process, without its magics, and without running a component.

    Args:
        notebook: The notebook document.
        folder: The notebook's folder, where its cells run.
        context: Variable of the context whose pipeline is wanted, where there are several.

    Returns:
        The pipeline's nodes (:func:`.pipeline_ir.describe_pipeline`), and what cells failed with.
    """
    cells = read_cells(notebook)
    statements, _ = read_statements(cells)
    written = read_written(cells, read_names(statements), Options()).written
    failures: list[str] = []
    with tempfile.TemporaryDirectory() as beside, _surroundings(folder, beside):
        for path, text in written.items():
            target = os.path.join(beside, os.path.basename(path) if os.path.isabs(path) else path)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "w", encoding="utf-8") as file:
                file.write(text)
        runs: list[tuple[Any, Any]] = []
        namespace = _run_cells(cells, runs, failures)

        def read(path: str) -> str | None:
            if not os.path.isabs(path):
                own = read_text(os.path.join(beside, path))
                return own if own is not None else read_text(os.path.join(folder, path))
            relative = os.path.relpath(path, folder)
            own = None if relative.startswith("..") else read_text(os.path.join(beside, relative))
            return own if own is not None else read_text(path)

        chosen = None if context is None else namespace.get(context)
        return describe_pipeline(
            compile_components(pipeline_components(namespace, runs, chosen)), read
        ), failures


def _run_cells(cells: list[CodeCell], runs: list[tuple[Any, Any]], failures: list[str]) -> dict[str, Any]:
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    namespace = main.__dict__
    namespace["display"] = lambda *_: None
    with _declaring_only(runs):
        for cell in cells:
            try:
                code = compile(cell.python, f"<cell {cell.number}>", "exec", dont_inherit=True)
                with contextlib.redirect_stdout(io.StringIO()):
                    exec(code, namespace)  # noqa: S102 - the person's own notebook
            except Exception as error:
                failures.append(f"cell {cell.number}: {type(error).__name__}: {error}")
    return namespace


@contextlib.contextmanager
def _surroundings(folder: str, beside: str) -> Iterator[None]:
    """Stand where the notebook stands, and give everything back."""
    before, main, path = os.getcwd(), sys.modules["__main__"], list(sys.path)
    os.chdir(folder)
    sys.path[:0] = [beside, folder]
    try:
        yield
    finally:
        os.chdir(before)
        sys.modules["__main__"] = main
        sys.path[:] = path


@contextlib.contextmanager
def _declaring_only(runs: list[tuple[Any, Any]]) -> Iterator[None]:
    """Let ``context.run`` only note what it is given, with outputs as those of a first run."""
    from tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext

    ids = itertools.count(1)

    def run(self: Any, component: Any, *_: Any, **__: Any) -> Any:
        runs.append((component, self))
        resolver = "Resolver" in {base.__name__ for base in type(component).__mro__}
        for channel in component.outputs.values():
            artifacts = [] if resolver else [channel.type()]
            for artifact in artifacts:
                artifact.mlmd_artifact.id = next(ids)
            channel._artifacts = artifacts
        return types.SimpleNamespace(component=component, outputs=component.outputs)

    methods = {name: getattr(InteractiveContext, name) for name in ("run", "show")}
    InteractiveContext.run, InteractiveContext.show = run, lambda *_, **__: None
    patched = mock.patch.object(
        builtins, "__IPYTHON__", True, create=True
    )  # TFX asks whether this is a notebook
    try:
        with patched:
            yield
    finally:
        for name, method in methods.items():
            setattr(InteractiveContext, name, method)
