"""Routes ``background``: what they tell of runs, and a real run that is stopped."""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path
from typing import Any

import pytest

from jupyterlab_tfx.protocol import validate
from jupyterlab_tfx.server.background.records import list_runs, log_part, read_run

from ..conftest import Ask

START = {"folder": "pipeline", "runner": "local", "kernel": None, "parameters": {}}
RUN = "20260101-120000-000-local"
OUTPUT = {"model": [{"id": 3, "type": "Model", "uri": "/root/Make/model/3"}]}


def events(path: Path, *records: dict[str, Any], log: bytes = b"") -> Path:
    """Write the files of a run."""
    path.mkdir(parents=True)
    lines = [json.dumps({"at": 1000.0 + index, **record}) + "\n" for index, record in enumerate(records)]
    (path / "events.jsonl").write_text("".join(lines))
    (path / "log.txt").write_bytes(log)
    return path


def node(name: str, state: str, log: int, reason: str | None = None, outputs: Any = None) -> dict[str, Any]:
    """Return an event about a node."""
    ended = {} if state == "running" else {"reason": reason, "outputs": outputs or {}}
    return {"event": "node", "node": name, "state": state, "log": log, **ended}


PIPELINE = {"event": "pipeline", "name": "small", "nodes": ["Make", "Judge", "Push"]}


def test_a_run_that_goes_on(tmp_path: Path) -> None:
    path = events(
        tmp_path / RUN,
        {"event": "importing"},
        PIPELINE,
        node("Make", "running", 5),
        node("Make", "done", 9, outputs=OUTPUT),
        node("Judge", "running", 9),
        log=b"12345Make.Judge",
    )
    with (path / "events.jsonl").open("a") as file:
        file.write('{"event": "no\n{"event": "no')  # of a process that was killed, and half a line
    run, nodes = read_run(path, lives=True)
    validate("BackgroundRun", run)
    for each in nodes:
        validate("BackgroundNode", each)
    assert (run["state"], run["startedAt"], run["endedAt"], run["runner"]) == ("running", 1000, None, "local")
    assert [each["state"] for each in nodes] == ["done", "running", "queued"]
    assert nodes[0]["artifacts"] == [{"key": "model", **OUTPUT["model"][0]}]
    assert log_part(path, "Make", 0, 100) == {"text": "Make", "next": 4}
    assert log_part(path, "Judge", 0, 3) == {"text": ".Ju", "next": 3}
    assert log_part(path, "Judge", 3, 100) == {"text": "dge", "next": 6}
    assert log_part(path, "Push", 0, 100) == {"text": "", "next": 0}
    assert log_part(path, "", 99, 100) == {"text": "", "next": 15}


def test_a_run_whose_server_is_gone(tmp_path: Path) -> None:
    path = events(tmp_path / RUN, {"event": "importing"}, PIPELINE, node("Make", "running", 0))
    run, nodes = read_run(path, lives=False)
    assert run["state"] == "failed"
    assert "ended with the Jupyter server" in run["reason"]
    assert [each["state"] for each in nodes] == ["canceled", "waiting", "waiting"]


def test_runs_are_listed_newest_first(tmp_path: Path) -> None:
    for name in (RUN, "20260102-120000-000-beam", "20260102-120000-001-local", "notes"):
        (tmp_path / "runs" / name).mkdir(parents=True)
    assert list_runs(tmp_path) == ["20260102-120000-001-local", "20260102-120000-000-beam", RUN]
    assert list_runs(tmp_path / "elsewhere") == []


async def test_state(ask: Ask, jp_root_dir: Path) -> None:
    folder = jp_root_dir / "pipeline"
    events(folder / "runs" / RUN, PIPELINE, {"event": "end", "state": "done", "reason": None})
    (folder / "local_runner.py").touch()
    status, state = await ask("background", folder="pipeline")
    assert status == 200
    validate("BackgroundState", state)
    assert (state["runners"], state["run"]) == (["local"], RUN)
    assert [each["id"] for each in state["nodes"]] == PIPELINE["nodes"]
    status, state = await ask("background", folder="nowhere")
    assert (status, state["runs"], state["run"], state["runners"]) == (200, [], None, [])


