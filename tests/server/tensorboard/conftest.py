"""Boards of a Jupyter server, with the real TensorBoard, and event files."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.summary.writer.record_writer import RecordWriter
from tornado.httpclient import HTTPClientError, HTTPResponse

Fetch = Callable[..., Awaitable[HTTPResponse]]
Boards = Callable[..., Awaitable[Any]]


def write_events(folder: Path, steps: int = 5) -> Path:
    """Write an event file with scalars, as a training does."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"events.out.tfevents.{time.time_ns()}.host"
    with open(folder / name, "wb") as file:
        writer = RecordWriter(file)
        for step in range(steps):
            value = Summary.Value(tag="loss", simple_value=1 / (step + 1))
            event = Event(wall_time=1e9 + step, step=step, summary=Summary(value=[value]))
            writer.write(event.SerializeToString())
    return folder


@pytest.fixture(autouse=True)
def without_tensorflow(
    jp_environ: None, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Let TensorBoard work as it does where there is no TensorFlow: it starts ten times as fast.

    Returns the file that every child runs before anything else.
    """
    # After jp_environ, which sets the same variable.
    first = tmp_path_factory.mktemp("without-tensorflow") / "sitecustomize.py"
    first.write_text("import sys\nsys.modules['tensorflow'] = None\n")
    monkeypatch.setenv("PYTHONPATH", str(first.parent))
    return first


@pytest.fixture
def run(jp_root_dir: Path) -> Path:
    """A training run below the server's root."""
    return write_events(jp_root_dir / "run" / "train").parent


@pytest.fixture
def fetch(jp_fetch: Any) -> Fetch:
    """Ask a route below the extension's; return the answer, whatever its status is."""

    async def fetch(*path: str, **options: Any) -> HTTPResponse:
        try:
            return await jp_fetch("jupyterlab-tfx", *path, follow_redirects=False, **options)
        except HTTPClientError as error:
            return cast(HTTPResponse, error.response)

    return fetch


@pytest.fixture
def boards(fetch: Fetch, jp_asyncio_loop: Any) -> Iterator[Boards]:
    """Ask ``tensorboards``; stops all boards at the end, and looks that no process is left."""

    async def boards(method: str, *path: str, **options: Any) -> Any:
        body = options.pop("json", None)
        response = await fetch(
            "tensorboards",
            *path,
            method=method,
            body=None if body is None else json.dumps(body),
            allow_nonstandard_methods=True,
            request_timeout=60,
            **options,
        )
        return json.loads(response.body)

    yield boards
    jp_asyncio_loop.run_until_complete(boards("DELETE"))
    assert children() == []


@pytest.fixture(autouse=True)
def own_processes() -> Iterator[None]:
    """Look that no TensorBoard is left, whatever a test did."""
    yield
    assert children() == []


def request(*logdirs: str, kernel: str | None = None, **changes: Any) -> dict[str, Any]:
    """A TensorBoardRequest."""
    return {
        "logdirs": [{"name": "", "uri": each} for each in logdirs],
        "kernel": kernel,
        "reloadInterval": 1,
        "idleMinutes": 0,
        **changes,
    }


async def running(boards: Boards, *logdirs: str, **changes: Any) -> str:
    """Open a board, wait until it runs, and return its id."""
    (board,) = (await boards("POST", json=request(*logdirs, **changes)))["boards"]
    while board["state"] == "starting":
        (board,) = (await boards("GET", board["id"], params={"wait": "1"}))["boards"]
    assert board["state"] == "running", board
    return str(board["id"])


def children() -> list[int]:
    """Process ids of TensorBoards that this process has started."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == os.getpid() and b"tensorboard/launch.py" in command:
            found.append(int(folder.name))
    return found
