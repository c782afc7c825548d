"""TFX's own runners, watched: what is told of each node, and how a run ends."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from jupyterlab_tfx.export.plan import Plan
from jupyterlab_tfx.export.targets import TARGETS
from jupyterlab_tfx.server.background.records import log_part, read_run
from jupyterlab_tfx.server.store import read_executions

from .node_command import QUIET, SMALL, Nodes, Small

#: Seconds that a test waits for what takes a few.
PATIENCE = 120.0
NODES = ["Make", "Count0", "Judge", "Wait", "Push", "Announce"]
RUNNER = """
from tfx.orchestration.beam.beam_dag_runner import BeamDagRunner
from tfx.orchestration.local.local_dag_runner import LocalDagRunner
from small_pipeline import create_pipeline
import sys

sys.argv.append('--runner=FnApiRunner')
{runner}().run(create_pipeline({folder!r}, counts='1'))
"""


class Watched:
    """The small pipeline with a runner file, and a folder for each run of it."""

    def __init__(self, nodes: Nodes, folder: Path) -> None:
        self.nodes = nodes
        self.folder = folder
        self._count = 0
        shutil.copy(SMALL / "small_pipeline.py", folder)
        (folder / "open").touch()
        (folder / "good").touch()

    def start(self, runner: str = "LocalDagRunner") -> tuple[Path, int]:
        """Begin a run; return its folder and its process."""
        self._count += 1
        path = self.folder / f"20260101-00000{self._count}-local"
        path.mkdir()
        file = self.folder / "local_runner.py"
        file.write_text(RUNNER.format(runner=runner, folder=str(self.folder)))
        arguments = ["watch", "--events", str(path / "events.jsonl"), str(file)]
        return path, self.nodes.start(arguments, str(path / "log.txt"))

    def run(self, runner: str = "LocalDagRunner") -> tuple[Path, int]:
        """Run to the end; return the run's folder and the exit code."""
        path, child = self.start(runner)
        return path, self.nodes.wait(child)

    def store(self) -> dict[str, str]:
        """Return the last state of each node in the metadata store."""
        found = read_executions(f"sqlite:///{self.folder / 'metadata.sqlite'}", "small", 1000)
        by_age = sorted(found["executions"], key=lambda one: one["id"])
        return {one["componentId"]: one["state"] for one in by_age}


@pytest.fixture
def watched(nodes: Nodes, tmp_path: Path) -> Watched:
    """The small pipeline, whose condition is met."""
    # Its runs are processes forked from one that has imported TFX.
    Small(nodes, tmp_path / "compiled", counts=1)
    return Watched(nodes, tmp_path)


def states(path: Path) -> tuple[str, dict[str, str]]:
    """Return the state of a run, and those of its nodes."""
    run, nodes = read_run(path, lives=False)
    return run["state"], {node["id"]: node["state"] for node in nodes}


@pytest.mark.parametrize("runner", ["LocalDagRunner", "BeamDagRunner"])
def test_to_the_end_and_from_the_cache(watched: Watched, runner: str) -> None:
    path, code = watched.run(runner)
    log = (path / "log.txt").read_text()
    assert code == 0, log[-2000:]
    state, nodes = states(path)
    assert state == "done"
    assert sorted(nodes) == sorted(NODES)
    assert set(nodes.values()) == {"done"}
    _, (make, *_) = read_run(path, lives=False)
    assert make["id"] == "Make"
    assert make["startedAt"] <= make["endedAt"]
    (model,) = make["artifacts"]
    assert (model["key"], model["type"]) == ("model", "Model")
    assert Path(model["uri"], "text").read_text() == "a"
    assert '{"printed": "by the component"}' in log_part(path, "Judge", 0, 100_000)["text"]
    assert '{"printed"' not in log_part(path, "Make", 0, 100_000)["text"]

    again, code = watched.run(runner)
    assert code == 0
    assert set(states(again)[1].values()) == {"cached"}