@pytest.mark.parametrize(
    ("body", "expected", "words"),
    [
        ({**START, "folder": "empty"}, 404, "export the notebook's pipeline"),
        ({**START, "folder": "/etc"}, 403, "allowed_roots"),
        ({**START, "runner": "other"}, 400, "runner"),
        ({**START, "parameters": {"steps": [3]}}, 400, "parameters"),
        ({**START, "parameters": {"steps": 3}}, 400, "takes no runtime parameter steps"),
        ("{", 400, "no JSON"),
    ],
)
async def test_refused(ask: Ask, jp_root_dir: Path, body: Any, expected: int, words: str) -> None:
    for name in ("pipeline", "empty"):
        (jp_root_dir / name).mkdir()
    for name in ("pipeline.py", "local_runner.py"):
        (jp_root_dir / "pipeline" / name).touch()
    status, answer = await ask("background", body=body)
    assert status == expected
    assert words in answer["message"]


SOURCE = """
from tfx import v1 as tfx
from tfx.dsl.experimental import RuntimeParameter
DATA = RuntimeParameter(name='data', ptype=str, default=os.path.join('a', 'b'))
def create_pipeline():
    steps = tfx.dsl.experimental.RuntimeParameter('steps', int, 300)
    rate = tfx.dsl.experimental.RuntimeParameter('rate', float)
    again = tfx.dsl.experimental.RuntimeParameter('steps', int, 300)
    other = tfx.dsl.experimental.RuntimeParameter(NAME, str)
"""


async def test_parameters(ask: Ask, jp_root_dir: Path) -> None:
    """They are offered where the exported files take them, and handed on in the environment."""
    folder = jp_root_dir / "pipeline"
    folder.mkdir()
    (folder / "pipeline.py").write_text(SOURCE)
    (folder / "local_runner.py").write_text("import time\ntime.sleep(1000)\n")
    _, state = await ask("background", folder="pipeline")
    assert state["parameters"] == []
    (folder / "runtime_parameters.py").touch()
    _, state = await ask("background", folder="pipeline")
    validate("BackgroundState", state)
    assert sorted((each["name"], each["kind"], each["value"]) for each in state["parameters"]) == [
        ("data", "string", None),
        ("rate", "number", None),
        ("steps", "integer", "300"),
    ]
    parameters = {"data": "/a b", "steps": 3, "rate": None}
    status, state = await ask("background", body={**START, "parameters": parameters})
    assert status == 200
    path = folder / "runs" / state["run"]
    while not (path / "events.jsonl").exists():
        await asyncio.sleep(0.05)
    (pid,) = (pid for pid in os.listdir("/proc") if pid.isdigit() and str(path) in _command(pid))
    environment = Path("/proc", pid, "environ").read_text().split("\0")
    assert f"TFX_PARAMETERS={json.dumps(parameters)}" in environment
    await ask("background/stop", body={"folder": "pipeline", "run": state["run"]})
    (folder / "pipeline.py").write_text("(")
    _, state = await ask("background", folder="pipeline")
    assert state["parameters"] == []


async def test_no_such_run(ask: Ask, jp_root_dir: Path) -> None:
    (jp_root_dir / "pipeline").mkdir()
    for run in (RUN, "../..", ""):
        status, answer = await ask("background/log", folder="pipeline", run=run)
        assert (status, answer["message"]) == (404, "There is no such run any more.")
    status, _ = await ask("background/stop", body={"folder": "pipeline", "run": RUN})
    assert status == 404


async def test_started_and_stopped(ask: Ask, jp_root_dir: Path) -> None:
    """A real process, with what it has started; it is stopped while TFX is being imported."""
    folder = jp_root_dir / "pipeline"
    folder.mkdir()
    (folder / "pipeline.py").touch()
    (folder / "local_runner.py").write_text("import time\ntime.sleep(1000)\n")
    request = {**START, "parameters": {}}
    status, state = await ask("background", body=request)
    assert status == 200
    (run,) = state["runs"]
    assert run["state"] == "starting"

    status, answer = await ask("background", body=request)
    assert status == 400
    assert "A run of this pipeline goes on" in answer["message"]

    path = folder / "runs" / run["id"]
    while not (path / "events.jsonl").exists():
        await asyncio.sleep(0.05)
    status, state = await ask("background/stop", body={"folder": "pipeline", "run": run["id"]})
    assert status == 200
    assert state["runs"][0]["state"] == "canceled"
    assert [pid for pid in os.listdir("/proc") if pid.isdigit() and str(path) in _command(pid)] == []
    status, state = await ask("background", body=request)
    assert status == 200
    assert len(state["runs"]) == 2
    status, state = await ask("background/stop", body={"folder": "pipeline", "run": state["run"]})
    assert state["runs"][0]["state"] == "canceled"


def _command(pid: str) -> str:
    try:
        return Path("/proc", pid, "cmdline").read_text("utf-8", "replace")
    except OSError:
        return ""
