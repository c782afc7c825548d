"""Node commands: in one process for all tests, where TFX is imported once, or each in its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from jupyterlab_tfx.protocol import validate

SMALL = Path(__file__).parent / "small"
QUIET = {"TF_CPP_MIN_LOG_LEVEL": "3"}


class Nodes:
    """Carries out node commands in one process."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(SMALL / "drive.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, **QUIET},
        )

    def __call__(self, *arguments: str, **environment: str) -> tuple[int, dict[str, Any]]:
        """Return the exit code and the JSON object of the last line."""
        code, out, _ = self.texts(*arguments, **environment)
        return code, json.loads(out.splitlines()[-1])

    def texts(self, *arguments: str, **environment: str) -> tuple[int, str, str]:
        """Return the exit code and what was printed."""
        code, out, errors = self._ask({"arguments": arguments, "environment": environment})
        return code, out, errors

    def start(self, arguments: Sequence[str], log: str = os.devnull, **environment: str) -> int:
        """Begin a command in a process of its own, with what it prints in a file; return its id."""
        child: int = self._ask({"start": arguments, "environment": environment, "log": log})
        return child

    def wait(self, child: int) -> int:
        """Return the exit code of a begun command; minus the signal that ended it."""
        code: int = self._ask({"wait": child})
        return code

    def _ask(self, asked: object) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def stop(self) -> None:
        self._process.communicate(timeout=30)


class Small:
    """The small pipeline, compiled in a folder of its own."""

    def __init__(self, nodes: Nodes, folder: Path, counts: int = 16) -> None:
        self.nodes = nodes
        self.folder = folder
        self.ir = folder / "pipeline.json"
        self.compiled = nodes(
            "compile",
            *("--module", str(SMALL / "small_pipeline.py")),
            *("--argument", f"folder={folder}", "--argument", f"counts={counts}"),
            *("--out", str(self.ir)),
        )

    def arguments(self, node: str, run: str = "r1") -> list[str]:
        """Return the arguments that run a node."""
        return ["run", "--ir", str(self.ir), "--node", node, "--run-id", run]

    def run(self, node: str, run: str = "r1", *more: str, **environment: str) -> tuple[int, dict[str, Any]]:
        """Run a node; return the exit code and a checked NodeResult."""
        code, result = self.nodes(*self.arguments(node, run), *more, **environment)
        validate("NodeResult", result)
        return code, result

    def process(self, node: str, run: str = "r1") -> subprocess.Popen[str]:
        """Start a node in a process of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", "jupyterlab_tfx.node", *self.arguments(node, run)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, **QUIET, "PYTHONPATH": str(SMALL)},
        )

    def touch(self, name: str) -> Path:
        """Make a file that the components look for."""
        path = self.folder / name
        path.touch()
        return path


@pytest.fixture(scope="session")
def nodes() -> Iterator[Nodes]:
    """The process that has imported TFX."""
    nodes = Nodes()
    yield nodes
    nodes.stop()


@pytest.fixture
def small(nodes: Nodes, tmp_path: Path) -> Small:
    """The small pipeline, compiled anew."""
    return Small(nodes, tmp_path)
