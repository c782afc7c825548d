"""A small pipeline in a real kernel: a folder, a context, a comm, and components that end at once."""

from __future__ import annotations

import uuid
from pathlib import Path

from .live_kernel import Cell, LiveKernel, Record

#: What a notebook begins with. ``Make``, ``Use`` and ``Rows`` are TFX components that need no Beam.
IMPORTS = '''
import os, time
from tfx.components import CsvExampleGen, SchemaGen, StatisticsGen, Trainer
from tfx.dsl.component.experimental.annotations import InputArtifact, OutputArtifact, Parameter
from tfx.dsl.component.experimental.decorators import component
from tfx.dsl.components.common.resolver import Resolver
from tfx.dsl.input_resolution.strategies.latest_artifact_strategy import LatestArtifactStrategy
from tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext
from tfx.proto import trainer_pb2
from tfx.types import Channel
from tfx.types.standard_artifacts import Examples, Model, ModelBlessing

@component
def Make(model: OutputArtifact[Model], text: Parameter[str], gate: Parameter[str] = ""):
    """Makes a model of a text. Waits for a file first, where one is named."""
    while gate and not os.path.exists(gate):
        time.sleep(0.02)
    with open(os.path.join(model.uri, "text"), "w") as file:
        file.write(text)

@component
def Use(model: InputArtifact[Model], blessing: OutputArtifact[ModelBlessing]):
    """Uses a model."""
    with open(os.path.join(blessing.uri, "BLESSED"), "w") as file:
        file.write(str(model.id))

@component
def Rows(examples: OutputArtifact[Examples]):
    """Makes examples of no rows."""
    examples.split_names = '["train", "eval"]'

KEPT = {"KEPT", *globals()}
'''

#: A module file whose training only writes what it is.
MODULE = """
import os

def run_fn(fn_args):
    os.makedirs(fn_args.serving_model_dir, exist_ok=True)
    with open(os.path.join(fn_args.serving_model_dir, "version"), "w") as file:
        file.write({version!r})
"""


class LivePipeline:
    """A context of its own in the kernel, named ``context``, and a comm that has shaken hands."""

    def __init__(self, kernel: LiveKernel, folder: Path) -> None:
        self.kernel = kernel
        self.folder = folder
        self.name = f"pipeline-{uuid.uuid4().hex[:8]}"
        self.root = folder / "root"
        # Names of an earlier test are gone, as after a restart.
        kernel.good(
            f"[globals().pop(name) for name in set(globals()) - KEPT];\n"
            f"context = InteractiveContext({self.name!r}, {str(self.root)!r})",
            "context",
        )
        self.comm = kernel.comm()
        self.hello = self.comm.hello()

    @property
    def store(self) -> Path:
        """The metadata store that the context made."""
        return self.root / "metadata.sqlite"

    def detach(self) -> None:
        """Undo the attachment. No other comm is open, or it would stay."""
        self.comm.ask("detach")
        assert self.kernel.value("getattr(get_ipython(), '_jupyterlab_tfx', None)") is None

    def runs(self, snapshot: Record) -> list[Record]:
        """Return a snapshot's runs in this context."""
        (key,) = (c["key"] for c in snapshot["contexts"] if c["pipelineName"] == self.name)
        return [run for run in snapshot["runs"] if run["context"] == key]

    def data(self, name: str = "data", rows: int = 40) -> Path:
        """Write a folder with one CSV file; return the folder."""
        folder = self.folder / name
        folder.mkdir()
        lines = ["island,mass", *(f"{'AB'[i % 2]},{3000 + i}" for i in range(rows))]
        (folder / "penguins.csv").write_text("\n".join(lines) + "\n")
        return folder

    def module(self, version: str, name: str = "trainer.py") -> Path:
        """Write a module file for a Trainer; return its path."""
        path = self.folder / name
        path.write_text(MODULE.format(version=version))
        return path

    def declare_trainer(self, module: Path, variable: str = "trainer") -> None:
        """Make a Trainer of a module file."""
        self.kernel.good(
            "rows = Rows()\ncontext.run(rows)\n"
            f"{variable} = Trainer(examples=rows.outputs['examples'], module_file={str(module)!r}, "
            "train_args=trainer_pb2.TrainArgs(num_steps=1), eval_args=trainer_pb2.EvalArgs(num_steps=1))",
            "trainer",
        )

    def run(self, variable: str, cell_id: str | None = None, **options: object) -> Record:
        """Run a component in a cell of its own that must not fail; return its Run."""
        given = "".join(f", {name}={value!r}" for name, value in options.items())
        self.kernel.good(f"result = context.run({variable}{given})", cell_id or f"run-{variable}")
        return self.comm.run()

    def fail(self, code: str, cell_id: str | None = None) -> tuple[Record, Cell]:
        """Run a cell that must fail in a run; return its Run and the cell."""
        cell = self.kernel.run(code, cell_id)
        assert cell.reply is not None
        assert cell.reply["status"] == "error"
        return self.comm.run(), cell
