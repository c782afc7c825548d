"""Prints the seconds of a node that does nothing: by the node command, and within TFX's LocalDagRunner.

With them, the seconds of a process that imports TFX and ends: what a process for each node cannot do without.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

SMALL = Path(__file__).parents[1] / "tests" / "node" / "small"
NODES = 3


def by_command(folder: Path) -> float:
    """Return the median over processes of one node each."""
    node = [sys.executable, "-m", "jupyterlab_tfx.node"]
    ir = folder / "pipeline.json"
    arguments = ["--argument", f"folder={folder}", "--argument", f"counts={NODES}"]
    _run([*node, "compile", "--module", str(SMALL / "small_pipeline.py"), *arguments, "--out", str(ir)])
    _run([*node, "run", "--ir", str(ir), "--node", "Make", "--run-id", "r"])
    seconds = []
    for number in range(NODES):
        start = time.perf_counter()
        _run([*node, "run", "--ir", str(ir), "--node", f"Count{number}", "--run-id", "r"])
        seconds.append(time.perf_counter() - start)
    return median(seconds)


def importing() -> float:
    """Return the median over processes that import TFX and do nothing."""
    seconds = []
    for _ in range(NODES):
        start = time.perf_counter()
        _run([sys.executable, "-c", "from tfx import v1"])
        seconds.append(time.perf_counter() - start)
    return median(seconds)


def by_runner(folder: Path) -> float:
    """Return the median over the nodes of one LocalDagRunner, as it tells when it begins each."""
    sys.path.insert(0, str(SMALL))
    import small_pipeline
    from tfx.orchestration.local import local_dag_runner
    from tfx.orchestration.portable import launcher

    seconds = []

    class Timed(launcher.Launcher):
        """TFX's launcher, with a clock."""

        def launch(self) -> Any:
            """Launch the node."""
            start = time.perf_counter()
            found = super().launch()
            seconds.append(time.perf_counter() - start)
            return found

    launcher.Launcher = Timed
    for name in ("open", "good"):
        (folder / name).touch()
    pipeline = small_pipeline.create_pipeline(str(folder), str(NODES))
    local_dag_runner.LocalDagRunner().run(pipeline)
    return median(seconds[-NODES:])


def _run(command: list[str]) -> None:
    subprocess.run(  # noqa: S603 - our own command
        command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(SMALL)}
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        found = {"command": by_command(Path(first)), "import": importing(), "local": by_runner(Path(second))}
    print(f"\n{json.dumps(found)}")
