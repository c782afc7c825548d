"""What a server that was killed has left, and what is not its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jupyterlab_tfx.server.tensorboard.leftovers import Leftovers, start_time

SLEEP = [sys.executable, "-c", "import time; time.sleep(600)"]


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    """An empty runtime folder."""
    folder = tmp_path / "servers"
    folder.mkdir()
    return folder


@pytest.fixture
def child() -> Iterator[subprocess.Popen[bytes]]:
    """A process that leads its group, as a board does."""
    process = subprocess.Popen(SLEEP, start_new_session=True)
    yield process
    process.kill()
    process.wait()


def left(folder: Path, pid: int, started: str | None, server: str | None = "1") -> None:
    """Write the file of a server that is no more."""
    content = {"server": [2**22 + 1, server], "children": [[pid, started]]}
    (folder / "jupyterlab-tfx-tensorboard-1.json").write_text(json.dumps(content))


def test_ends_what_a_killed_server_left(runtime: Path, child: subprocess.Popen[bytes]) -> None:
    left(runtime, child.pid, start_time(child.pid))
    assert Leftovers(runtime).reap() == 1
    assert child.wait(10) == -9
    assert list(runtime.iterdir()) == []


def test_never_ends_another_process(runtime: Path, child: subprocess.Popen[bytes]) -> None:
    left(runtime, child.pid, "12345")
    assert Leftovers(runtime).reap() == 0
    for content in ("", "[]", '{"server": [1, "1"], "children": 1}', '{"server": 3}'):
        (runtime / "jupyterlab-tfx-tensorboard-1.json").write_text(content)
        assert Leftovers(runtime).reap() == 0
    assert child.poll() is None


def test_leaves_the_boards_of_a_server_that_runs(runtime: Path, child: subprocess.Popen[bytes]) -> None:
    ours = Leftovers(runtime)
    ours.add(child.pid)
    (file,) = runtime.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert Leftovers(runtime).reap() == 0
    assert child.poll() is None
    ours.remove(child.pid)
    assert list(runtime.iterdir()) == []


SERVER = """
import asyncio, logging, sys
from jupyterlab_tfx.server.tensorboard.boards import Boards
from jupyterlab_tfx.server.tensorboard.interpreter import Interpreter
from jupyterlab_tfx.server.tensorboard.logdirs import Logdir
async def main():
    boards = Boards(sys.argv[1], logging.getLogger())
    logdirs, interpreters = [Logdir("run", "run", sys.argv[1])], [Interpreter(sys.executable)]
    board = boards.open(logdirs, interpreters, reload=5, idle=0)
    await board.settled.wait()
    print(board.state, board.process.pid, flush=True)
    await asyncio.sleep(600)
asyncio.run(main())
"""


def killed_server(folder: Path, *, freeze: bool) -> tuple[int, str]:
    """Start the boards of a server, kill it with -9, and return what it leaves: a process and its start time.

    Args:
        folder: Its runtime folder.
        freeze: Whether its board is stopped first, so that it does not see that its stdin has ended.
    """
    server = subprocess.Popen([sys.executable, "-c", SERVER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert server.stdout
    state, pid = server.stdout.readline().split()
    assert state == "running"
    started = start_time(int(pid))
    assert started is not None
    if freeze:
        os.kill(int(pid), signal.SIGSTOP)
    server.kill()
    server.wait()
    server.stdout.close()
    return int(pid), started


def test_a_board_ends_with_a_server_that_is_killed(runtime: Path) -> None:
    pid, started = killed_server(runtime, freeze=False)
    wait_for_end(pid, started)
    assert Leftovers(runtime).reap() == 0
    assert list(runtime.iterdir()) == []


def test_the_next_server_ends_a_board_that_did_not(runtime: Path) -> None:
    pid, started = killed_server(runtime, freeze=True)
    assert start_time(pid) == started
    assert Leftovers(runtime).reap() == 1
    wait_for_end(pid, started)
    assert list(runtime.iterdir()) == []


def wait_for_end(pid: int, started: str) -> None:
    """Return when a process is no more."""
    for _ in range(1000):
        if start_time(pid) != started:
            return
        subprocess.run(["sleep", "0.01"], check=True)
    raise AssertionError("The board is still there.")
