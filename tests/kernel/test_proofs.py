"""Proofs and values over the comm, in a real kernel with the real TFX."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jupyterlab_tfx.export.writing import write_files
from jupyterlab_tfx.protocol import validate

from ..export.cells import export_file, notebook
from .live_kernel import LiveComm, LiveKernel
from .live_pipeline import IMPORTS as LIVE_IMPORTS
from .live_pipeline import LivePipeline

IMPORTS = """
from tfx.components import CsvExampleGen, SchemaGen, StatisticsGen
from tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext
from tfx.v1.dsl import Cond
"""
DECLARE = """
gen = CsvExampleGen(input_base='data')
with Cond(gen.outputs['examples'].future()[0].property('span') == 1):
    stats = StatisticsGen(examples=gen.outputs['examples'])
"""
SCHEMA = "schema = SchemaGen(statistics=stats.outputs['statistics'])"


@pytest.fixture(scope="module")
def importing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LiveKernel, LiveComm]]:
    """A kernel of these tests' own: what others have run would be part of the pipeline."""
    kernel = LiveKernel(tmp_path_factory.mktemp("proofs"))
    kernel.attach()
    comm = kernel.comm()
    comm.hello()
    kernel.good(LIVE_IMPORTS, "imports")
    comm.close()
    yield kernel, comm
    kernel.stop()


def proven(pipeline: LivePipeline, asked: dict[str, Any]) -> dict[str, Any]:
    """Start a proof, and wait for its end."""
    begun = pipeline.comm.ask("prove", **asked)
    assert begun["state"] == "running"

    def ended() -> dict[str, Any] | None:
        proof: dict[str, Any] = pipeline.comm.ask("proof", proof=begun["proof"], cancel=False)
        validate("Proof", proof)
        return None if proof["state"] == "running" else proof

    found: dict[str, Any] = pipeline.kernel.wait(ended, "the end of the proof")
    return found


def test_the_kernel_s_pipeline_against_the_exported_one(pipeline: LivePipeline, tmp_path: Path) -> None:
    context = f"context = InteractiveContext({pipeline.name!r}, {str(pipeline.root)!r})"
    document = notebook(IMPORTS, context, DECLARE, SCHEMA)
    path = tmp_path / "notebook.ipynb"
    path.write_text(json.dumps(document), "utf-8")
    folder = tmp_path / "exported"
    write_files(folder, export_file(path, folder, None).files)
    asked = {"folder": str(folder), "base": str(tmp_path), "context": None, "notebook": json.dumps(document)}

    pipeline.kernel.good(f"from tfx.v1.dsl import Cond\n{DECLARE}", "declare")
    proof = proven(pipeline, asked)
    assert (proof["state"], proof["against"], proof["nodes"]) == ("same", "kernel", 3), proof
    assert proof["missing"] == ["SchemaGen"]

    # A cell that ran and was deleted since is no part of the notebook, though the kernel has its component.
    pipeline.kernel.good("gone = StatisticsGen(examples=gen.outputs['examples']).with_id('Gone')", "gone")
    proof = proven(pipeline, asked)
    assert (proof["state"], proof["differences"]) == ("same", []), proof

    # Compiling has not changed the kernel's components, and sees what a cell changes.
    assert pipeline.kernel.value("len(gen.downstream_nodes)") == 0
    pipeline.kernel.good("gen = CsvExampleGen(input_base='other')", "again")
    pipeline.kernel.good(SCHEMA, "schema")
    proof = proven(pipeline, asked)
    assert proof["state"] == "different"
    assert proof["missing"] == []
    text = "\n".join(proof["differences"])
    assert "The property input_base of CsvExampleGen is other in the notebook, and " in text


def test_a_folder_that_the_kernel_does_not_see(pipeline: LivePipeline, tmp_path: Path) -> None:
    asked = {"folder": str(tmp_path), "base": str(tmp_path), "context": None, "notebook": "{}"}
    reply = pipeline.comm.say({"id": 99, "kind": "prove", **asked})
    assert reply["error"]["kind"] == "bad-request"
    assert "does not see" in reply["error"]["message"]


def test_a_proof_can_be_stopped(pipeline: LivePipeline, tmp_path: Path) -> None:
    (tmp_path / "pipeline.py").write_text("import time\ntime.sleep(600)\n", "utf-8")
    pipeline.kernel.good("gen = CsvExampleGen(input_base='data')", "declare")
    asked = {"folder": str(tmp_path), "base": "/", "context": None, "notebook": '{"cells": []}'}
    proof = pipeline.comm.ask("prove", **asked)
    proof = pipeline.comm.ask("proof", proof=proof["proof"], cancel=True)
    assert proof["state"] == "canceled"


def test_values_that_can_be_constants(tfx_kernel: LiveKernel) -> None:
    tfx_kernel.good("a = [1, 'x']; b = open; c = {'k': (1.5, None)}", "values")
    comm = tfx_kernel.comm()
    comm.hello()
    found = comm.ask("values", names=["a", "b", "c", "nowhere"])
    assert found == {"values": {"a": "[1, 'x']", "b": None, "c": "{'k': (1.5, None)}"}}
    comm.close()