def test_failure(watched: Watched) -> None:
    (watched.folder / "broken").touch()
    path, code = watched.run()
    assert code == 1
    run, nodes = read_run(path, lives=False)
    judge = next(node for node in nodes if node["id"] == "Judge")
    assert (judge["state"], judge["reason"]) == ("failed", "ValueError: The scales are broken.")
    assert (run["state"], run["reason"]) == ("failed", "ValueError: The scales are broken.")
    assert {node["state"] for node in nodes if node["id"] in ("Push", "Announce")} == {"waiting"}
    assert "The scales are broken." in log_part(path, "", 0, 1_000_000)["text"]
    assert watched.store()["Judge"] == "failed"


def test_stop(watched: Watched) -> None:
    (watched.folder / "open").unlink()
    path, child = watched.start()
    deadline = time.monotonic() + PATIENCE
    while not (watched.folder / "waiting").exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    os.kill(child, signal.SIGTERM)
    assert watched.nodes.wait(child) == 143
    state, nodes = states(path)
    assert state == "canceled"
    assert nodes["Wait"] == "canceled"
    assert nodes["Make"] == "done"


@pytest.mark.parametrize("name", ["local", "beam"])
def test_exported_runners_take_parameters(watched: Watched, name: str) -> None:
    """The files are those that an export writes."""
    folder = watched.folder
    (folder / "pipeline.py").write_text(
        f"import small_pipeline\ndef create_pipeline():\n"
        f"    return small_pipeline.create_pipeline({str(folder)!r}, counts='1')\n"
    )
    files = TARGETS[name].files(Plan("small.ipynb", "small"))
    for path, text in files.items():
        (folder / path).write_text(text)

    def run(**parameters: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        path = folder / f"run-{'-'.join(parameters.values()) or 'default'}"
        path.mkdir()
        given = [part for pair in parameters.items() for part in ("--parameter", "=".join(pair))]
        command = ["watch", "--events", str(path / "events.jsonl"), *given, str(folder / f"{name}_runner.py")]
        watched.nodes.wait(watched.nodes.start(command, str(path / "log.txt")))
        return read_run(path, lives=False)

    def made(nodes: list[dict[str, Any]]) -> str:
        (model,) = nodes[0]["artifacts"]
        return Path(model["uri"], "text").read_text()

    for parameters, expected in (({"text": "b=c"}, "b=c"), ({}, "a")):
        record, nodes = run(**parameters)
        assert record["state"] == "done", record["reason"]
        assert made(nodes) == expected
    record, _ = run(test="b")
    assert record["state"] == "failed"
    assert record["reason"] == ("The pipeline has no runtime parameter test. It has: pipeline-root, text.")


def test_no_runner_file(nodes: Nodes, tmp_path: Path) -> None:
    code, result = nodes("watch", "--events", str(tmp_path / "events"), str(tmp_path / "local_runner.py"))
    assert code == 2
    assert "export the pipeline for it" in result["error"]


def test_ends_with_its_parent(tmp_path: Path) -> None:
    """The parent is killed, as a Jupyter server may be: it can tell nobody."""
    (tmp_path / "local_runner.py").write_text("import time\ntime.sleep(1000)\n")
    command = [sys.executable, "-m", "jupyterlab_tfx.node", "watch", "--end-with-parent"]
    command += ["--events", str(tmp_path / "events.jsonl"), str(tmp_path / "local_runner.py")]
    code = (
        "import json, subprocess, sys, time\n"
        "null = subprocess.DEVNULL\n"
        "child = subprocess.Popen(json.loads(sys.argv[1]), stdin=subprocess.PIPE, stdout=null, stderr=null,\n"
        "                         start_new_session=True)\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(1000)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, json.dumps(command)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **QUIET},
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        events = tmp_path / "events.jsonl"
        _wait(lambda: events.exists() and events.read_text().endswith("\n"))
        parent.kill()
    _wait(lambda: not _lives(child))
    last = json.loads(events.read_text().splitlines()[-1])
    assert (last["event"], last["state"]) == ("end", "canceled")


def _lives(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def _wait(condition: Any) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)
