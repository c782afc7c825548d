"""Proofs that an exported pipeline is the kernel's: compiled in a process of its own, beside the cells."""

from __future__ import annotations

import ast
import dataclasses
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from typing import Any

from ..export.cell_names import CellNames, cell_names
from ..export.compare import differences
from ..export.proof import read_answer
from ..protocol import Record
from .components import in_cells, pipeline_components, results_of
from .jobs import Job, Jobs
from .validate import RefusedError

#: A value whose text is longer is not offered as a constant.
MAX_TEXT = 10_000


@dataclasses.dataclass
class _Proof(Job):
    """A proof, as the protocol's Proof tells it."""

    against: str
    nodes: int = 0
    differences: list[str] = dataclasses.field(default_factory=list)
    missing: list[str] = dataclasses.field(default_factory=list)
    process: subprocess.Popen[str] | None = None

    def record(self) -> Record:
        """Return the Proof."""
        told = ("state", "against", "nodes", "differences", "missing", "message")
        return {"proof": self.name, **{name: getattr(self, name) for name in told}}

    def stop(self) -> None:
        """End the process that compiles."""
        if self.process is not None:
            self.process.kill()


class Proofs:
    """The proofs of one kernel. Safe to call from any thread.

    Args:
        namespace: The names of the notebook.
        context_of: The context that ran a component, where that is known.
        registry: TFX's registry of the nodes that the main thread declared.
    """

    def __init__(
        self,
        namespace: Callable[[], Record],
        context_of: Callable[[Any], Any],
        registry: Callable[[], Any],
    ) -> None:
        self._namespace = namespace
        self._context_of = context_of
        self._registry = registry
        self._jobs: Jobs[_Proof] = Jobs(
            "The kernel knows nothing of this proof any more. Start it again.",
        )

    def start(self, folder: str, base: str, context: str | None, notebook: str) -> Record:
        """Compile the exported pipeline of a folder; return a Proof that goes on.

        Args:
            folder: Where ``pipeline.py`` is.
            base: The notebook's folder.
            context: Variable of the context whose pipeline was exported.
            notebook: The notebook document as JSON text, for where the kernel has no component.

        Raises:
            RefusedError: the folder cannot be seen from here, or the document is no notebook in Python.
        """
        if not os.path.isfile(os.path.join(folder, "pipeline.py")):
            raise RefusedError(
                f"The kernel does not see {folder}/pipeline.py: its files are not the Jupyter server's. Run "
                "jupyter tfx export … --check where both are."
            )
        try:
            cells = cell_names(json.loads(notebook))
        except ValueError as error:
            raise RefusedError(str(error)) from None
        live = self._live(context, cells)
        proof = _Proof("kernel" if live is not None else "notebook")
        return self._jobs.start(
            proof, lambda: self._work(proof, folder, base, context, notebook, live)
        ).record()

    def look(self, name: str, cancel: bool = False) -> Record:
        """Return a proof; stop it where that is wanted.

        Raises:
            RefusedError: there is no such proof.
        """
        return self._jobs.look(name, cancel).record()

    def stop(self) -> None:
        """Stop all proofs."""
        self._jobs.stop()

    def _live(self, context: str | None, cells: CellNames | None) -> Record | None:
        """Return the nodes of the kernel's pipeline; ``None`` where it has no component of these cells."""
        namespace = dict(self._namespace())
        chosen = namespace.get(context) if context is not None else None
        components = pipeline_components(namespace, self._runs(namespace), chosen)
        components = in_cells(components, namespace, cells)
        if not components:
            return None
        from .pipeline_ir import compile_components, describe_pipeline

        return describe_pipeline(compile_components(components, self._registry()))

    def _runs(self, namespace: Record) -> list[tuple[Any, Any]]:
        from .describe import named_objects, node_class

        kind = node_class()
        named = [component for _, component in named_objects(namespace, kind)] if kind else []
        return [*((c, self._context_of(c)) for c in named), *results_of(namespace)]

    def _work(
        self,
        proof: _Proof,
        folder: str,
        base: str,
        context: str | None,
        notebook: str,
        live: Record | None,
    ) -> str:
        with tempfile.TemporaryDirectory() as beside:
            command = [sys.executable, "-m", "jupyterlab_tfx.kernel.prove", folder]
            if live is None:
                path = os.path.join(beside, "notebook.ipynb")
                with open(path, "w", encoding="utf-8") as file:
                    file.write(notebook)
                command += ["--notebook", path, "--base", base]
                command += ["--context", context] if context is not None else []
            answer = self._compile(proof, command)
        proof.check()
        if "error" in answer:
            raise RefusedError(f"The exported pipeline does not compile: {answer['error']}")
        exported = answer["exported"]
        notebook_nodes = answer["declared"] if live is None else live
        proof.nodes = len(exported)
        proof.missing = sorted(exported.keys() - notebook_nodes.keys())
        compared = {key: node for key, node in exported.items() if key in notebook_nodes}
        proof.differences = differences(notebook_nodes, compared, base)
        return "different" if proof.differences else "same"

    @staticmethod
    def _compile(proof: _Proof, command: list[str]) -> Record:
        environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}
        process = subprocess.Popen(  # noqa: S603 - this kernel's own Python
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )
        proof.process = process
        if proof.state == "canceled":
            process.kill()  # Stopped before there was a process to end.
        output, errors = process.communicate()
        return read_answer(output, errors, process.returncode)


def literal_values(namespace: Record, names: Iterable[str]) -> Record:
    """Return the Python text of values, by name; ``None`` where a value is no literal."""
    found: Record = {}
    for name in names:
        if name in namespace:
            found[name] = _literal(namespace[name])
    return found


def _literal(value: Any) -> str | None:
    # Only Python's own types: the repr of others is anything.
    if type(value) not in (str, int, float, bool, bytes, list, tuple, dict, set, type(None)):
        return None
    try:
        text = repr(value)
        return text if len(text) <= MAX_TEXT and ast.literal_eval(text) == value else None
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return None
